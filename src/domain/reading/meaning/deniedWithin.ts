/**
 * A rule that holds its own "not" ("no food") may meet words whose "not" denies something else: "No worries about food",
 * "nothing that he shouldn't, takes his tablets", "no controlling ways, has her own bank card".
 */
import { edgeAt, type Around, type Span } from '../cues/findCues';

const noes = new Set(['no', 'nil', 'without', 'not', 'never', 'zero']);
const between = new Set(['any', 'real', 'particular', 'major', 'big', 'great', 'current', 'further', 'other', 'more', 'special', 'undue', 'obvious', 'have', 'having', 'had', 'got']);
const worries = new Set(['worry', 'worries', 'concern', 'concerns', 'problem', 'problems', 'issue', 'issues', 'trouble', 'troubles', 'bother', 'difficulty', 'difficulties', 'complaint', 'complaints', 'fear', 'fears', 'qualms', 'shortage', 'lack', 'grumbles', 'hassle', 'struggle']);
const about = new Set(['about', 'with', 'over', 're', 'regarding', 'around', 'of', 'for', 'on', 'in', 'as', 'getting', 'affording', 'paying', 'buying', 'eating', 'sleeping', 'managing', 'keeping', 'finding', 'taking']);
const helpers = new Set(['should', 'did', 'does', 'do', 'is', 'has', 'had', 'was', 'would', 'could', 'need', 'are', 'were', 'have']);
const subjects = new Set(['he', 'she', 'they', 'it', 'i', 'we', 'you']);
const owning = new Set(['has', 'have', 'had', 'got', 'owns', 'keeps', 'manages', 'gets', 'pays', 'takes', 'goes', 'with', 'plenty', 'is']);

/** The words that deny something else than what the rule is about, or undefined. */
export function deniedWithin(around: Around): Span | undefined {
  const { span, word } = around;
  for (let at = span.first; at <= Math.min(span.last, span.first + 2); at++) {
    if (!noes.has(word(at))) continue;
    const noun = between.has(word(at + 1)) ? at + 2 : at + 1;
    if (worries.has(word(noun)) && about.has(word(noun + 1)) && edgeAt(around, noun + 1) === 'none') return { first: at, last: noun };
    if (word(at) === 'not' && edgeAt(around, at + 1) === 'comma' && helpers.has(word(at - 1)) && subjects.has(word(at - 2))) return { first: at - 1, last: at };
    if (word(at) === 'no' && opensAnew(around, at)) return { first: at, last: at };
  }
  return undefined;
}

/** "no …, has …": what is denied ends at the comma, and what somebody has begins there. */
function opensAnew(around: Around, no: number): boolean {
  for (let at = no + 2; at <= around.span.last; at++) if (edgeAt(around, at) === 'comma') return owning.has(around.word(at)) && !noes.has(around.word(at + 1));
  return false;
}

/** "I don't want to bother you but he …": what is denied ends at the "but" within the words. */
export function isSaidDespite({ span, word }: Around): boolean {
  for (let at = span.first + 1; at < span.last; at++) if (word(at) === 'but') return true;
  return false;
}
