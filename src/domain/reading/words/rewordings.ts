/**
 * What may be worded in many ways, in the wording in which the rules name it: "is unable to" is "can not", "refuses to" is
 * "will not", "has eaten nothing" is "has not eaten anything". Only ways that mean the same whatever they are said of.
 */
import type { Token } from './token';
import { wordSet } from './wordSet';

/** So many words of the text, and what they are read as; `verb`: the last of them is the last of these by itself, and those before it are said of it. */
export type Reworded = { readonly takes: number; readonly as: readonly string[]; readonly verb?: true };

const being = wordSet('am is are be being been was were');
const had = wordSet('has have had');
const eaten = wordSet('eaten drunk kept taken touched swallowed drank ate');
const allowing = wordSet('allow permit');
const anybody = wordSet('her him me them us anyone anybody');
const going = wordSet('keeps kept started starts begun began');
const oneself = wordSet('i we you they');
/** They end as verbs do: "never always", "no longer us". */
const noVerbs = wordSet('is was has does this his always yes unless perhaps lots loads less us as its across');
/** What "me" may be before for "my", and after which it is to whom: "gave me money". */
const ones = wordSet('mum mam mother dad father husband wife partner boyfriend girlfriend ex fella missus bloke sister brother son daughter nan gran grandad nephew niece uncle aunt mate kid kids lad lass head life chest arm arms leg legs back stomach belly tummy heart face neck wrist wrists hand hands eyes mouth throat house flat room bed door benefits pension card bank tablets tabs pills meds medication insulin inhaler phone keys purse wallet clothes own nerves mind knickers hair skin breath');
const toMe = wordSet('give gave gives giving lend lent send sent sends show showed bring brought buy bought get got gets find found pay paid offer offered cook cooked make made makes call called hit hits punched slapped kicked told tell tells ask asked asks leave left');
/** What somebody does or does not, as those who learn the language say it. */
const bare = wordSet('eat sleep drink let want go come see hear speak talk work walk wake breathe stop help feel know understand give take leave move stand get wash cook pay cope manage live trust open answer keep do put be hold swallow have care remember');
const whoDoes = wordSet('i he she they we it mum dad husband wife son daughter mother father brother sister');
const hurting = wordSet('hurt hurts hurting harm harms harming cut cuts cutting kill kills killing burn burns burning scratch scratches scratching hang hanging hit hits hitting look after wash');
const ofSelf = wordSet('harm harms harmed harming care neglect injury esteem confidence help worth employed');
const spells = new Map([['7', 'days'], ['52', 'weeks'], ['12', 'months']]);
const longest = 6;

/** Asked of a word by itself. */
export const mayBeReworded = (plain: string): boolean => byFirst.has(plain);

/** Undefined where the word at this place begins no such wording. `last` is the last word of the sentence. */
export function rewordedAt(tokens: readonly Token[], at: number, last: number): Reworded | undefined {
  const ways = byFirst.get(tokens[at]!.plain);
  if (ways === undefined) return undefined;
  const words: string[] = [];
  for (let next = at; next <= last && next < at + longest; next++) words.push(tokens[next]!.plain);
  const before = tokens[at - 1]?.plain;
  for (const way of ways) {
    const reworded = way(words, before);
    if (reworded) return reworded;
  }
  return undefined;
}

/** Reads words from the first on, after the word before them. */
type Way = (words: readonly string[], before: string | undefined) => Reworded | undefined;

const is = (words: readonly string[], from: number, phrase: string): boolean => phrase.split(' ').every((word, on) => words[from + on] === word);

