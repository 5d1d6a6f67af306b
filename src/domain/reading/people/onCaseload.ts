/** "A lady on my caseload", "someone I support": with these words a worker names whom the note is about. */
import { wordSet } from '../words/wordSet';

const lists = wordSet('caseload list books patch service clients');
const sees = wordSet('support supporting see saw visit visited visiting met know work working help helping');
const reach = 5;

/** `word` gives the words of the text by their places. */
export function isOnCaseload(word: (at: number) => string, after: number): boolean {
  for (let at = after; at < after + reach; at++) {
    if (['my', 'our'].includes(word(at)) && lists.has(word(at + 1)) && ['on', 'from', 'of'].includes(word(at - 1))) return true;
    if (['i', 'we'].includes(word(at)) && at <= after + 1 && (sees.has(word(at + 1)) || (['am', 'are', 'have'].includes(word(at + 1)) && sees.has(word(at + 2))))) return true;
  }
  return false;
}
