import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type * as AdaptiveCards from 'adaptivecards';
import { Template } from 'adaptivecards-templating';
import { asSubmit } from '../../src/cards/asSubmit';
import { unescaped } from '../../src/cards/escape';
import { readCardAction } from '../../src/cards/actions';
import { bannedWordsIn } from '../../src/content/bannedWords';
import '../../src/cards/present';
import '../../src/cards/presentReview';
import { safetyWords } from '../../src/cards/planFace';
import { valuesInWords } from '../../src/cards/tagWords';
import { definedCards, type AdaptiveCard } from '../../src/cards/registry';
import type * as Samples from './samples/samples';

/** What every template is given while the samples are made, and what was drawn of it. */
const drawings = definedCards().map((card) => ({ name: card.name, drawing: jest.spyOn(card, 'draw') }));
const { samples } = jest.requireActual<typeof Samples>('./samples/samples');

// The package is a module for browsers; its bundle is what Node can load.
const adaptiveCards = jest.requireActual<typeof AdaptiveCards>('adaptivecards/dist/adaptivecards.js');

type Node = { readonly type?: string } & Readonly<Record<string, unknown>>;

const found = new WeakMap<object, readonly Node[]>();

/** All there is in a card, looked through once: many rules ask. */
function nodesOf(value: unknown): readonly Node[] {
  if (typeof value !== 'object' || value === null) return [];
  const known = found.get(value) ?? [...(Array.isArray(value) ? [] : [value as Node]), ...Object.values(value).flatMap(nodesOf)];
  found.set(value, known);
  return known;
}
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
const mostBytes = 21_000;
const pictures = /data:image\/(?:png|svg\+xml);base64,[A-Za-z0-9+/=]+/g;

const folder = path.join(__dirname, '../../cards');
const templateNamed = (name: string): object => JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')) as object;
const templates = readdirSync(folder).filter((file) => file.endsWith('.json')).map((file) => [file, JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Node] as const);

const cards = Object.entries(samples).flatMap(([name, { typical, worst }]) => [
  { name: `${name}, typical`, card: typical },
  { name: `${name}, at its worst`, card: worst },
]);

/** What is wrong with which card, so that one rule is one test and a failure names every card that breaks it. */
const faults = (find: (card: AdaptiveCard) => readonly unknown[]): string[] => cards.flatMap(({ name, card }) => find(card).map((fault) => `${name}: ${(typeof fault === 'string' ? fault : JSON.stringify(fault)).replace(pictures, 'a picture')}`));

