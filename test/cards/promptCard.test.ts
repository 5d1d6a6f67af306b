import { readCardAction, type CardAction } from '../../src/cards/actions';
import { presentCase } from '../../src/cards/present';
import { presentPrompt } from '../../src/cards/promptCard';
import type { AdaptiveCard } from '../../src/cards/registry';
import type { CaseEvent } from '../../src/domain/case/event';
import { cardWith, type Step } from '../../src/domain/case/steps';
import { answered, content, happened, opened, readingOf, wentTo } from './samples/people';

type Node = { readonly type?: string } & Readonly<Record<string, unknown>>;
const nodesOf = (value: unknown): Node[] =>
  Array.isArray(value) ? value.flatMap(nodesOf) : typeof value === 'object' && value !== null ? [value as Node, ...Object.values(value).flatMap(nodesOf)] : [];
const ofType = (card: AdaptiveCard, type: string): Node[] => nodesOf(card).filter((node) => node.type === type);
const texts = (card: AdaptiveCard): string => ofType(card, 'TextBlock').map(({ text }) => String(text)).join('\n');
const input = (card: AdaptiveCard, label: string): Node | undefined => nodesOf(card).find((node) => String(node.type).startsWith('Input.') && node['label'] === label);

/** What pressing the thing with this title sends, with what stands in the inputs of the card. */
function press(card: AdaptiveCard, title: string | RegExp, typed: Readonly<Record<string, string>> = {}): CardAction {
  const action = ofType(card, 'Action.Execute').find((node) => (typeof title === 'string' ? node['title'] === title : title.test(String(node['title']))));
  if (!action) throw new Error(`Nothing is called ${String(title)}`);
  const inputs = Object.fromEntries(Object.entries(typed).map(([label, value]) => [String(input(card, label)?.['id']), value]));
  const read = readCardAction({ verb: action['verb'], data: { ...(action['data'] as object), ...inputs } });
  if (!read.ok) throw new Error(`${String(title)} is not understood`);
  return read.action;
}

const step = (prompt: string, part?: string): Step => {
  const found = content.framework.prompts.find(({ id }) => id === prompt)!;
  return { prompt: found, parts: cardWith(found, part) };
};
const draw = (prompt: string, part?: string, ...events: readonly CaseEvent[]): AdaptiveCard => presentPrompt(readingOf(opened(), ...events), step(prompt, part));

