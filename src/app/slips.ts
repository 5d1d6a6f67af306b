/** Which command was meant by a message that is one slip away from it. It only offers: the words are kept all the same. */
import { screens } from '../cards/actions';
import type { Meant } from '../cards/screen';
import { typedCommands } from './readSaid';

/** Everyday words that are one letter away from a command. */
const ordinary: ReadonlySet<string> = new Set(['lose', 'closed', 'closer', 'closes', 'closet', 'replay', 'rely', 'visits', 'pauses', 'phones', 'persons', 'parson', 'summery']);

const isScreen = (name: string): name is (typeof screens)[number] => screens.some((screen) => screen === name);

/** What each typed word leads to, as far as a button can lead there. */
const leads: ReadonlyMap<string, Meant['then']> = new Map(
  typedCommands.flatMap(([word, said]): [string, Meant['then']][] => {
    if (word.length < 4 || word.includes(' ')) return [];
    if (said.kind === 'screen' && isScreen(said.screen)) return [[word, said.screen]];
    return said.kind === 'home' && said.home !== 'welcome' ? [[word, said.home]] : [];
  }),
);

export function commandMeant(text: string): Pick<Meant, 'word' | 'then'> | undefined {
  const typed = text.trim().toLowerCase().replace(/^\//, '').replace(/[.!?:\s]+$/, '');
  if (text.length > 40 || !/^\p{L}+$/u.test(typed) || ordinary.has(typed)) return undefined;
  for (const [word, then] of leads) if (isOneSlip(typed, word)) return { word, then };
  return undefined;
}

/** Two letters the wrong way round; in longer words also one too many, one missing, or one that is another. */
function isOneSlip(typed: string, word: string): boolean {
  const start = [...word].findIndex((letter, at) => typed[at] !== letter);
  if (start === -1) return word.length > 4 && typed.length === word.length + 1;
  const [left, right] = [typed.slice(start), word.slice(start)];
  if (left.length === right.length) return (left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2)) || (word.length > 5 && left.slice(1) === right.slice(1));
  return word.length > 4 && (left.slice(1) === right || left === right.slice(1));
}
