/** What a leaflet, a talk or a training day says is said to everybody: "Carers' pack: when you cannot go on, ring …". */
import type { Cue } from '../cues/cue';
import type { Span } from '../cues/findCues';
import { cueAt, type ToldHit } from '../cues/told';
import type { Token } from '../words/tokens';

type Part = Span & { readonly sentence: { readonly text: string } };

/** Words of a sentence within which it names what is handed out or taught, and then begins to quote it. */
const opening = 7;
const quoting = 6;

const quotes = new Set(['about', 'on', 'covered', 'covers', 'covering', 'says', 'reads', 'said', 'read', 'tells', 'explains', 'lists', 'asks', 're']);
const persons = new Set(['he', 'she', 'his', 'her', 'him', 'i', 'me', 'my', 'himself', 'herself', 'they']);
const anybody = new Set(['you', 'your', 'anyone', 'anybody', 'somebody', 'someone', 'people', 'whoever']);

/** For each sentence the words that name the material, or undefined. A semicolon takes it on. */
export function materialIn(tokens: readonly Token[], parts: readonly Part[], told: readonly (readonly ToldHit[])[]): readonly (Cue | undefined)[] {
  let carried: Cue | undefined;
  return parts.map((part, at) => {
    const hit = told[at]!.find((each) => each.kind === 'material' && each.first - part.first < opening && isQuoted(tokens, part, each));
    const goesOn = at > 0 && parts[at - 1]!.sentence.text.endsWith(';') ? carried : undefined;
    carried = isOfThePerson(tokens, part, hit) ? undefined : hit ? cueAt(tokens, hit, 'material', 'help or teaching about it') : goesOn;
    return carried;
  });
}

function isQuoted(tokens: readonly Token[], part: Part, { last }: ToldHit): boolean {
  for (let at = last + 1; at <= Math.min(part.last, last + quoting); at++) if (tokens[at]!.before.includes(':') || quotes.has(tokens[at]!.plain)) return true;
  return false;
}

/** "Training day, but in the break she told me …" */
function isOfThePerson(tokens: readonly Token[], part: Part, hit: ToldHit | undefined): boolean {
  const begin = tokens.slice((hit?.last ?? part.first) + 1, part.last + 1).find(({ before }) => before.includes(':'));
  if (begin && ['a', 'an', 'any'].includes(begin.plain)) return false;
  const words = tokens.slice((hit?.last ?? part.first - 1) + 1, part.last + 1).map(({ plain }) => plain);
  if (words.includes('but')) return true;
  const named = words.find((word) => persons.has(word) || anybody.has(word));
  return named !== undefined && persons.has(named);
}