/** "is unable to", "was not able to", "is no longer able to" */
const beingUnable: Way = (words) => {
  const cannot = (takes: number): Reworded => ({ takes, as: [words[0] === 'was' || words[0] === 'were' ? 'could' : 'can', 'not'] });
  if (is(words, 1, 'unable to')) return cannot(3);
  if (is(words, 1, 'not able to')) return cannot(4);
  return is(words, 1, 'no longer able to') ? cannot(5) : undefined;
};
const unable: Way = (words) => (is(words, 1, 'to') ? { takes: 2, as: ['can', 'not'] } : undefined);
/** "can no longer" */
const noLongerCan: Way = (words) => (is(words, 1, 'no longer') ? { takes: 3, as: [words[0]!, 'not'] } : undefined);
const refusing: Way = (words) => (is(words, 1, 'to') ? { takes: 2, as: [words[0] === 'refused' ? 'would' : 'will', 'not'] } : undefined);
const beingRefusing: Way = (words) => (is(words, 1, 'refusing to') ? { takes: 3, as: ['will', 'not'] } : undefined);
/** "does not allow her to", "will not permit me to" */
const notAllowing: Way = (words) => (words[1] === 'not' && allowing.has(words[2] ?? '') && anybody.has(words[3] ?? '') && words[4] === 'to' ? { takes: 5, as: ['will', 'not', 'let', words[3]!] } : undefined);
/** "never eats", "no longer eats" */
const neverDoes = (takes: number): Way => (words) => {
  const verb = baseOf(words[takes] ?? '');
  return verb === undefined ? undefined : { takes: takes + 1, as: ['does', 'not', verb], verb: true };
};
const noLonger: Way = (words, before) => (words[1] !== 'longer' ? undefined : (words[2] ?? '').endsWith('ing') && being.has(before ?? '') ? { takes: 2, as: ['not'] } : neverDoes(2)(words, before));
/** "has eaten nothing" */
const nothing: Way = (words, before) => (words[1] === 'nothing' && before !== 'not' ? { takes: 2, as: ['not', words[0]!, 'anything'] } : undefined);
/** "has not got any food", "there is not any food" */
const notAny: Way = (words, before) => {
  if (is(words, 1, 'not any') && (had.has(words[0]!) || before === 'there')) return { takes: 3, as: [words[0]!, 'no'] };
  if (is(words, 1, 'not got any') && had.has(words[0]!)) return { takes: 4, as: [words[0]!, 'no'] };
  return is(words, 1, 'not have any') ? { takes: 4, as: [words[0] === 'do' ? 'have' : 'has', 'no'] } : undefined;
};
/** "is without food", "are left without any heating" */
const without: Way = (words) => {
  const at = words[1] === 'left' ? 2 : 1;
  return words[at] === 'without' && !(words[at + 1] ?? 'ing').endsWith('ing') ? { takes: at + (words[at + 1] === 'any' ? 2 : 1), as: [words[0] === 'are' || words[0] === 'am' ? 'have' : 'has', 'no'] } : undefined;
};
const wouldLike: Way = (words, before) => (is(words, 1, 'like to') ? { takes: 3, as: [oneself.has(before ?? '') ? 'want' : 'wants', 'to'] } : undefined);
/** "has been hitting", "keeps hitting" */
const hasBeen: Way = (words) => (words[1] === 'been' && (words[2] ?? '').endsWith('ing') ? { takes: 2, as: [words[0] === 'have' ? 'are' : 'is'] } : undefined);
const keeps: Way = (words, before) => ((words[1] ?? '').endsWith('ing') ? { takes: 1, as: [oneself.has(before ?? '') ? 'are' : 'is'] } : undefined);
const zero: Way = (words) => (/^[a-z]+$/.test(words[1] ?? '') && words[1] !== 'hours' ? { takes: 1, as: ['no'] } : undefined);
/** "he no let me", "I no sleep", "can no breathe": of those who learn the language. */
const noDoes: Way = (words, before) => {
  if (!bare.has(words[1] ?? '')) return undefined;
  return before === 'can' ? { takes: 1, as: ['not'] } : whoDoes.has(before ?? '') ? { takes: 1, as: [words[1] === 'let' ? 'will' : 'does', 'not'] } : undefined;
};
const noCan: Way = (words) => (words[1] === 'can' && bare.has(words[2] ?? '') ? { takes: 2, as: ['can', 'not'] } : undefined);
/** "hurt self", "cut self"; not "self harm" */
const oneSelf: Way = (words, before) => (hurting.has(before ?? '') && !ofSelf.has(words[1] ?? '') ? { takes: 1, as: ['himself'] } : undefined);
/** "not eaten x 3/7", "no meds 2/52" */
const spell: Way = (words) => {
  const at = words[0] === 'x' ? 1 : 0;
  const unit = spells.get(words[at + 1] ?? '');
  return /^\d\d?$/.test(words[at] ?? '') && unit !== undefined ? { takes: at + 2, as: ['for', words[at]!, unit] } : undefined;
};
/** "tends to hit", "has started to shout" */
const tending: Way = (words) => (words[1] === 'to' && words[2] !== 'be' ? { takes: 2, as: ['will'] } : undefined);
/** "me tablets", "me husband", not "gave me money" */
const mine: Way = (words, before) => (ones.has(words[1] ?? '') && !toMe.has(before ?? '') ? { takes: 1, as: ['my'] } : undefined);
/** "over the last three days", "these past few days" */
const lately: Way = (words) => {
  const at = words[1] === 'the' || words[1] === 'these' ? 2 : 1;
  const isOf = at === 2 || words[0] === 'these';
  return isOf && (words[at] === 'last' || words[at] === 'past') && words[at + 1] !== 'of' ? { takes: at + 1, as: ['for'] } : undefined;
};

const byFirst: ReadonlyMap<string, readonly Way[]> = waysByFirst([
  [[...being], [beingUnable, beingRefusing, notAny, without]],
  [['unable'], [unable]],
  [['can', 'could'], [noLongerCan]],
  [['refuses', 'refuse', 'refused', 'refusing'], [refusing]],
  [['does', 'do', 'will', 'would', 'did'], [notAllowing, notAny]],
  [['never'], [neverDoes(1)]],
  [['no'], [noLonger]],
  [[...eaten], [nothing]],
  [[...had], [hasBeen, notAny]],
  [['would'], [wouldLike]],
  [[...going], [keeps]],
  [['me'], [mine]],
  [['zero'], [zero]],
  [['no'], [noDoes, noCan]],
  [['self'], [oneSelf]],
  [['x', ...Array.from({ length: 12 }, (_, number) => String(number + 1))], [spell]],
  [['likes', 'like', 'seems', 'seem', 'appears', 'appear', 'continues', 'continue', 'manages', 'manage', 'managed', 'starts', 'started', 'begins', 'began', 'begun', 'tends', 'tend'], [tending]],
  [['for', 'over', 'in', 'these', 'during'], [lately]],
]);

function waysByFirst(given: readonly (readonly [readonly string[], readonly Way[]])[]): ReadonlyMap<string, readonly Way[]> {
  const ways = new Map<string, Way[]>();
  for (const [firsts, all] of given) for (const first of firsts) ways.set(first, [...(ways.get(first) ?? []), ...all]);
  return ways;
}

/** What somebody does, as it is named: "eats" is "eat", "goes" is "go". Undefined for no verb of somebody. */
function baseOf(verb: string): string | undefined {
  if (!/^[a-z]{3,}s$/.test(verb) || /(?:ss|us)$/.test(verb) || noVerbs.has(verb)) return verb === 'has' ? 'have' : undefined;
  if (verb.endsWith('ies')) return `${verb.slice(0, -3)}y`;
  return /(?:ch|sh|ss|x|o)es$/.test(verb) ? verb.slice(0, -2) : verb.slice(0, -1);
}
