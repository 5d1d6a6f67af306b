/** The small words of English that hold a sentence together: closed classes, as a grammar lists them. Nouns and verbs are content (people.json). */

const wordsOf = (list: string): readonly string[] => list.split(' ');

/** Asked of every word of a note, so they are looked up together with the lists of people.json. */
export const grammar = {
  /** "me mate" is "my mate". */
  owners: wordsOf('my his her their our your me'),
  determiners: wordsOf('a an one another some this that those these the any every no two three four five both several many most other'),
  /** Words that no noun phrase runs over. */
  functionWords: wordsOf(
    'i he she they we you it me him her them us my his our their your who whose which that what when where how why if because and or but so as since though although while until than then is am are was were be been being has have had do does did will would can could may might must should shall not no never nobody nothing there here to for with without of at in from on off by about into onto over under behind beside near along across opposite round around through between after before during per via out up down upstairs downstairs next',
  ),
  /** With which a place begins. */
  places: wordsOf('at in from on off of down up across over opposite behind beside near along round around through below above next outside inside upstairs downstairs there here out two three by under within'),
  /** "one of the chaps". */
  parts: wordsOf('one another some two three four five several most many both all a half loads plenty none any'),
  /** "Mr", "Mrs". */
  titles: wordsOf('mr mrs ms miss'),
  someone: wordsOf('someone somebody'),
  /** After these a clause begins. */
  joins: wordsOf('that because as since and how where when but so said says heard hears cos if though although like while old'),
  /** After these somebody may be brought in: "there was one lad who …", "spoke about her neighbour", "told me a porter …". */
  bringsIn: wordsOf('is was were had are been about of me us them him her'),
  /** A phrase for somebody whom nobody has spoken of yet begins with one of these. */
  firstNamed: wordsOf('a an one another this some'),
} as const satisfies Readonly<Record<string, readonly string[]>>;

export const speaker: ReadonlySet<string> = new Set(wordsOf('i me my myself we us our'));
/** The speaker as the one to whom it is done or told. */
export const speakerTo: ReadonlySet<string> = new Set(wordsOf('me us my our'));
/** "my mate". */
export const speakersOwn: ReadonlySet<string> = new Set(wordsOf('my our me'));
export const subjects: ReadonlySet<string> = new Set(wordsOf('he she i we they'));
export const oneSubjects: ReadonlySet<string> = new Set(wordsOf('he she i they'));
export const others: ReadonlySet<string> = new Set(wordsOf('he she they'));
export const theirs: ReadonlySet<string> = new Set(wordsOf('hers his theirs mine'));
export const oneOrOther: ReadonlySet<string> = new Set(wordsOf('a an one another'));
export const toSomebody: ReadonlySet<string> = new Set(wordsOf('me us them him her'));

export type OneSex = 'male' | 'female';

const each = (sex: OneSex, words: string): readonly (readonly [string, OneSex])[] => wordsOf(words).map((word) => [word, sex]);
const pronouns = new Map([...each('male', 'he him his himself'), ...each('female', 'she her hers herself')]);
const titles = new Map([...each('male', 'mr'), ...each('female', 'mrs ms miss')]);

export const sexOfPronoun = (word: string): OneSex | undefined => pronouns.get(word);
/** Of a pronoun or a title. */
export const sexOfWord = (word: string): OneSex | undefined => pronouns.get(word) ?? titles.get(word);

/** "downstairs", "opposite": it says by itself where somebody lives. */
export const floors: ReadonlySet<string> = new Set(wordsOf('upstairs downstairs opposite'));

const irregular = new Map([['men', 'man'], ['women', 'woman'], ['ladies', 'lady']]);
/** "chaps" is many, and one of them is a chap. */
export const singularOf = (word: string): string => irregular.get(word) ?? (word.endsWith('s') ? word.slice(0, -1) : word);

/** Participles: "beaten" is none that can be told by its ending. */
export const endsAsParticiple = (word: string): boolean => word.endsWith('ed') || word.endsWith('ing');
/** "stays", not "bus", "this", "glass". */
export const endsAsPlural = (word: string): boolean => word.length > 1 && word.endsWith('s') && !'sui'.includes(word.charAt(word.length - 2));
export const startsWithFigure = (word: string): boolean => word.charCodeAt(0) >= 0x30 && word.charCodeAt(0) <= 0x39;