describe('the card of a prompt', () => {
  it('answers a single choice with one tap', () => expect(press(draw('PC2'), 'One fall')).toMatchObject({ verb: 'answer', prompt: 'PC2', part: 'falls', choice: 'one-fall' }));

  it('does not offer the same words as an answer and as a way to leave it', () => {
    const titles = (prompt: string): unknown[] => ofType(draw(prompt), 'Action.Execute').map((node) => node['title']);
    expect(titles('PC5').filter((title) => title === 'Rather not say')).toHaveLength(1);
    expect(titles('PC2')).toContain('Rather not say');
  });

  it('takes the words along with the tap', () => expect(press(draw('PC2'), 'One fall', { 'How it happened, where, and any injury (optional)': 'on ice' })).toMatchObject({ choice: 'one-fall', words: 'on ice' }));

  it('answers a scale with one tap on a number', () => expect(press(draw('PV4'), '4')).toMatchObject({ part: 'sure', choice: '4' }));

  it('says which goal a number is about', () => {
    const first = answered('OC7', [], 'Sing again');
    expect(texts(draw('AP1', 'importance', first))).toContain('\u201cSing again\u201d');
    const two = answered('OC7', [], 'Sing again\nSleep at night');
    expect(texts(draw('AP1', 'importance', two))).not.toContain('Sing again');
    expect(texts(draw('AP1', 'importance', two, answered('AP1', ['goal:2'])))).toContain('\u201cSleep at night\u201d');
  });

  it('answers "nothing" with one tap beside a list', () => expect(press(draw('OP3'), 'Nothing')).toMatchObject({ part: 'adjustments', choice: 'nothing' }));

  it('joins the ticks of both halves of a list', () => {
    const card = draw('OP3');
    expect(press(card, 'Next', { 'Tap all that fit': 'bsl,audio', 'and more': 'quiet-place' })).toMatchObject({ verb: 'answer', choices: ['bsl', 'audio', 'quiet-place'] });
  });

  it('answers most of a grid with one tap', () => {
    const { shortcuts } = step('OP2').parts[0] as { shortcuts: { label: string; choices: string[] }[] };
    expect(press(draw('OP2'), shortcuts[0]!.label)).toMatchObject({ part: 'consent', choice: shortcuts[0]!.choices.join(',') });
  });

  it('answers the rest of a grid by lists, one a column', () => expect(press(draw('PV3'), 'Next', { Now: 'growing:now', 'Used to': 'music:used-to' })).toMatchObject({ choices: ['growing:now', 'music:used-to'] }));

  it('offers days from today by name, and any other day', () => {
    const card = draw('AP6', 'review');
    expect(press(card, 'In a week Monday 9 November')).toMatchObject({ choice: 'in:7' });
    expect(press(card, 'Next', { 'Or another day': '2026-12-24' })).toMatchObject({ day: '2026-12-24' });
  });

  it('lets the person choose among their own goals, in their words', () => {
    const card = draw('AP1', 'first', answered('OC7', [], 'Get my hands in the soil again.'));
    expect(press(card, '\u201cGet my hands in the soil again.\u201d')).toMatchObject({ prompt: 'AP1', part: 'first', choice: 'goal:1' });
  });

  it('leaves a later part by a press that answers nothing', () => {
    const action = press(draw('PC4', 'in-the-way'), 'Leave this');
    expect(action).toMatchObject({ verb: 'answer', part: 'in-the-way', choices: [] });
    expect(action).not.toHaveProperty('choice');
  });

  it('shows what was answered, to be seen and heard', () => {
    const card = draw('PC2', undefined, answered('PC2', ['one-fall'], 'On the wet step.'));
    expect(texts(card)).toContain('\u2713 **One fall**');
    expect(press(card, /One fall, chosen/)).toMatchObject({ choice: 'one-fall' });
    expect(input(card, 'How it happened, where, and any injury (optional)')?.['value']).toBe('On the wet step.');
  });

  it('gives an input a new name when the case has moved on', () => {
    const label = 'In their words';
    expect(input(draw('PV1'), label)?.['id']).not.toBe(input(draw('PV1', undefined, answered('OP1', ['private'])), label)?.['id']);
  });

  it('keeps words that stood in the box when another button was pressed', () => expect(press(draw('PV1'), 'Skip', { 'In their words': 'my garden' })).toMatchObject({ verb: 'skip', prompt: 'PV1', from: 'PV1', words: 'my garden' }));

  it('asks in the short words on the phone', () => {
    const { prompt } = step('PV3');
    const phone = presentPrompt(readingOf(opened({ mode: 'phone' })), step('PV3'));
    expect(texts(phone)).toContain(prompt.phone);
    expect(texts(draw('PV3'))).not.toContain(prompt.phone);
  });

  it('says why it is asked, and why now when an answer called it, without a round trip', () => {
    const card = draw('PC5', undefined, answered('OP1', ['private']), answered('PC4', ['most-days', 'a-lot']));
    expect(texts(card)).toContain(`Why we ask: ${step('PC5').prompt.why}`);
    expect(texts(card)).toContain('Asked now: ');
    expect(ofType(card, 'Action.ToggleVisibility')).not.toEqual([]);
  });

  it('carries what makes talking easier on every card, and nothing of the body', () => {
    const card = draw('PV1', undefined, answered('OP3', ['large-print', 'quiet-place', 'other'], 'She hears better on the left.'), answered('PC1', ['pain:long-standing']));
    expect(texts(card)).toContain('Large print\u00a0\u00b7 Quiet place\u00a0\u00b7 \u201cShe hears better on the left.\u201d');
    expect(texts(card)).not.toMatch(/seated|pain/i);
  });

  it('says on a restricted prompt that it stays in the worker\u2019s own chat', () => expect(texts(draw('PC5', undefined, answered('OP1', ['private'])))).toContain('own chat'));

  it('leads to whatever waits for a name, and names nothing of it', () => {
    const card = draw('PV1', undefined, answered('OP1', ['private']), answered('PC5', ['how-or-when']));
    expect(press(card, /^Somebody else may need to know|things may need somebody else/)).toMatchObject({ verb: 'show' });
    expect(texts(card)).not.toMatch(/suicid|how or when/i);
  });

  it('offers back what could not be taken', () => {
    const reading = readingOf(opened(), wentTo('PV3'));
    const { card } = presentCase({ kind: 'talk', problem: 'Two of these do not go together.', choices: ['growing:now', 'growing:used-to'], typed: 'my allotment' }, reading);
    expect(input(card, 'Now')?.['value']).toBe('growing:now');
    expect(input(card, 'Used to')?.['value']).toBe('growing:used-to');
    expect(texts(card)).toContain('Two of these do not go together.');
    expect(input(card, 'Which ones, in their words (optional)')?.['value']).toBe('my allotment');
  });

  it('tells notifications nothing about the person', () => {
    const reading = readingOf(opened({ name: 'Zebedee' }), answered('PV1', [], 'my xylophone'), happened<'ConcernRaised'>({ type: 'ConcernRaised', concern: 'worker-1', code: 'F28', urgency: 'TODAY', words: 'xylophone' }));
    for (const kind of ['talk', 'sections', 'summary', 'plan', 'concerns', 'worried', 'notes', 'exits', 'person'] as const) expect(presentCase({ kind }, reading).summary).not.toMatch(/zebedee|xylophone|WREN/i);
  });
});

