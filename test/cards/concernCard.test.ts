import { Talk, World } from '../support/talk';
import { openCase } from '../support/walk';

describe('where the detail of a concern goes', () => {
  it('is told in the words of the button that it goes behind', async () => {
    const talk = await openCase(new World(), { name: 'Mrs K', year: '1955' });
    await talk.say('Her husband hits her.');
    expect(talk.text).toContain('Write the detail in the safety record only.');
    expect(JSON.stringify(talk.json)).toContain('"title":"Write the detail in the safety record"');
    expect(talk.text).not.toMatch(/restricted note|Write down more/);
  });
});

describe('the card of a concern', () => {
  const asked = async (choice: string): Promise<Talk> => {
    const talk = await openCase(new World(), { name: 'Mrs K', year: '1955' });
    await talk.press('Private');
    const { caseId, state } = await talk.world.caseOf(talk.who);
    await talk.pressAgain({ title: '', verb: 'open-prompt', data: { caseId, rev: state.rev, prompt: 'PC5' } });
    return talk.press(choice);
  };
  const isOpen = (talk: Talk, id: string): boolean => new RegExp(`"id":"${id}","isVisible":true`).test(JSON.stringify(talk.json));

  it('says once what the answer was about', async () => {
    expect((await asked('Thoughts now')).text.match(/thoughts of suicide or self-harm/gi)).toHaveLength(1);
  });

  it('stands open where a reason is asked for that is missing', async () => {
    const talk = await asked('Thoughts now');
    expect(isOpen(talk, 'set-aside')).toBe(false);
    await talk.press('Set it aside');
    expect(talk.text).toContain('Please write the reason');
    expect(isOpen(talk, 'set-aside')).toBe(true);
  });

  it('says in a sentence that nobody wrote down how they were told', async () => {
    const talk = await asked('Thoughts now');
    await talk.press('Record and go on', { 'Who has taken this on': 'Dr Moss', 'What they will do': 'rings today' });
    await (await talk.say('concerns')).press(/taken on by Dr Moss/);
    expect(talk.text).toContain('How they were told is not written down.');
    expect(talk.text).not.toContain('Told not');
    await (await talk.say('plan')).press(/^Others who help/);
    expect(talk.text).toMatch(/Type concerns to see it/);
    expect(talk.text).not.toContain('theirs to say');
  });

  it('quotes a sentence once, also when the note that it stands in was filed', async () => {
    const talk = await new Talk(new World()).arrive();
    await talk.press('Write up afterwards');
    const sentence = 'hasn\u2019t eaten a proper meal since Sunday';
    await talk.press('Open the case', { 'Preferred name': 'Ky', 'Your note': `He ${sentence}. He likes football.` });
    await talk.press('Come back to this');
    await talk.press(/^Keep all/);
    expect(talk.text).toMatch(/Not eating/);
    const banner = talk.card.lines.find((line) => line.includes('meal since Sunday'))!;
    expect(banner.split('meal since Sunday')).toHaveLength(2);
  });
});
