/** Names written small, where a word before them announces a name. Nothing else tells them from any other word. */
import { capitalised, everyday, givenNames, kin, nameOrWord } from './personalWords';

type SmallWord = { readonly start: number; readonly end: number; readonly text: string; readonly small: string };

export function announcedNames<W extends SmallWord>(words: readonly W[], free: ReadonlySet<W>): W[] {
  return words.filter((word, at) => free.has(word) && mayBeName(word) && (isCalledSo(words, at) || isRelativeOfThatName(words, at)));
}

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const neverNames = list('round yesterday twice names weekly daily hourly upstairs downstairs opposite abroad nearby alone aside apart together online okay maybe herself himself themselves since whether however coach tram bike bicycle ferry minibus ambulance foot quickly house flat annexe board room');
const verbs = list(`
  may will do no be in on up see so such am an mark drew chase sing win cook my came rang told bought kept fell drank drunk went gave left lost met
  paid ran sat sent spoke stood thought threw took wrote broke brought caught drove felt forgot found got grew heard held hurt knew led lent let put
`);
const mayBeName = ({ text, small }: SmallWord): boolean => small.length > 1 && !/['\u2019]/.test(text) && !kin.has(small) && !everyday.has(small) && (!capitalised.has(small) || isMonthName(small)) && !neverNames.has(small);
const isMonthName = (small: string): boolean => small === 'june' || small === 'april' || small === 'august';

const somebody = list('man woman lady gentleman lad lass boy girl guy bloke chap person someone somebody colleague volunteer worker leader helper teacher member');
const isSomebody = (small: string): boolean => kin.has(small) || somebody.has(small);

/** "A neighbour called jo", "goes by jo", "known as jo", "they call him jo". */
function isCalledSo(words: readonly SmallWord[], at: number): boolean {
  if (!isBeside(words, at)) return false;
  const [third = '', second = '', first = ''] = [words[at - 3]?.small, words[at - 2]?.small, words[at - 1]?.small];
  if (first === 'called' || first === 'nicknamed') return isSomebody(second);
  const bringsAName = `${second} ${first}`;
  return bringsAName === 'goes by' || bringsAName === 'known as' ? !things.has(third) : /^calls? h(?:im|er)$/.test(bringsAName) && callers.has(third) && !endsLikeAVerb(words[at]!.small);
}

const things = list('it group which walk place');
const callers = list('they we everybody everyone people');
const owners = list('her his my their our your the');
const thenPeople = list('will can could would might should who has is was and said says comes came rings rang meets drives brings collects visits lives helps knows told calls');

/** "Her son dave will come": the word stands where only a name can, before what people do or at the end. */
function isRelativeOfThatName(words: readonly SmallWord[], at: number): boolean {
  const [word, relative, owner, next] = [words[at]!, words[at - 1], words[at - 2], words[at + 1]];
  if (!relative || !isBeside(words, at) || !kin.has(relative.small) || !owners.has(owner?.small ?? '') || verbs.has(word.small)) return false;
  if (next !== undefined && next.start - word.end < 2 && !thenPeople.has(next.small)) return false;
  return givenNames.has(word.small) || nameOrWord.has(word.small) || isMonthName(word.small) || (word.small.length < 9 && !endsLikeAVerb(word.small));
}

const isBeside = (words: readonly SmallWord[], at: number): boolean => at > 0 && words[at]!.start - words[at - 1]!.end === 1;
const endsLikeAVerb = (small: string): boolean => /(?:s|ed|ing|ly|tion|ment|day|ful|ward)$/.test(small);
