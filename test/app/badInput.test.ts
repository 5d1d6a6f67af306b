import { readCardAction } from '../../src/cards/actions';
import type { CaseReading } from '../../src/domain/analysis/caseReading';
import type { Outcome } from '../../src/app/turn';
import { readCardText } from '../../src/console/cardText';
import { jo, Talk, World, wren } from '../support/talk';
import { openCase } from '../support/walk';

const nasty: readonly (readonly [string, string])[] = [
  ['right to left', 'أحب حديقتي \u202Eevil\u202C شكرا'],
  ['emoji', '👩‍👩‍👧‍👦🏳️‍🌈🌱'],
  ['markdown', '# big **bold** [link](https://example.org) ![x](http://y) `code` | a | b |'],
  ['html', '<script>alert(1)</script><b>&amp;&lt;</b>'],
  ['templating', '${name} ${$root} ${if(true, "x", "y")} {{DATE(2020-01-01T00:00:00Z)}} $name \\${x}'],
  ['control characters', 'a\u0000b\u0007c\u001b[31md\u200b\ufeffe'],
  ['half a character', '\ud83d lone \udc00'],
  ['json', '{"verb":"agree","caseId":"x"}'],
  ['keys of objects', '__proto__ constructor toString'],
];
const endless: readonly (readonly [string, string])[] = [
  ['endless words', 'my garden and the choir '.repeat(4200)],
  ['endless lines', 'a\n'.repeat(50_000)],
  ['one endless word', 'x'.repeat(100_000)],
  ['endless commas', 'a,'.repeat(50_000)],
];
const everything = [...nasty, ...endless];
/** Teams counts two bytes for each letter, leaves pictures out, and refuses more than about 100 KB; 80 KB are recommended. */
const MOST_BYTES = 72_000;

