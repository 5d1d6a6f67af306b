/**
 * How a person speaks of things in their own words, or a worker of a person: liked, missed, left behind, disliked, refused.
 *
 * A sentence is read from left to right. A cue ("I hate", "used to") colours the words after it, until a turn
 * ("but", a new subject) or the end of the sentence. Doubt never makes an interest: words about somebody else, about
 * trouble, after "not" or after "I do not think" count for nothing.
 */
import { plainWordsOf, type Token } from '../words/tokens';

/** `missed`: liked in the past, perhaps still. `past`: liked once, and no more. `doubted`: nobody says that it is so. */
export type Mood = 'plain' | 'doubted' | 'liked' | 'missed' | 'past' | 'disliked' | 'refused' | 'trouble' | 'somebody-else';

type Table = readonly (readonly [Mood, readonly string[]])[];

const forward: Table = [
  [
    'plain',
    [
      'do not mind', 'does not mind', 'would not mind', 'do not hate', 'does not hate', 'do not dislike', 'does not dislike', 'hate not', 'hates not', 'hate missing', 'hates missing', 'not just', 'not only', 'not bad', 'not lost interest in', 'nothing better than', 'no trouble with', 'not put off',
      'do not want to lose', 'do not want to stop', 'do not want to give up', 'do not want to miss', 'does not want to lose', 'does not want to stop', 'does not want to give up', 'does not want to miss', 'would hate to lose', 'would hate to give up', 'would hate to miss', 'would not want to lose',
      ...['hate that', 'hates that'].flatMap((hate) => ['i', 'he', 'she', 'they', 'we'].map((who) => `${hate} ${who}`)),
    ],
  ],
  [
    'disliked',
    [
      'hate', 'hates', 'hated', 'hating', 'loathe', 'loathes', 'loathed', 'detest', 'detests', 'detested', 'despise', 'despises', 'dislike', 'dislikes', 'disliked', 'resents', 'dread', 'dreads', 'dreaded', 'dreading',
      'can not stand', 'could not stand', 'can not bear', 'could not bear', 'can not abide', 'can not stomach', 'can not be doing with', 'can not be bothered with', 'can not face', 'could not face',
      ...['do', 'does', 'did', 'would'].flatMap((verb) => ['like', 'enjoy', 'fancy', 'love', 'care for', 'get on with', 'take to', 'hold with'].map((like) => `${verb} not ${like}`)),
      'not go near', 'never go near', 'never been one for', 'never one for', 'never was one for', 'had enough of', 'no use for', 'no truck with', 'allergic to', 'could do without', 'can do without', 'never liked', 'never enjoyed', 'never likes', 'never enjoys', 'never took to', 'never fancied', 'not keen on', 'not keen', 'not fond of', 'not fussed about', 'not fussed on', 'not fussed', 'not bothered about', 'not into', 'not interested in', 'no interest in', 'not a fan of', 'no fan of', 'not one for', 'not struck on', 'no time for', 'nothing worse than',
      'avoid', 'avoids', 'avoided', 'avoiding', 'keep away from', 'keeps away from', 'kept away from', 'stays away from', 'steers clear of', 'says no to', 'said no to', 'fed up with', 'fed up of', 'sick of', 'tired of', 'bored of', 'bored with', 'bored by', 'put off by', 'scared of', 'afraid of', 'frightened of', 'terrified of', 'would rather die than',
    ],
  ],
  [
    'doubted',
    [
      'not sure', 'not certain', 'not convinced', 'not clear', 'unsure', 'unclear', 'doubt', 'doubts', 'not that', 'can not say', 'could not say', 'would not say', 'hard to say',
      ...['do', 'does', 'did'].flatMap((verb) => ['think', 'believe', 'know', 'reckon', 'feel like'].map((says) => `${verb} not ${says}`)),
    ],
  ],
  ['refused', ['not', 'no', 'nae', 'never', 'without', 'rather not', 'do not want', 'does not want', 'did not want', 'would not want', 'have not got', 'has not got', 'nothing', 'anything but', 'refuses', 'refused', 'turned down', 'instead of', 'rather than']],
  ['past', ['gone off', 'went off', 'lost interest in', 'grown out of', 'grew out of', 'no longer enjoy', 'no longer enjoys', 'no longer like', 'no longer likes', 'no longer interested in', 'no longer into', 'no longer wants', 'stopped enjoying', 'stopped liking']],
  ['missed', ['miss', 'misses', 'missed', 'missing', 'used to', 'loved', 'enjoyed', 'gave up', 'given up', 'had to stop', 'stopped', 'no longer', 'before i got ill', 'was keen on', 'once liked']],
  [
    'liked',
    [
      'love', 'loves', 'loving', 'like', 'likes', 'liked', 'enjoy', 'enjoys', 'enjoying', 'adore', 'adores', 'fancy', 'fancies', 'fancied', 'keen on', 'keen to', 'fond of', 'want', 'wants', 'interested in', 'interest in', 'curious about', 'good at', 'happiest', 'passionate about', 'would like', 'would love', 'prefer', 'prefers', 'preferred', 'mad about', 'mad on', 'crazy about', 'big fan of', 'a fan of', 'can not get enough of', 'can not wait', 'can not live without', 'lives for',
      ...['am', 'is', 'are', 'was', 'been', 'really', 'very', 'well', 'big', 'so', 'got', 'getting', 'always', 'massively', 'proper'].map((before) => `${before} into`),
    ],
  ],
  ['trouble', ['can not', 'could not', 'not able', 'unable', 'hurts', 'hurt', 'pain', 'painful', 'struggle', 'struggles', 'hard', 'difficult', 'worry', 'worries', 'worried']],
  ['plain', ['but', 'although', 'though', 'however', 'except', 'instead', 'because', 'rather', 'so']],
];

