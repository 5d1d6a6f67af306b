/** What the link worker and the supervisor read of a plan that was held back, posted, agreed, and of which something was taken back. */
import { talkThrough } from '../support/person';
import { service } from '../support/riverside';
import { planReview, sam, Talk, type World, wren } from '../support/talk';
import { openCase, post, takeOnConcerns, upToOptions } from '../support/walk';
import { mrsK, msA } from './people';
import { inChannel, posted } from './postedPlan';

const minute = 1 / 1440;

async function postedAMinuteAgo(): Promise<{ world: World; talk: Talk }> {
  const { world, talk } = await posted();
  world.later(minute);
  return { world, talk };
}

async function agreed(): Promise<{ world: World; talk: Talk }> {
  const { world, talk } = await postedAMinuteAgo();
  await inChannel(world, sam).press('Agree');
  world.later(minute);
  return { world, talk };
}

async function sayOfSharing(talk: Talk, choice: string): Promise<void> {
  const { caseId, state } = await talk.world.caseOf(wren);
  await talk.pressAgain({ title: '', verb: 'open-prompt', data: { caseId, rev: state.rev, prompt: 'OP2' } });
  await talk.press(choice);
  talk.world.later(minute);
}

describe('the plan of the link worker', () => {
  it('is a draft until it is agreed, and is then called agreed, with nothing left to post', async () => {
    const { world, talk } = await postedAMinuteAgo();
    await talk.say('plan');
    expect(talk.text).toContain('Draft: not agreed yet.');
    await inChannel(world, sam).press('Agree');
    await talk.say('plan');
    expect(talk.text).toContain('Agreed, as version 1.');
    expect([talk.text.includes('not agreed'), talk.has('Post for review'), talk.has('See where it is')]).toEqual([false, false, true]);
  });

  it('stays as it was agreed while time passes, also with a step that says how to join', async () => {
    const world = await service();
    const talk = await upToOptions(world, mrsK, { name: 'Mrs Kowalska', year: '1955' });
    await talk.press('Choose this');
    await talkThrough(talk, mrsK);
    await takeOnConcerns(talk, 'Dr Rao');
    await post(talk);
    world.later(minute);
    await inChannel(world, sam).press('Agree');
    for (const days of [minute, 8, 30]) {
      world.later(days);
      expect((await talk.say('plan')).text).toContain('Agreed, as version 1.');
    }
  });

  it('says what is not as it was agreed once a line was changed, and can be posted again', async () => {
    const { talk } = await agreed();
    await talk.say('plan');
    await talk.press(/^Change goal 1/);
    await talk.press('Save', { [talk.card.boxes[0]!.label]: 'To sit with people and have tea' });
    await talk.say('plan');
    expect(talk.text).toContain('Not as it was agreed in version 1. Changed since: goal 1.');
    expect(talk.has('Post for review')).toBe(true);
  });

  it('is not offered for posting again while it waits for supervision, and is once a change was asked for', async () => {
    const { world, talk } = await postedAMinuteAgo();
    await inChannel(world, sam).press('Talk in supervision');
    expect((await talk.say('plan')).has('Post for review')).toBe(false);
    const form = await inChannel(world, sam).press('Ask for a change');
    await form.press('Send the request', { 'What should change': 'A shorter first step' });
    expect((await talk.say('plan')).has('Post for review')).toBe(true);
  });

  it('shows what was asked of a line beside it while it is being changed, and of no other', async () => {
    const { world, talk } = await postedAMinuteAgo();
    const form = await inChannel(world, sam).press('Ask for a change');
    await form.press('Send the request', { 'Which part': ['Step 1: Knit and natter'], 'What should change': 'Too big. A call first.' });
    await talk.say('plan');
    await talk.press(/asked for a change/);
    expect(talk.text).toMatch(/Sam Okafor asked for a change \(Step 1\).*Too big\. A call first\.[\s\S]*Where it comes from/);
    await talk.press('Back to the plan');
    await talk.press(/^Change goal 1/);
    expect(talk.text).not.toContain('Too big');
  });

  it('is shown as it would be posted while it is held back, with why, and without a button to post it', async () => {
    const world = await service();
    const talk = await talkThrough(await openCase(world, { name: 'Ms Amaryllis', way: 'On the phone' }), msA);
    await talk.press('Choose this');
    await talkThrough(talk, msA);
    await talk.say('worried: she has not eaten for days');
    await talk.say('post');
    expect(talk.text).toMatch(/cannot be posted yet.*taken on by a named person first/s);
    expect([talk.has('Post it'), talk.has('Everything that is open')]).toEqual([false, true]);
  });
});

