import type { Part } from '../../../src/domain/framework/framework';
import type { Step } from '../../../src/domain/case/steps';
import type { Chance } from './chance';
import { press, type Act, type OnCase } from './acts';

const sayings = ['I like my garden', 'I used to sing with the others', 'The stairs are slow', 'I rang them once and nobody rang back', 'My daughter lives far away', 'I would go by bus in the afternoon', 'I cannot sleep', 'Tea, and somebody to laugh with'];

/** Words that nobody has typed before, so that each can be looked for. */
export class Words {
  private count = 0;

  constructor(private readonly chance: Chance) {}

  next(): string {
    this.count += 1;
    return `${this.chance.pick(sayings)}, w${this.count}.`;
  }
}

/** With other answers to these the case takes another way, and soon ends. */
const usual: Readonly<Record<string, readonly string[]>> = { confidence: ['8'], place: ['private'], spirits: ['up-and-down'], 'in-the-way': ['a-bit'], thoughts: ['no'], 'feels-safe': ['yes'], caring: ['no'], falls: ['one-fall'], meals: ['fine'], money: ['yes'], home: ['fine'] };
const mostlyUsual = 0.9;

/** Something that this part offers, chosen as its card lets it be chosen. */
function choicesOf(part: Part, chance: Chance): readonly string[] {
  const known = usual[part.id];
  if (known && chance.happens(mostlyUsual)) return known;
  switch (part.kind) {
    case 'one':
      return [chance.pick(part.options).id];
    case 'many': {
      const together = part.options.filter(({ alone }) => !alone);
      return chance.happens(0.2) ? [chance.pick(part.options).id] : chance.shuffled(together).slice(0, Math.min(part.max ?? 2, 2)).map(({ id }) => id);
    }
    case 'grid':
      return part.shortcuts[0]?.choices ?? chance.shuffled(part.rows).slice(0, 2).map(({ id }) => `${id}:${chance.pick(part.columns).id}`);
    case 'scale':
      return [String(part.from + chance.below(part.to - part.from + 1))];
    case 'day':
      return [`in:${chance.pick(part.in).days}`];
    case 'goal':
      return ['goal:1'];
    case 'activity':
    case 'words':
      return [];
  }
}

type Answer = Extract<OnCase, { verb: 'answer' }>;

/** The whole card answered: a tile with the words beside it, or what its lists and boxes hold. */
export function answerTo({ prompt, parts }: Step, chance: Chance, words: Words): Act & { readonly answer: Answer } {
  const [first] = parts;
  const isTile = first!.kind === 'one' || first!.kind === 'scale' || first!.kind === 'day' || first!.kind === 'goal';
  const chosen = parts.flatMap((part) => choicesOf(part, chance));
  const box = parts.some(({ kind }) => kind === 'words');
  const said = box && (chosen.length === 0 || chance.happens(0.5)) ? words.next() : undefined;
  const answer: Answer = {
    verb: 'answer',
    prompt: prompt.id,
    part: isTile ? first!.id : parts.at(-1)!.id,
    ...(isTile ? { choice: chosen.join(','), choices: [] } : { choices: [...chosen] }),
    ...(said === undefined ? {} : { words: said }),
  };
  return { ...press(() => answer, said === undefined ? [] : [said]), answer };
}