/** These colour the words before them. */
const backward: Table = [
  [
    'disliked',
    [
      ...['hated', 'hates', 'hate', 'loathed', 'loathes', 'dreads', 'dreaded', 'did not like', 'does not like', 'did not enjoy', 'does not enjoy', 'did not take to', 'can not stand', 'could not stand', 'can not bear', 'could not bear'].flatMap((verb) => ['it', 'them'].map((what) => `${verb} ${what}`)),
      'not for me', 'not for him', 'not for her', 'not for them', 'not my thing', 'not his thing', 'not her thing', 'not their thing', 'not my cup of tea', 'not his cup of tea', 'not her cup of tea', 'not my scene', 'not his scene', 'not her scene', 'not my idea of fun', 'not his idea of fun', 'not her idea of fun',
      ...['me', 'him', 'her', 'them'].flatMap((who) => [`puts ${who} off`, `put ${who} off`, `bores ${who}`, `bored ${who}`]),
    ],
  ],
  ['past', ['but not any more', 'but not anymore', 'but not now', 'but not since', 'but never since', 'but not these days', 'but not lately', 'but not for years', 'but has gone off it', 'but went off it', 'but has lost interest', 'but lost interest', 'but no more', 'not any longer', 'and not since', 'and never since', 'not since']],
  ['missed', ['any more', 'anymore']],
];

const relatives = new Set(['husband', 'wife', 'partner', 'hubby', 'mum', 'mam', 'mother', 'dad', 'father', 'son', 'daughter', 'sister', 'brother', 'friend', 'neighbour', 'grandson', 'granddaughter', 'ex', 'carer', 'boss', 'kids', 'children', 'family', 'boyfriend', 'girlfriend', 'niece', 'nephew', 'aunt', 'uncle', 'gran', 'nan', 'grandad', 'cousin', 'mate'].flatMap((word) => [word, `${word}s`]));
const owners = new Set(['my', 'his', 'her', 'their', 'your']);
const myself = new Set(['i', 'we', 'me']);
const thirdPerson = new Set(['he', 'she', 'they']);

type Cue = { readonly words: readonly string[]; readonly mood: Mood };
type Cues = ReadonlyMap<string, readonly Cue[]>;

/** By their first word, the longest first: "not just" is found before "not". */
function listCues(table: Table): Cues {
  const cues = table.flatMap(([mood, phrases]) => phrases.map((phrase): Cue => ({ words: plainWordsOf(phrase), mood }))).sort((a, b) => b.words.length - a.words.length);
  const byFirst = new Map<string, Cue[]>();
  for (const cue of cues) byFirst.set(cue.words[0]!, [...(byFirst.get(cue.words[0]!) ?? []), cue]);
  return byFirst;
}
const forwardCues = listCues(forward);
const backwardCues = listCues(backward);
/** Words that a cue behind them still colours. */
const farthestBack = 12;
/** Words within which "not" takes back a word of liking: "not really that keen on". */
const reachOfNot = 4;

const cueAt = (list: Cues, tokens: readonly Token[], at: number): Cue | undefined => list.get(tokens[at]!.plain)?.find(({ words }) => words.every((word, index) => tokens[at + index]?.plain === word));

/** Whether a token is what it is about, or part of a cue that stands ahead of it or behind it. */
export type Part = 'what' | 'ahead' | 'behind';

