/** Words for somebody, and names: what may stand where rules say "he", "her" or "his". */
import type { Token } from './token';
import { wordSet } from './wordSet';

const males = wordSet('dad father stepdad stepfather husband hubby boyfriend fiance brother stepbrother son stepson boy lad grandad grandpa grandfather grandson uncle nephew man bloke chap priest vicar imam pastor');
const others = wordSet('mum mam mom mother stepmum stepmother parents wife partner girlfriend fiancee ex missus sister stepsister daughter stepdaughter child kid girl lass nan nana gran grandma grandmother granddaughter grandchild aunt auntie niece cousin law friend mate pal neighbour flatmate housemate lodger tenant landlord landlady carer carers cleaner worker helper nurse manager boss supervisor colleague coach teacher tutor driver builder gardener client patient woman lady resident volunteer');
const titles = wordSet('mr mrs ms miss dr');
const ofWomen = wordSet('mrs ms miss');
const noNames = wordSet('i monday tuesday wednesday thursday friday saturday sunday mon tues weds thurs fri sat sun january february march april may june july august september october november december christmas easter ramadan eid');

/** "her …", "the client", "pt": somebody may be named with it, or whose it is. */
const openings = wordSet('her his my their our the this both me client patient pt su person lady gentleman gent man woman resident tenant');
export const opensNaming = (plain: string): boolean => openings.has(plain);

export const isSomebody = (plain: string): boolean => males.has(plain) || others.has(plain);
export const isMale = (plain: string): boolean => males.has(plain);
export const isTitle = (plain: string): boolean => titles.has(plain);
export const isWomansTitle = (plain: string): boolean => ofWomen.has(plain);

/** Written with a capital, and no word that a rule names. */
export function isName(text: string, { start, plain, number }: Token, isWord: (plain: string) => boolean): boolean {
  const code = text.charCodeAt(start);
  return code >= 65 && code <= 90 && !number && !noNames.has(plain) && !isWord(plain);
}