describe('somebody who says after the plan was agreed that their GP may not be told', () => {
  it('is heard: the link worker reads it beside the version that says yes', async () => {
    const { talk } = await agreed();
    await sayOfSharing(talk, 'Notes and supervisor only');
    expect(talk.text).toMatch(/The plan is agreed.*Since then they said no to: GP practice\..*whatever version 1 says/s);
    await talk.say('versions');
    expect(talk.text).toMatch(/My GP practice: yes.*Since then they said no to: GP practice\./s);
  });

  it('is heard by whoever opens the full plan, and the channel is told nothing of it', async () => {
    const { world, talk } = await agreed();
    await sayOfSharing(talk, 'Notes and supervisor only');
    const supervisor = await inChannel(world, sam).press('Open the full plan in my chat');
    expect(supervisor.own.map(({ lines }) => lines.join('\n'))).toEqual([expect.stringMatching(/Since then they said no to: GP practice\./)]);
    expect(supervisor.text).not.toMatch(/said no|GP practice/);
  });

  it('is not said to have taken anything back when they had said no before, or say yes again', async () => {
    const { talk } = await agreed();
    await sayOfSharing(talk, 'Notes and supervisor only');
    await sayOfSharing(talk, 'Yes: notes, supervisor and GP');
    await talk.say('versions');
    expect(talk.text).not.toContain('Since then they said no');
  });
});

describe('what is to be done after the plan is agreed', () => {
  it('is the main button of where things stand: the first visit, then the review', async () => {
    const { talk } = await agreed();
    await talk.say('summary');
    expect(talk.text).toContain('Did they go?');
    expect(talk.card.pressables.filter(({ title }) => /^(How the first visit went|See the plan|Review it together)$/.test(title)).map(({ title }) => title)).toEqual(['How the first visit went', 'See the plan', 'Review it together']);
    await talk.press('How the first visit went');
    await talk.press('Yes, they went');
    expect(talk.card.pressables.map(({ title }) => title).filter((title) => /^(How the first visit went|See the plan|Review it together)$/.test(title))).toEqual(['Review it together', 'See the plan', 'How the first visit went']);
  });

  it('ends in a way that is usual by then, which is offered before those of the beginning', async () => {
    const { talk } = await agreed();
    await talk.say('visit');
    await talk.press('Yes, they went');
    await talk.say('close');
    const ways = talk.card.pressables.map(({ title }) => title.split(' ').slice(0, 2).join(' '));
    expect([ways[0], ways.indexOf('Planned ending') < ways.indexOf('They said'), talk.text.includes('Usual where this case stands')]).toEqual(['Planned ending', true, true]);
  });

  it('is still found from the start when every case of theirs is closed', async () => {
    const { talk } = await agreed();
    await talk.say('close');
    await talk.press(/^Planned ending/);
    await talk.press(/^Close/, { 'Why, in their words': 'She goes by herself now' });
    await talk.say('plan');
    expect(talk.text).toContain('go back to a closed one');
    await talk.press('My closed cases');
    expect(talk.text).toContain('Ms Amaryllis');
  });
});

describe('an activity that is taken off the list after it was chosen', () => {
  const takeOff = (world: World, name: string): void => {
    const left = world.parts.catalogue();
    Object.assign(world.parts, { catalogue: () => ({ ...left, activities: left.activities.filter((activity) => activity.name !== name) }) });
  };

  it('does not go out of the plan without a word, and leads to what else fits', async () => {
    const { world, talk } = await agreed();
    const { name } = (await world.caseOf(wren)).state.chosen!;
    takeOff(world, name);
    await talk.say('plan');
    expect(talk.text).toContain(`${name} is not on the list any more, so its step is not in the plan`);
    expect(talk.text).toContain('Not as it was agreed in version 1.');
    await talk.press(new RegExp(`^${name} is not on the list`));
    expect(talk.text).toContain(`${name} was chosen, and is not on the list any more.`);
    await talk.press('Choose this');
    expect((await talk.say('plan')).text).not.toContain('not on the list');
  });
});

