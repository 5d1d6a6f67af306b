import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type * as AdaptiveCards from 'adaptivecards';
import { asSubmit } from '../../src/cards/asSubmit';
import { readCardAction } from '../../src/cards/actions';
import { bannedWordsIn } from '../../src/content/bannedWords';
import { samples } from './samples/samples';

// The package is a module for browsers; its bundle is what Node can load.
const adaptiveCards = jest.requireActual<typeof AdaptiveCards>('adaptivecards/dist/adaptivecards.js');

type Node = { readonly type?: string } & Readonly<Record<string, unknown>>;

const nodesOf = (value: unknown): Node[] =>
  Array.isArray(value) ? value.flatMap(nodesOf) : typeof value === 'object' && value !== null ? [value as Node, ...Object.values(value).flatMap(nodesOf)] : [];
const ofType = (card: unknown, type: string | RegExp): Node[] => nodesOf(card).filter((node) => typeof node.type === 'string' && (typeof type === 'string' ? node.type === type : type.test(node.type)));
const inputsOf = (card: unknown): Node[] => ofType(card, /^Input\./);

/** What a client sends back for each input when somebody fills all of them. */
const filled = (card: unknown): Record<string, string> =>
  Object.fromEntries(
    inputsOf(card).map((input): [string, string] => {
      if (input.type === 'Input.ChoiceSet') return [String(input['id']), String((input['choices'] as { value: string }[])[0]!.value)];
      return [String(input['id']), input.type === 'Input.Date' ? '2026-12-01' : String(input['value'] ?? '') || 'some words'];
    }),
  );

/** The limit on a card that travels further than a bot's own message is 28 KB; Teams counts two bytes a letter for 100 KB. */
const mostBytes = 20_000;
const pictures = /data:image\/png;base64,[A-Za-z0-9+/=]+/g;

const folder = path.join(__dirname, '../../cards');
const templates = readdirSync(folder).filter((file) => file.endsWith('.json')).map((file) => [file, JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Node] as const);

const cases = Object.entries(samples).flatMap(([name, { typical, worst }]) => [[`${name}, typical`, typical] as const, [`${name}, at its worst`, worst] as const]);

describe.each(cases)('the card %s', (_name, card) => {
  it('leaves no binding unfilled', () => {
    const withoutWords = JSON.stringify(card).replaceAll('${name}', '');
    expect(withoutWords).not.toContain('${');
    expect(withoutWords).not.toMatch(/\bundefined\b|\bNaN\b|\[object/);
  });

  it('is a card that the renderer of Adaptive Cards can read', () => {
    expect(card.version).toBe('1.5');
    const context = new adaptiveCards.SerializationContext();
    const parsed = new adaptiveCards.AdaptiveCard();
    parsed.parse(JSON.parse(JSON.stringify(card)), context);
    const known = ['Unknown property', 'roundedCorners'];
    const faults = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message).filter((message) => !known.some((word) => message.includes(word)));
    expect(faults).toEqual([]);
  });

  it('stays small', () => expect(Buffer.byteLength(JSON.stringify(card).replace(pictures, ''))).toBeLessThan(mostBytes));

  it('wraps all text', () => expect(ofType(card, 'TextBlock').filter((text) => text['wrap'] !== true)).toEqual([]));

  it('has no empty line', () => expect(ofType(card, 'TextBlock').filter(({ text }) => String(text).trim() === '')).toEqual([]));

  it('labels every input, and names each once', () => {
    const inputs = inputsOf(card);
    expect(inputs.filter(({ label }) => typeof label !== 'string' || label.trim() === '')).toEqual([]);
    expect(new Set(inputs.map(({ id }) => id)).size).toBe(inputs.length);
    expect(inputs.map(({ id }) => String(id)).filter((id) => !/^[a-z]+(--[a-z0-9-]+)?__r\d+$/.test(id))).toEqual([]);
  });

  it('keeps choices to forty characters', () => {
    const labels = ofType(card, 'Input.ChoiceSet').flatMap(({ choices }) => (choices as { title: string }[]).map(({ title }) => title));
    expect(labels.filter((label) => [...label].length > 42 || label.trim() === '')).toEqual([]);
  });

  it('has at most one box for free text', () => expect(ofType(card, 'Input.Text').filter(({ isMultiline }) => isMultiline === true).length).toBeLessThanOrEqual(1));

  it('sends back only what a reader understands, by Execute and by Submit alike', () => {
    const inputs = filled(card);
    for (const { verb, data, fallback } of ofType(card, 'Action.Execute')) {
      const executed = readCardAction({ verb, data: { ...(data as object), ...inputs } });
      expect(executed).toMatchObject({ ok: true, action: { verb } });
      const { type, data: sent } = fallback as Node;
      expect(type).toBe('Action.Submit');
      expect(readCardAction({ data: { ...(sent as object), ...inputs } })).toEqual(executed);
    }
  });

  it('names every action in at most forty characters for a button, and for those who hear a tile', () => {
    const actions = ofType(card, /^Action\./);
    expect(actions.filter(({ title }) => typeof title !== 'string' || title.trim() === '')).toEqual([]);
  });

  it('has at most one main button and two beside it', () => {
    const buttons = (card['actions'] as Node[] | undefined) ?? [];
    expect(buttons.filter(({ style }) => style === 'positive').length).toBeLessThanOrEqual(1);
    expect(buttons.filter(({ mode }) => mode !== 'secondary').length).toBeLessThanOrEqual(3);
  });

  it('describes every picture, or leaves it out of what is read aloud', () => expect(ofType(card, 'Image').filter(({ altText }) => typeof altText !== 'string')).toEqual([]));

  it('becomes a card of Submit actions with the same data', () => {
    const submits = asSubmit(card);
    expect(ofType(submits, 'Action.Execute')).toEqual([]);
    expect(ofType(submits, 'Action.Submit').map(({ data }) => data)).toEqual(ofType(card, 'Action.Execute').map(({ fallback }) => (fallback as Node)['data']));
  });
});

describe('the templates', () => {
  const header = (template: Node): Node | undefined => (template['body'] as Node[]).find((element) => JSON.stringify(element).includes('${header.name}'));
  const headers = templates.flatMap(([file, template]) => (header(template) ? [[file, header(template)] as const] : []));

  it.each(headers)('%s begins with the header that all have', (_file, element) => expect(element).toEqual(headers[0]![1]));

  it.each(templates)('%s says what a client that cannot draw it shows, and names its schema', (_file, template) => {
    expect(template['$schema']).toBe('http://adaptivecards.io/schemas/adaptive-card.json');
    expect(String(template['fallbackText'])).not.toBe('');
  });

  it('says nothing that would claim a medical purpose', () => {
    const prose = cases.flatMap(([, card]) => ofType(card, /TextBlock|Input|Action/).flatMap(({ text, title, label, placeholder }) => [text, title, label, placeholder]).filter((words) => typeof words === 'string'));
    expect([...new Set(prose)].flatMap((words) => bannedWordsIn(words))).toEqual([]);
  });
});