class Desk {
  private constructor(readonly talk: Talk) {}
  static async open(): Promise<Desk> {
    return new Desk(await openCase(new World(), { name: 'Mrs K', year: '1955' }));
  }
  reading = (): Promise<CaseReading> => this.talk.world.caseOf(wren);
  /** A press as it comes back from a client, whatever was drawn. */
  async press(verb: string, data: Readonly<Record<string, unknown>> = {}, who = wren): Promise<Outcome> {
    const { caseId, state } = await this.reading();
    const read = readCardAction({ verb, data: { caseId, rev: state.rev, ...data } });
    return this.talk.world.take(who, read.ok ? { kind: 'pressed', action: read.action } : { kind: 'unreadable', verb: read.verb, typed: read.typed }, { kind: 'personal', place: `chat-${who.id}` });
  }
  say = (text: string, who = wren): Promise<Outcome> => this.talk.world.take(who, { kind: 'said', text }, { kind: 'personal', place: `chat-${who.id}` });
}
/** Whom a notice has reached is found out behind the answer, and is no part of it. */
const textOf = ({ shown }: Outcome): string => readCardText(shown.card).lines.filter((line) => !line.startsWith('Nobody else was told')).join('\n');
const bytes = ({ shown }: Outcome): number => 2 * JSON.stringify(shown.card).replace(/data:image[^"]*/g, '').length;

describe.each(everything)('%s', (_name, text) => {
  const boxes: readonly (readonly [string, Readonly<Record<string, unknown>>, (reading: CaseReading) => unknown])[] = [
    ['answer', { prompt: 'PV1', part: 'matters', words: text }, ({ state }) => state.answers.get('PV1')?.words],
    ['next', { from: 'PV1', words: text }, ({ state }) => state.answers.get('PV1')?.words],
    ['observe', { words: text }, ({ state }) => state.observations[0]?.words],
    ['correct-person', { name: text, year: '1950' }, ({ state }) => state.name],
    ['raise-concern', { words: text, owner: text, action: text, route: text }, ({ state }) => [...state.concerns.values()][0]?.raised?.words],
    ['paste-note', { note: text }, ({ state }) => state.notes[0]?.text],
    ['change-tier', { tier: 2, reason: text }, ({ state }) => state.tierChange?.reason],
    ['decline-option', { activity: 'potting-group', reason: text }, ({ state }) => state.declined.get('potting-group')],
    ['edit-line', { target: 'new-goal', text }, ({ state }) => state.edits[0]?.text],
    ['close-case', { exit: 'W', reason: text, told: text, offered: text }, ({ state }) => state.closed?.reason],
    ['first-visit', { went: 'no', lies: 'person', words: text }, ({ state }) => state.firstVisit?.words],
    ['hold-review', { words: text, then: 'keep' }, ({ state }) => state.reviews[0]?.words],
  ];
  it.each(boxes)('%s keeps it as it was typed, and every card after it can be sent', async (verb, data, kept) => {
    const desk = await Desk.open();
    const outcome = await desk.press(verb, data);
    const wholeName = verb === 'correct-person' ? (text.trim().length > 120 ? 'Mrs K' : text.trim()) : undefined;
    expect(kept(await desk.reading())).toBe(wholeName ?? text);
    expect(bytes(outcome)).toBeLessThan(MOST_BYTES);
    const screens = text.length > 1000 ? ['plan', 'concerns', 'notes', 'person', ...(verb === 'answer' ? ['summary', 'sections'] : [])] : ['plan'];
    for (const screen of screens) expect([screen, bytes(await desk.press('show', { screen })) < MOST_BYTES]).toEqual([screen, true]);
    expect(bytes(await desk.press('open-prompt', { prompt: 'PV1' }))).toBeLessThan(MOST_BYTES);
    expect(bytes(await desk.say('cases'))).toBeLessThan(MOST_BYTES);
  });

  it('typed into the chat answers the prompt that is shown', async () => {
    const desk = await Desk.open();
    await desk.press('open-prompt', { prompt: 'PV1' });
    const outcome = await desk.say(text);
    expect((await desk.reading()).state.answers.get('PV1')?.words).toBe(text);
    expect(bytes(outcome)).toBeLessThan(MOST_BYTES);
  });

  it('typed while no case is open is given back, or stays in the chat and the card says so', async () => {
    const outcome = await new World().take(wren, { kind: 'said', text }, { kind: 'personal', place: 'chat-wren' });
    expect(bytes(outcome)).toBeLessThan(MOST_BYTES);
    expect(textOf(outcome)).toMatch(text.length > 12_000 ? /send the text again/ : /Where shall I keep this/);
  });

  it('is added to and never replaced when it is too long to be drawn in its box', async () => {
    const desk = await Desk.open();
    await desk.press('answer', { prompt: 'PV1', part: 'matters', words: text });
    await desk.press('answer', { prompt: 'PV1', part: 'matters', words: 'and my daughter' });
    const kept = (await desk.reading()).state.answers.get('PV1')?.words;
    expect(kept).toBe(text.length > 12_000 ? `${text}\nand my daughter` : 'and my daughter');
  });
});

describe('what is drawn of it', () => {
  it.each(nasty)('%s reads as it was typed', async (_name, text) => {
    const desk = await Desk.open();
    await desk.press('answer', { prompt: 'OC7', part: 'one-thing', words: text });
    const visible = (of: string) => of.replace(/[*\u0000-\u001f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd\ud800-\udfff\s“”\\]/g, '');
    expect(visible(textOf(await desk.press('show', { screen: 'plan' })))).toContain(visible(text).slice(0, 40));
  });
});

describe('a press that cannot be', () => {
  const unchanged = async (desk: Desk, press: () => Promise<Outcome>): Promise<string> => {
    const before = (await desk.reading()).state;
    const outcome = await press();
    expect((await desk.reading()).state).toEqual(before);
    return textOf(outcome);
  };
  const refused: readonly (readonly [string, string, Readonly<Record<string, unknown>>, RegExp])[] = [
    ['an unknown verb', 'explode', { words: 'my garden' }, /older version[\s\S]*my garden/],
    ['no verb', '', {}, /older version/],
    ['a choice that was not offered', 'answer', { prompt: 'OP1', part: 'place', choice: 'on-the-moon' }, /not one of the choices/],
    ['a prompt that does not exist', 'answer', { prompt: 'ZZ9', part: 'x', choice: 'y' }, /does not apply/],
    ['a prompt that is none', 'answer', { prompt: 'nothing', part: 'x', words: 'my garden' }, /older version[\s\S]*my garden/],
    ['a prompt that waits for privacy', 'open-prompt', { prompt: 'PC5' }, /nobody else can hear/],
    ['an empty answer', 'answer', { prompt: 'OP1', part: 'place' }, /Nothing is filled in/],
    ['an empty box', 'observe', { words: ' ' }, /write a few words/],
    ['a tier that does not exist', 'change-tier', { tier: 9, reason: 'because' }, /older version[\s\S]*because/],
    ['an exit that does not exist', 'close-case', { exit: 'ZZ', reason: 'because' }, /older version[\s\S]*because/],
    ['a concern that is not there', 'own-concern', { concern: 'F99-NOW', owner: 'Dr Rao', action: 'rings' }, /not open any more/],
    ['a category that is not there', 'raise-concern', { code: 'F99', words: 'thin' }, /not open any more/],
    ['an activity that is not offered', 'choose-option', { activity: 'moon-walk' }, /not on offer/],
    ['a line that is not there', 'edit-line', { target: 'goal-9', text: 'x' }, /not in the plan/],
    ['a place that nobody is in', 'post-plan', { place: 'elsewhere' }, /not in that channel/],
    ['a note that is not there', 'file-sentence', { note: 'n9', start: 0, end: 4, prompt: 'PV1' }, /cannot find that note/],
    ['a year that cannot be', 'correct-person', { name: 'May', year: 'long ago' }, /four digits/],
    ['a pause that has gone', 'pause', { until: '2020-01-01' }, /gone already/],
    ['a revision from the future', 'next', { rev: 99_999 }, /./],
    ['a revision that is none', 'next', { rev: 'x' }, /older version/],
    ['no case', 'next', { caseId: '' }, /older version/],
    ['a missing case', 'next', { caseId: 'case-gone' }, /cannot find that case/],
  ];
  it.each(refused.filter(([name]) => name !== 'a revision from the future'))('%s', async (_name, verb, data, says) => {
    const desk = await Desk.open();
    expect(await unchanged(desk, () => desk.press(verb, data))).toMatch(says);
  });

  it('words for a case that is closed are given back', async () => {
    const desk = await Desk.open();
    await desk.press('close-case', { exit: 'W', reason: 'too much on' });
    const late: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [['answer', { prompt: 'PV1', part: 'matters', words: 'my *garden*' }], ['observe', { words: 'my *garden*' }], ['edit-line', { target: 'new-goal', text: 'my *garden*' }], ['raise-concern', { words: 'my *garden*' }], ['paste-note', { note: 'my *garden*' }]];
    for (const [verb, data] of late) expect(await unchanged(desk, () => desk.press(verb, data))).toMatch(/case is closed[\s\S]*my \*garden\*/);
  });

  it('an empty message shows where things stand', async () => {
    const desk = await Desk.open();
    for (const text of ['', ' ', '\n\t']) expect(await unchanged(desk, () => desk.say(text))).toContain('now a good time');
  });
});

describe('somebody else’s case', () => {
  const others: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
    ['answer', { prompt: 'OP1', part: 'place', choice: 'private', words: 'what I typed' }], ['next', { from: 'OP1', words: 'what I typed' }], ['show', { screen: 'summary', words: 'what I typed' }], ['observe', { words: 'what I typed' }],
    ['paste-note', { note: 'what I typed' }], ['edit-line', { target: 'new-goal', text: 'what I typed' }], ['close-case', { exit: 'W', reason: 'what I typed' }], ['raise-concern', { words: 'what I typed' }],
    ['own-concern', { concern: 'F01-NOW', owner: 'x', action: 'y', detail: 'what I typed' }], ['answer-concern', { concern: 'F01-NOW', from: 'x', reply: 'what I typed' }], ['correct-person', { name: 'what I typed' }], ['hold-review', { words: 'what I typed', then: 'keep' }],
  ];
  it.each(others)('looks like a missing one to %s, and what was typed is given back', async (verb, data) => {
    const desk = await Desk.open();
    const before = (await desk.reading()).state;
    const theirs = await desk.press(verb, data, jo);
    const missing = await desk.press(verb, { ...data, caseId: 'case-gone' }, jo);
    expect(theirs).toEqual(missing);
    expect(textOf(theirs)).toContain('what I typed');
    expect(JSON.stringify(theirs)).not.toMatch(/Mrs K|1955/);
    expect((await desk.reading()).state).toEqual(before);
  });
  it('looks like a missing one to a reviewer, to resume and to a form', async () => {
    const desk = await Desk.open();
    const { caseId } = await desk.reading();
    const agree = await desk.press('agree', { version: 1 }, jo);
    expect(agree).toEqual(await desk.press('agree', { version: 1, caseId: 'case-gone' }, jo));
    expect(textOf(await desk.press('resume', {}, jo))).toContain('cannot find that case');
    const form = await desk.press('open-case', { mode: 'together', form: caseId.slice('case-'.length), name: 'My person', note: 'what I typed' }, jo);
    expect(textOf(form)).toContain('what I typed');
    expect(textOf(form)).not.toContain('Mrs K');
  });
});

describe('the same press twice', () => {
  it('does nothing a second time and shows where things stand', async () => {
    const desk = await Desk.open();
    const { rev } = (await desk.reading()).state;
    const data = { rev, prompt: 'OP1', part: 'place', choice: 'private' };
    const first = await desk.press('answer', data);
    const after = (await desk.reading()).state;
    expect(textOf(await desk.press('answer', data))).toBe(textOf(first));
    expect((await desk.reading()).state).toEqual(after);
  });
  it('shows again what must be read at once, for its first answer may have been lost', async () => {
    const desk = await Desk.open();
    const { rev } = (await desk.reading()).state;
    const data = { rev, prompt: 'PC1', part: 'body', choices: 'pain:sudden' };
    const first = textOf(await desk.press('answer', data));
    expect(first).toContain('act now');
    expect(textOf(await desk.press('answer', data))).toBe(first);
  });
  it.each([
    ['raise-concern', { words: 'she looked thin' }],
    ['raise-concern', { words: 'she looked thin', owner: 'Dr Moss', action: 'sees her today' }],
    ['observe', { words: 'tired' }],
    ['paste-note', { note: 'She lives alone. Her knees hurt on the stairs.' }],
    ['change-tier', { tier: 2, reason: 'more than one thing' }],
    ['pause', {}],
    ['close-case', { exit: 'W', reason: 'moved away' }],
  ])('says of %s %j what it said the first time', async (verb, more) => {
    const desk = await Desk.open();
    const data = { rev: (await desk.reading()).state.rev, ...more };
    const first = textOf(await desk.press(verb, data));
    const after = (await desk.reading()).state;
    expect(textOf(await desk.press(verb, data))).toBe(first);
    expect((await desk.reading()).state).toEqual(after);
  });
  it('shows where things stand once somebody has gone on', async () => {
    const desk = await Desk.open();
    const { rev } = (await desk.reading()).state;
    const data = { rev, prompt: 'PC1', part: 'body', choices: 'pain:sudden' };
    await desk.press('answer', data);
    const next = textOf(await desk.press('answer', { prompt: 'OP1', part: 'place', choice: 'private' }));
    expect(textOf(await desk.press('answer', data))).toBe(next);
  });
  it('opens one case', async () => {
    const world = new World();
    const talk = await new Talk(world).arrive();
    await talk.press('Together');
    const form = talk.find('Open the case');
    const filled = { ...form.data, [talk.card.boxes[0]!.id]: 'Mrs K' };
    await talk.pressAgain(form, filled);
    await talk.pressAgain(form, filled);
    expect(await world.parts.cases.headsOf('wren')).toHaveLength(1);
  });
  it('two different edits of one old card both count', async () => {
    const desk = await Desk.open();
    const { rev } = (await desk.reading()).state;
    await desk.press('edit-line', { rev, target: 'new-goal', text: 'the garden' });
    await desk.press('edit-line', { rev, target: 'new-goal', text: 'the choir' });
    expect((await desk.reading()).state.edits.map(({ text }) => text)).toEqual(['the garden', 'the choir']);
  });
});

describe('a card from before', () => {
  it('counts while nobody answered that prompt since', async () => {
    const desk = await Desk.open();
    const { rev } = (await desk.reading()).state;
    await desk.press('observe', { words: 'tired' });
    await desk.press('answer', { rev, prompt: 'OP1', part: 'place', choice: 'private' });
    expect((await desk.reading()).state.answers.get('OP1')?.choices).toEqual(['private']);
  });
  it('is offered again when somebody did, with what it held', async () => {
    const desk = await Desk.open();
    const { rev } = (await desk.reading()).state;
    await desk.press('answer', { rev, prompt: 'PV1', part: 'matters', words: 'my garden' });
    const outcome = await desk.press('answer', { rev, prompt: 'PV1', part: 'matters', words: 'my daughter' });
    expect((await desk.reading()).state.answers.get('PV1')?.words).toBe('my garden');
    expect(JSON.stringify(outcome.shown.card)).toContain('my daughter');
  });
  it('leads nowhere', async () => {
    const desk = await Desk.open();
    const { rev } = (await desk.reading()).state;
    await desk.press('answer', { prompt: 'OP1', part: 'place', choice: 'private' });
    const { state } = await desk.reading();
    expect(textOf(await desk.press('next', { rev }))).toContain('older one');
    expect((await desk.reading()).state).toEqual(state);
  });
});