describe('a review that is held', () => {
  const held = async (what: string): Promise<{ world: World; talk: Talk }> => {
    const { world, talk } = await agreed();
    world.later(22);
    await talk.say('review');
    await talk.press(what, { 'What was it like': 'She goes every Friday' });
    world.later(minute);
    return { world, talk };
  };

  it('asks for the next day when they keep going; the plan is still the agreed one, and the day is reminded of', async () => {
    const { world, talk } = await held('Keep going with this plan');
    expect(talk.text).toContain('When do we look at it again?');
    await talk.press(/^In six weeks/);
    expect(talk.text).toMatch(/Agreed, as version 1\.[\s\S]*We look at it again\s\u203a\nTuesday 5 January/);
    expect((await talk.say('review')).text).toContain('Last time, on Tuesday 24 November: “She goes every Friday”');
    expect((await talk.say('cases')).text).toContain('review day Tuesday 5 January');
    const before = world.rooms.told.length;
    world.now = '2027-01-05T09:00:00.000Z';
    await world.deliverAll();
    expect(world.rooms.told.slice(before).map(({ person }) => person)).toEqual([wren.id]);
  });

  it('leads to the plan when it is to be changed', async () => {
    const { talk } = await held('Change the plan');
    expect(talk.text).toContain('The plan so far');
  });
});

describe('a supervisor who reads the case later', () => {
  it('reads days and activities in words, and how it went', async () => {
    const { world, talk } = await agreed();
    await talk.say('visit');
    await talk.press('Yes, they went', { 'In their words': 'It was warm in there' });
    world.later(minute);
    await talk.say('review');
    await talk.press('Stop here', { 'What was it like': 'Enough for now' });
    const open = `open case ${(await world.caseOf(wren)).state.ref}`;
    const reader = await new Talk(world, sam).say(open);
    await reader.press('How it went');
    expect(reader.text).toMatch(/The first visit\nMonday 2 November: they went\. “It was warm in there”\nLooking at it together\nMonday 2 November: “Enough for now” They stop here\./);
    await reader.say(open);
    await reader.press('What was said: Planning');
    expect(reader.text).toMatch(/Knit and natter[\s\S]*Monday 23 November/);
    expect(reader.text).not.toMatch(/activity:|\d{4}-\d{2}-\d{2}/);
  });
});

describe('a case that is closed before anybody has looked at its plan', () => {
  const close = async (talk: Talk): Promise<void> => {
    await talk.say('close');
    await talk.press('Planned ending');
    await talk.press(/^Close/, { 'Why, in their words': 'She goes by herself' });
    talk.world.later(minute);
    await talk.world.deliverAll();
  };
  const inTheChannel = (world: World): string => world.rooms.read(planReview.id).join('\n');

  it('is said to be closed on the plan in the channel, and not any more once it is open again', async () => {
    const { world, talk } = await postedAMinuteAgo();
    await close(talk);
    expect(inTheChannel(world)).toContain('The link worker closed this case on Monday 2 November.');
    expect(inTheChannel(world)).not.toMatch(/Planned ending|by herself/);
    await talk.press('Open it again');
    world.later(minute);
    await world.deliverAll();
    expect(inTheChannel(world)).not.toContain('closed this case');
  });

  it('brings no plan into the channel that had not got there, until it is open again', async () => {
    const { world, talk } = await postedAMinuteAgo();
    await inChannel(world, sam).press('Ask for a change').then((form) => form.press('Send the request', { 'What should change': 'A shorter first step' }));
    world.rooms.answering = false;
    await post(talk);
    await close(talk);
    world.rooms.answering = true;
    world.later(1);
    await world.deliverAll();
    expect(world.rooms.messages.size).toBe(1);
    await talk.press('Open it again');
    world.later(1);
    await world.deliverAll();
    expect(world.rooms.messages.size).toBe(2);
  });
});

describe('a case that is closed', () => {
  it('is listed with the day on which it ended, and with no day to look at it again', async () => {
    const { talk } = await agreed();
    await talk.say('close');
    await talk.press('Planned ending');
    await talk.press(/^Close/, { [talk.card.boxes.find(({ choices }) => choices.length === 0)!.label]: 'She goes by herself' });
    await talk.say('cases');
    expect(talk.text).toContain('closed on Monday 2 November 2026');
    expect(talk.text).not.toContain('review day');
  });
});