/** One mood for each token of a sentence. Linear in their number. */
export function moodsOf(tokens: readonly Token[]): { readonly moods: readonly Mood[]; readonly parts: readonly Part[] } {
  const isFirstPerson = tokens.some(({ plain }) => myself.has(plain) || plain === 'my');
  const moods: Mood[] = [];
  const parts: Part[] = [];
  let mood: Mood = 'plain';
  let refusedAt = -1;
  for (let at = 0; at < tokens.length; at++) {
    if (endsMood(mood, tokens, at, isFirstPerson)) mood = 'plain';
    if (namesSomebody(tokens, at, isFirstPerson)) mood = 'somebody-else';
    const back = cueAt(backwardCues, tokens, at);
    if (back) colourBack(moods, tokens, back.mood);
    const cue = back ?? cueAt(forwardCues, tokens, at);
    if (cue) {
      const before = mood;
      mood = afterCue(mood, cue, at - refusedAt <= reachOfNot);
      if (before === 'refused' && mood === 'disliked' && cue.mood !== 'disliked') {
        moods.fill('disliked', refusedAt);
        parts.fill('ahead', refusedAt);
      }
      if (mood === 'refused') refusedAt = at;
    }
    const length = cue?.words.length ?? 1;
    for (let inside = 0; inside < length; inside++) {
      moods.push(mood);
      parts.push(cue === undefined ? 'what' : back ? 'behind' : 'ahead');
    }
    at += length - 1;
  }
  return { moods, parts };
}

/** As far as the turn before it: "likes music, bingo is not for her" leaves the music alone. */
function colourBack(moods: Mood[], tokens: readonly Token[], mood: Mood): void {
  for (let at = moods.length - 1; at >= Math.max(0, moods.length - farthestBack) && moods[at] !== 'somebody-else' && !turns.has(tokens[at]!.plain); at--) {
    if (moods[at] === 'liked' && at + 1 < moods.length && hasComma(tokens[at + 1]!)) return;
    moods[at] = mood;
  }
}

const turns = new Set(['but', 'although', 'though', 'however', 'because']);

const hasComma = ({ before }: Token): boolean => before.includes(',');

function endsMood(mood: Mood, tokens: readonly Token[], at: number, isFirstPerson: boolean): boolean {
  const token = tokens[at]!;
  if (hasComma(token) && (mood === 'refused' || mood === 'trouble' || opensClause(token))) return true;
  return (mood !== 'doubted' && startsAnew(token, isFirstPerson)) || wantsAfterAll(tokens, at);
}

/** "Hates singing, would play cards": no list of what is hated goes on with these. */
const opensClause = ({ plain }: Token): boolean => clauseOpeners.has(plain);
const clauseOpeners = new Set(['would', 'was', 'is', 'has', 'had', 'used', 'could', 'might', 'will', 'does', 'did', 'do', 'plays', 'played', 'knows', 'good']);

/** "I", or where nobody speaks for themselves any new subject, ends what went before. */
function startsAnew({ plain }: Token, isFirstPerson: boolean): boolean {
  if (myself.has(plain)) return plain !== 'me';
  return thirdPerson.has(plain) && !isFirstPerson;
}

/** "Does not drive and wants to learn": who did not want would not "wants". */
const wantsAfterAll = (tokens: readonly Token[], at: number): boolean => tokens[at]!.plain === 'and' && wanting.has(tokens[at + 1]?.plain ?? '');
const wanting = new Set(['wants', 'likes', 'loves', 'enjoys', 'fancies', 'prefers', 'misses', 'would']);

/** "Her husband", "his late wife"; in a worker's note "Husband" alone at the beginning. */
function namesSomebody(tokens: readonly Token[], at: number, isFirstPerson: boolean): boolean {
  const isRelative = (of: number): boolean => relatives.has(tokens[of]?.plain ?? '');
  if (owners.has(tokens[at]!.plain)) return isRelative(at + 1) || isRelative(at + 2);
  return isRelative(at) && !isFirstPerson && (at === 0 || hasComma(tokens[at]!)) && tokens[at + 1]?.plain !== 'and';
}

function afterCue(mood: Mood, { mood: cue, words }: Cue, isNearNot: boolean): Mood {
  const [first] = words;
  if (mood === 'somebody-else') return words.length === 1 && first === 'but' ? 'plain' : mood;
  if (mood === 'doubted' && cue !== 'plain') return 'doubted';
  if (mood === 'missed' && cue === 'liked') return 'missed';
  if (mood === 'past' && (cue === 'liked' || cue === 'missed')) return 'past';
  if (mood === 'disliked' && cue === 'refused') return 'plain';
  // "Things like bingo" is no liking.
  if (mood === 'disliked' && first === 'like') return 'disliked';
  if (mood === 'refused' && (cue === 'liked' || cue === 'missed') && isNearNot) return 'disliked';
  return cue;
}