describe('a pasted note', () => {
  const text = 'She fell on the wet step in June. Her sister rings every Sunday.';
  const noted = readingOf(opened({ mode: 'notes' }), happened<'NotePasted'>({ type: 'NotePasted', note: 'note-1', text }));
  const { card } = presentCase({ kind: 'notes' }, noted);

  it('keeps or leaves out a sentence with one tap', () => {
    const [first] = noted.proposals;
    expect(press(card, 'Keep')).toMatchObject({ verb: 'file-sentence', note: 'note-1', start: first!.start, end: first!.end, prompt: first!.first });
    expect(press(card, 'Leave out')).toMatchObject({ verb: 'discard-sentence', note: 'note-1', start: first!.start });
  });

  it('keeps everything as proposed with one tap', () => expect(press(card, 'Keep all as proposed')).toMatchObject({ verb: 'file-rest', note: 'note-1' }));

  it('moves a sentence to any prompt of any section', () => {
    const elsewhere = press(card, 'Elsewhere');
    expect(elsewhere).toMatchObject({ verb: 'show', screen: 'notes', about: 'note-1:0' });
    const choose = presentCase({ kind: 'notes', about: 'note-1:0@environment' }, noted).card;
    expect(texts(choose)).toContain('\u201cShe fell on the wet step in June.\u201d');
    expect(press(choose, /Money/)).toMatchObject({ verb: 'file-sentence', start: 0, prompt: 'EE1' });
  });

  it('moves a sentence to the next best prompt with one tap, and says which words spoke for the first', () => {
    const [proposal] = noted.proposals;
    expect(proposal).toMatchObject({ first: 'PC2', because: 'fell on', others: ['EP1'] });
    expect(texts(card)).toContain('Answers: **Falls** \u00b7 \u201cfell on\u201d');
    expect(press(card, 'Home instead')).toMatchObject({ verb: 'file-sentence', start: proposal!.start, prompt: 'EP1' });
  });

  it('keeps what has a place in a second note with one tap, when the rest of the first has none', () => {
    const two = readingOf(opened({ mode: 'notes' }), happened<'NotePasted'>({ type: 'NotePasted', note: 'note-1', text: 'Zebra stripes.' }), happened<'NotePasted'>({ type: 'NotePasted', note: 'note-2', text: 'Fell twice in June.' }));
    expect(press(presentCase({ kind: 'notes' }, two).card, 'Keep all as proposed')).toMatchObject({ verb: 'file-rest', note: 'note-2' });
  });

  it('says what is turned down, and what is only past', () => {
    const told = readingOf(opened({ mode: 'notes' }), happened<'NotePasted'>({ type: 'NotePasted', note: 'note-1', text: 'Loves her garden. Used to sing in a choir. Hates bingo and big groups.' }));
    const lines = texts(presentCase({ kind: 'notes' }, told).card);
    expect(lines).toMatch(/\*\*Interests\*\* · “Loves( her)?( garden)?”(?! ·)/);
    expect(lines).toMatch(/\*\*Interests\*\* · “Used to sing” · in the past/);
    expect(lines).toMatch(/\*\*How it should feel\*\* · “[^”]*” · turned down/);
  });

  it('does not name a private prompt that may not be asked, and goes on with one tap when nothing has a place', () => {
    const told = readingOf(opened({ mode: 'notes' }), happened<'NotePasted'>({ type: 'NotePasted', note: 'note-1', text: 'He hit her last week.' }));
    const { card: shown } = presentCase({ kind: 'notes' }, told);
    expect(texts(shown)).toContain('No prompt fits by itself');
    expect(texts(shown)).not.toMatch(/safety with/i);
    expect(press(shown, /^Go on/)).toMatchObject({ verb: 'show', screen: 'talk' });
  });
});
