/** How a place in a text is read, and by which words: what rules and phrases have in common. */
import { carriedOver } from './meaning/carried';
import { readContext, statusOf, type Carried, type Context } from './meaning/context';
import type { Cues } from './cues/cues';
import type { Lexicon } from './lexicon';
import type { Status, Whose } from './mention';
import type { Need } from './meaning/onlyIf';
import { isOfTheSpeaker } from './people/ofTheSpeaker';
import type { People } from './people/people';
import { keptPerText } from './recent';
import { asMeant } from './words/asMeant';
import { sentencesOf, type Stretch } from './words/sentences';
import { tokensOf, type Token } from './words/tokens';

/** A sentence, and the first and last of the tokens in it. */
export type Part = { readonly sentence: Stretch; readonly first: number; readonly last: number; /** What a heading or an answer elsewhere says of it. */ readonly carried?: Carried };

export type Manner = { readonly negationIsPart: boolean; readonly whoseIsSaid: boolean; readonly isOfTheHome?: boolean; readonly event: boolean; readonly need?: Need };
export type ReadAs = { readonly status: Status; readonly whose?: Whose; readonly cue?: string; /** Somebody else's, who is of whoever speaks, and now. */ readonly isNear?: boolean };

type Cut = { readonly tokens: readonly Token[]; readonly parts: readonly Part[] };
const mostTexts = 64;

/** The tokens and the sentences of a text. */
export const cutText: (text: string, rules: Pick<Lexicon, 'cues' | 'mend' | 'people'>) => Cut = keptPerText((written, { cues, mend, people }) => {
  const text = asMeant(written);
  const tokens = tokensOf(text, mend);
  return { tokens, parts: partsOf(text, tokens, cues, people) };
}, mostTexts);

/** The sentences that hold a word, with their tokens, and what headings and answers say of them. */
export function partsOf(text: string, tokens: readonly Token[], cues: Cues, people: People): readonly Part[] {
  const parts = sentenceParts(text, tokens);
  const carried = carriedOver(text, tokens, parts, cues, people);
  return parts.map((part, at) => (carried[at] ? { ...part, carried: carried[at] } : part));
}

function sentenceParts(text: string, tokens: readonly Token[]): readonly Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const sentence of sentencesOf(text)) {
    while (at < tokens.length && tokens[at]!.start < sentence.start) at++;
    const first = at;
    while (at < tokens.length && tokens[at]!.start < sentence.end) at++;
    if (at > first) parts.push({ sentence, first, last: at - 1 });
  }
  return parts;
}

export function readAs(text: string, tokens: readonly Token[], { first, last, part }: { readonly first: number; readonly last: number; readonly part: Part }, cues: Cues, manner: Manner): ReadAs {
  const context = readContext(tokens, { first, last }, cues, { ...manner, sentence: part, ...(part.carried ? { carried: part.carried } : {}) });
  const status = statusOf(context);
  const cue = context.apart && !context.refuted ? context.apart : { present: context.present, past: context.past, denied: context.refuted ?? context.negated, hypothetical: context.hypothetical, other: context.other, figure: undefined }[status];
  const isNear = status === 'other' && isNearToTheSpeaker(text, context);
  return { status, ...(isNear ? { isNear } : {}), ...(status === 'other' ? { whose: (context.apart ? undefined : context.other?.whose) ?? 'somebody' } : {}), ...(cue ? { cue: text.slice(cue.start, cue.end) } : {}) };
}

const isNearToTheSpeaker = (text: string, { apart, other, past, hypothetical, negated }: Context): boolean => !past && !hypothetical && !negated && isOfTheSpeaker(text, apart ?? other!);
