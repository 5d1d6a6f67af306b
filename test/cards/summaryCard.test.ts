import { mrsK } from '../scenarios/people';
import { World } from '../support/talk';
import { openCase, upToOptions } from '../support/walk';

describe('what the person wants, on the summary', () => {
  it('is said in words of its own, however it was chosen', async () => {
    const talk = await upToOptions(new World(), mrsK, { name: 'Mrs K', year: '1955' });
    await talk.say('summary');
    const wants = talk.card.lines.find((line) => line.includes('Wants:')) ?? '';
    expect(wants).toMatch(/people.*being useful|being useful.*people/);
    expect(wants).not.toMatch(/less than|out of 10/);
  });
});

describe('a side of which was talked, and nothing that helps or gets in the way was found', () => {
  it('is not said to hold nothing, in the picture either', async () => {
    const talk = await openCase(new World(), { name: 'Mrs K', year: '1955' });
    await talk.say('notes');
    await talk.press('Keep this note', { 'Your note': 'Mood has been steady since the autumn.' });
    await talk.press(/^Keep all/);
    await talk.say('summary');
    expect(talk.text).toContain('Talked about: mood and habits.');
    expect(JSON.stringify(talk.json)).toContain('Person: talked about mood and habits.');
    expect(JSON.stringify(talk.json)).toContain('Environment: nothing yet.');
  });
});
