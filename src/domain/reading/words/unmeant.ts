/** What is said while somebody looks for the next word ("erm"), a word said twice ("she she"), and an oath before another word: they say nothing. */
import { wordSet } from './wordSet';

const fillers = wordSet('um umm ummm uh uhh uhm er erm ermm errm erms');
const oaths = wordSet('bloody bluddy fucking fuckin fukin fukkin fckin fcking f*cking f**king f***ing bl**dy bl*ody frigging friggin sodding ruddy feckin fecking chuffing');
/** What may be bloody. */
const bleeds = /^ (?:froth|sputum|spit|phlegm|foam|stools?|poos?|nose|vomit|sick|diarrhoea|urine|wee|mucus|discharge|snot|nappy|pads?|sheets?|towels?|tissues?|bandages?|knife|hands?|fingers?|knees?|lip|mouth|face|gums?|cough|show|mess|and|or|from|with|on|in|after|when|stuff|shit|shits)\b/i;
/** Words that are said twice for their sense. */
const twice = wordSet('ta bye hush ha he liar no had that her happens not so very there now well dear knock night tut chop win');
/** Over these people stumble; the others they say again only at once. */
const small = wordSet('i he she they we it the a an to and in of my his is was will would can could wants want if when with at on for just like has have been be this but you what because');

export type Unmeant = 'filler' | 'oath' | 'again';

/** What a word may be; "ER" is a place. */
export const unmeantAs = (plain: string, isNumber: boolean, capitals: boolean): Unmeant | undefined => (oaths.has(plain) ? 'oath' : capitals || isNumber ? undefined : fillers.has(plain) ? 'filler' : small.has(plain) || (plain.length > 1 && !twice.has(plain)) ? 'again' : undefined);

/** Before another word, and not what has blood on it. */
export const isOnlyOath = (plain: string, after: string): boolean => /^ \p{L}/u.test(after) && !/^ hell\b/i.test(after) && !(plain === 'bloody' && bleeds.test(after));

/** Said again at once: "she she", "I, I", "to- to". */
export const isSaidAgain = (plain: string, before: string, previous: string | undefined): boolean => plain === previous && (before === ' ' || (small.has(plain) && between.test(before)));
const between = /^(?:, ?| ?[-\u2013\u2014] ?| ?(?:\.{2,3}|\u2026) ?)$/;

/** What stands between two words when what stood between them is left out: "he, erm, wants" is "he wants". */
export function marksWithout(before: string, after: string): string {
  const [one, other] = [before.trim(), after.trim()];
  if (one.startsWith(',') && other.startsWith(',')) return ' ';
  return one !== '' || /[\n\r]/.test(before) ? before : after;
}