describe('every card, with typical data and with the worst', () => {
  it('is drawn as the templating package draws it', () => {
    for (const { name, drawing } of drawings) {
      const template = new Template(templateNamed(name));
      drawing.mock.calls.forEach(([view], index) => expect(drawing.mock.results[index]!.value).toEqual(template.expand({ $root: view })));
    }
    expect(drawings.filter(({ drawing }) => drawing.mock.calls.length === 0).map(({ name }) => name)).toEqual([]);
  });

  it('leaves no binding unfilled', () => {
    expect(faults((card) => JSON.stringify(card).replaceAll('${name}', '').match(/\$\{|\bundefined\b|\bNaN\b|\[object/g) ?? [])).toEqual([]);
  });

  it('can be read by the renderer of Adaptive Cards', () => {
    const problemsOf = (card: AdaptiveCard): string[] => {
      const context = new adaptiveCards.SerializationContext();
      new adaptiveCards.AdaptiveCard().parse(JSON.parse(JSON.stringify(card)), context);
      return Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
    };
    expect(faults((card) => (card.version === '1.5' ? problemsOf(card) : [`is version ${card.version}`]))).toEqual([]);
  });

  it('stays small, without its pictures', () => {
    expect(faults((card) => [Buffer.byteLength(JSON.stringify(card).replace(pictures, ''))].filter((bytes) => bytes > mostBytes).map((bytes) => `${bytes} bytes`))).toEqual([]);
  });

  it('wraps all text and has no empty line', () => {
    expect(faults((card) => ofType(card, 'TextBlock').filter(({ wrap, text }) => wrap !== true || String(text).trim() === ''))).toEqual([]);
  });

  it('begins no text with a mark that Markdown turns into a list', () => {
    expect(faults((card) => ofType(card, 'TextBlock').map(({ text }) => String(text)).filter((text) => /^[-+*] /.test(text)))).toEqual([]);
  });

  it('never hides all its buttons behind the three dots', () => {
    expect(faults((card) => ((card as { actions?: readonly Node[] }).actions ?? []).length > 0 && (card as { actions?: readonly Node[] }).actions!.every(({ mode }) => mode === 'secondary') ? ['only the dots are to be seen'] : [])).toEqual([]);
  });

  it('labels every input, and names each once', () => {
    expect(
      faults((card) => {
        const inputs = inputsOf(card);
        const names = inputs.map(({ id }) => String(id));
        return [...inputs.filter(({ label }) => typeof label !== 'string' || label.trim() === ''), ...names.filter((name, index) => names.indexOf(name) !== index || !/^[a-z]+(--[a-z0-9-]+)?__r\d+$/.test(name))];
      }),
    ).toEqual([]);
  });

  it('requires no input, because a required one that is folded away blocks every button', () => {
    expect(faults((card) => inputsOf(card).filter((input) => input['isRequired'] === true))).toEqual([]);
  });

  it('keeps the names of choices and buttons to forty characters', () => {
    const inWords = (text: unknown): string => String(text).replace(/[\u2068\u2069]/g, '');
    expect(
      faults((card) => {
        const choices = ofType(card, 'Input.ChoiceSet').flatMap((list) => (list['choices'] as Node[]).map(({ title }) => inWords(title)));
        const buttons = nodesOf(card).flatMap((node) => (Array.isArray(node['actions']) ? (node['actions'] as Node[]).map(({ title }) => inWords(title)) : []));
        return [...choices, ...buttons].filter((label) => [...label].length > 40 || label.trim() === '');
      }),
    ).toEqual([]);
  });

  it('has at most one box for free text', () => {
    expect(faults((card) => ofType(card, 'Input.Text').filter(({ isMultiline }) => isMultiline === true).slice(1))).toEqual([]);
  });

  it('sends back only what a reader understands, by Execute and by Submit alike', () => {
    expect(
      faults((card) => {
        const inputs = filled(card);
        return ofType(card, 'Action.Execute').filter(({ verb, data, fallback }) => {
          const executed = readCardAction({ verb, data: { ...(data as object), ...inputs } });
          const submitted = (fallback as Node | undefined)?.type === 'Action.Submit' ? readCardAction({ data: { ...((fallback as Node)['data'] as object), ...inputs } }) : undefined;
          return !executed.ok || executed.action.verb !== verb || JSON.stringify(executed) !== JSON.stringify(submitted);
        });
      }),
    ).toEqual([]);
  });

  it('names every action, for those who hear the card', () => {
    expect(faults((card) => ofType(card, /^Action\./).filter(({ title }) => typeof title !== 'string' || title.trim() === ''))).toEqual([]);
  });

  it('says in the name of what can be pressed all that is seen on it', () => {
    const letters = (text: unknown): string => String(text).normalize().replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
    const seenOn = (node: Node): string => letters(unescaped(ofType({ ...node, selectAction: undefined }, 'TextBlock').map(({ text }) => String(text)).join(' ')));
    expect(faults((card) => nodesOf(card).filter((node) => node['selectAction'] !== undefined && !letters((node['selectAction'] as Node)['title']).includes(seenOn(node))).map((node) => (node['selectAction'] as Node)['title']))).toEqual([]);
  });

  it('has at most one main button and two beside it', () => {
    expect(
      faults((card) => {
        const buttons = (card['actions'] as Node[] | undefined) ?? [];
        return [...buttons.filter(({ style }) => style === 'positive').slice(1), ...buttons.filter(({ mode }) => mode !== 'secondary').slice(3)].map(({ title }) => title);
      }),
    ).toEqual([]);
  });

  it('tells nothing by the colour of words alone', () => {
    expect(faults((card) => ofType(card, 'TextBlock').filter(({ color }) => typeof color === 'string' && !['Default', 'Accent', 'default', 'accent'].includes(color)))).toEqual([]);
  });

  it('describes every picture', () => {
    expect(faults((card) => ofType(card, 'Image').filter(({ altText }) => typeof altText !== 'string' || altText === ''))).toEqual([]);
  });

  it('becomes a card of Submit actions with the same data', () => {
    const sent = (action: Node): unknown => action['data'];
    expect(
      faults((card) => {
        const submits = asSubmit(card);
        const before = JSON.stringify(ofType(card, 'Action.Execute').map(({ fallback }) => sent(fallback as Node)));
        return ofType(submits, 'Action.Execute').length === 0 && JSON.stringify(ofType(submits, 'Action.Submit').map(sent)) === before ? [] : ['differs'];
      }),
    ).toEqual([]);
  });

  const prose = new Set(cards.flatMap(({ card }) => nodesOf(card).flatMap(({ text, title, label, placeholder }) => [text, title, label, placeholder]).filter((words) => typeof words === 'string')));

  it('never raises its voice', () => expect([...prose].filter((words) => words.includes('!'))).toEqual([]));

  it('says nothing that would claim a medical purpose', () => {
    expect([...prose].flatMap((words) => bannedWordsIn(words).map(({ word }) => `${word}: ${words}`))).toEqual([]);
  });
});

describe('the templates', () => {
  const header = (template: Node): Node | undefined => (template['body'] as Node[]).find((element) => JSON.stringify(element).includes('${header.name}'));
  const headers = templates.flatMap(([file, template]) => (header(template) ? [[file, header(template)] as const] : []));

  it.each(headers)('%s begins with the header that all have', (_file, element) => expect(element).toEqual(headers[0]![1]));

  it('gives a finger 44 px wherever what can be pressed has no ground of its own', () => {
    const low = ({ selectAction, style, minHeight }: Node): boolean => selectAction !== undefined && style === undefined && minHeight !== '44px';
    expect(templates.flatMap(([file, template]) => nodesOf(template).filter(low).map(({ selectAction }) => `${file}: ${JSON.stringify((selectAction as Node)['title'])}`))).toEqual([]);
  });

  it.each(templates)('%s says what a client that cannot draw it shows, and names its schema', (_file, template) => {
    expect(template['$schema']).toBe('http://adaptivecards.io/schemas/adaptive-card.json');
    expect(String(template['fallbackText'])).not.toBe('');
  });
});

/** The texts of a card, a paragraph each, as a reader meets them. */
const reads = (name: string, kind: 'typical' | 'worst'): string[] => ofType(samples[name]?.[kind], 'TextBlock').flatMap(({ text }) => String(text).split('\n\n'));

describe('what stands on a card', () => {
  it('gives each reason for the support a line of its own', () => {
    expect(reads('why-tier', 'worst')).toContain('Thoughts of suicide or self-harm: no, or not sure (they may not be able to stay safe)');
  });

  it('offers nobody to ring where an activity is no longer listed, but something else', () => {
    const buttons = (samples['ring-first']!.worst['actions'] as Node[]).map(({ title }) => title);
    expect(reads('ring-first', 'worst')).toContain('It is not on the list any more');
    expect(buttons).toEqual(['Other options', 'See the plan', 'Go on talking']);
  });

  it('names days in the order of a week', () => {
    expect(valuesInWords('days', ['fri', 'mon', 'sun', 'tue'], new Map())).toBe('Monday, Tuesday, Friday, Sunday');
  });

  it('says plainly who has to be named, also of a plan that was posted with other words', () => {
    expect(reads('gate', 'typical').join('\n')).toContain('Somebody named for anything urgent');
    expect(reads('posted-plan', 'worst').join('\n')).toMatch(/Still to come:.* somebody named for anything urgent/);
  });

  it('says the support on a posted plan in the words of the summary', () => {
    expect(reads('posted-plan', 'typical')).toContain('**Support:** shared with a professional.');
  });

  it('asks for a change in words that stand on the posted plan, and names the rest alone', () => {
    const posted = unescaped(reads('posted-plan', 'typical').join(' '));
    const offered = inputsOf(samples['change-form']!.typical).flatMap(({ choices }) => (Array.isArray(choices) ? (choices as Node[]).map(({ title }) => String(title)) : []));
    const words = offered.flatMap((title) => /: (.*?)…?$/u.exec(title)?.[1] ?? []);
    expect(words.length).toBeGreaterThan(3);
    expect(words.filter((said) => !posted.includes(said))).toEqual([]);
    expect(offered).toContain('If things get harder 1');
  });

  it('keeps the arrow of a line with its last word', () => {
    expect(faults((card) => ofType(card, 'TextBlock').map(({ text }) => String(text)).filter((text) => / \u203a$/.test(text)))).toEqual([]);
  });

  it('tells others no more of an owner than a name and a role', () => {
    expect(reads('safety-notice', 'worst').every((text) => text.length < 300)).toBe(true);
    expect(safetyWords({ open: 1, owner: 'Dana, safeguarding lead' })).toBe('**Safety:** a safety action is open. Dana has taken it on; the link worker can say how it stands.');
    expect(safetyWords({ open: 1, owner: 'Safeguarding lead' })).toBe('**Safety:** a safety action is open. A named person has taken it on; the link worker can say how it stands.');
  });

  it('says nothing of what was heard where there is nobody left to ring', () => {
    const heard = /What you heard is shown/;
    expect(reads('ring-first', 'typical').some((text) => heard.test(text))).toBe(true);
    expect(reads('ring-first', 'worst').some((text) => heard.test(text))).toBe(false);
  });

  it('says that the taps under an unfinished plan are the first of several, and only then', () => {
    const gate = (name: string, kind: 'typical' | 'worst') => reads(name, kind).find((text) => text.includes('would make this plan complete'));
    expect(gate('plan-unfinished', 'typical')).toBe('**Four things** would make this plan complete. These come first:');
    expect(reads('gate', 'typical').some((text) => text.includes('These come first'))).toBe(false);
  });

  it('says what a tap is for where nothing fits', () => {
    expect(reads('options-nothing-fits', 'typical').some((text) => text.endsWith('Talking about one of these may help:'))).toBe(true);
  });
});
