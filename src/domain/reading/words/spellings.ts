/** Contractions, as they are written with and without their apostrophes, and the shorthand of text messages. */
import { dialect } from './dialect';

const nots: Readonly<Record<string, string>> = { is: 'is', are: 'are', was: 'was', were: 'were', do: 'do', does: 'does', did: 'did', could: 'could', would: 'would', should: 'should', has: 'has', have: 'have', had: 'had', must: 'must', need: 'need', dare: 'dare', might: 'might', ca: 'can', wo: 'will', ai: 'is', sha: 'shall' };

/** Those that are other words without their apostrophe ("ill", "well", "hell", "id", "wed") open only with it. */
const withApostrophe: Readonly<Record<string, readonly string[]>> = {
  "i'd": ['i', 'would'], "i'll": ['i', 'will'], "he'll": ['he', 'will'], "she'd": ['she', 'would'], "she'll": ['she', 'will'], "they'd": ['they', 'would'], "they'll": ['they', 'will'],
  "we'd": ['we', 'would'], "we'll": ['we', 'will'], "we're": ['we', 'are'], "it's": ['it', 'is'], "let's": ['let', 'us'],
  "who've": ['who', 'have'], "here's": ['here', 'is'], "life's": ['life', 'is'],
};

const anyway: Readonly<Record<string, readonly string[]>> = {
  im: ['i', 'am'], ive: ['i', 'have'], youre: ['you', 'are'], youve: ['you', 'have'], youll: ['you', 'will'], theyre: ['they', 'are'], theyve: ['they', 'have'], weve: ['we', 'have'], hes: ['he', 'is'], shes: ['she', 'is'],
  theyll: ['they', 'will'], theyd: ['they', 'would'], youd: ['you', 'would'], hed: ['he', 'would'], itll: ['it', 'will'], itd: ['it', 'would'], thatll: ['that', 'will'], thatd: ['that', 'would'], whos: ['who', 'is'], whod: ['who', 'would'], wheres: ['where', 'is'], hows: ['how', 'is'], somebodys: ['somebody', 'is'], nobodys: ['nobody', 'is'], everythings: ['everything', 'is'], nothings: ['nothing', 'is'],
  thats: ['that', 'is'], whats: ['what', 'is'], theres: ['there', 'is'], cannot: ['can', 'not'], wanna: ['want', 'to'], gonna: ['going', 'to'], gunna: ['going', 'to'], gotta: ['got', 'to'], dunno: ['do', 'not', 'know'],
  '&': ['and'], '+': ['and'], cba: ['can', 'not', 'be', 'bothered'], cos: ['because'], coz: ['because'], cuz: ['because'], bc: ['because'], u: ['you'], ur: ['your'], nowt: ['nothing'], owt: ['anything'], summat: ['something'], cudnt: ['could', 'not'], wudnt: ['would', 'not'], dnt: ['do', 'not'], didny: ['did', 'not'], dinnae: ['do', 'not'], cannae: ['can', 'not'], isnae: ['is', 'not'], wasnae: ['was', 'not'], wisnae: ['was', 'not'], didnae: ['did', 'not'], couldnae: ['could', 'not'], wouldnae: ['would', 'not'], doesnae: ['does', 'not'], hasnae: ['has', 'not'], havenae: ['have', 'not'], willnae: ['will', 'not'],
};

/** Of text messages and of those who write in haste; none is another word. */
const shorthand: Readonly<Record<string, string>> = {
  tonight: '2nite tonite 2night', today: '2day', tomorrow: '2moro 2morrow tmrw tmoz tomoz tomoro', before: 'b4', anyone: 'ne1 any1', someone: 'sum1 some1', everyone: 'every1', nobody: 'no1',
  have: 'hav', when: 'wen', what: 'wat wot', with: 'wiv', never: 'neva', 'going to': 'gona', 'want to': 'wana', that: 'dat', this: 'dis', people: 'ppl', love: 'luv', think: 'fink', good: 'gd', please: 'plz pls', because: 'bcoz becuz', through: 'thru', night: 'nite', nights: 'nites',
  right: 'rite', just: 'jus', about: 'abt', next: 'nxt', text: 'txt', from: 'frm', would: 'wld wd', could: 'cld', should: 'shld shd', something: 'smth smthg', every: 'evry', everything: 'evrything', received: 'recd', retired: 'retd', including: 'incl', life: 'lyf', mate: 'm8', great: 'gr8', later: 'l8r', wait: 'w8', was: 'woz ws', been: 'bn', said: 'sed', know: 'kno', knows: 'knos', want: 'wnt', wants: 'wnts', house: 'hse', thought: 'thort thot', thoughts: 'thorts thots', yesterday: 'yest yday ystd', hospital: 'hosp', daughter: 'dtr', boyfriend: 'boyf bfriend', girlfriend: 'girlf gfriend', partner: 'ptnr', tablets: 'tblts', year: 'yr', years: 'yrs', hour: 'hr', hours: 'hrs', minutes: 'mins', weekend: 'wkend', morning: 'morn', husband: 'husb',
};

const opened: ReadonlyMap<string, readonly string[]> = new Map([
  ...dialect,
  ...Object.entries(shorthand).flatMap(([words, spellings]): [string, readonly string[]][] => spellings.split(' ').map((spelling) => [spelling, words.split(' ')])),
  ...Object.entries(withApostrophe),
  ...Object.entries(anyway).flatMap(([plain, words]): [string, readonly string[]][] => [[plain, words], ...apostrophesIn(plain, words)]),
  ...Object.entries(nots).flatMap(([stem, verb]): [string, readonly string[]][] => [[`${stem}nt`, [verb, 'not']], [`${stem}n't`, [verb, 'not']]]),
]);

/** "hes" is also "he's": the apostrophe stands where the second word was cut. */
function apostrophesIn(plain: string, [first = '']: readonly string[]): [string, readonly string[]][] {
  return plain.startsWith(first) && plain.length > first.length ? [[`${first}'${plain.slice(first.length)}`, anyway[plain] ?? []]] : [];
}

/** "Mum'll", "the kids've": endings that mean one thing after any word; `'d` is "would" after words for people ("OD'd" is not). */
const endings: Readonly<Record<string, string>> = { ll: 'will', ve: 'have', re: 'are', d: 'would' };
const ending = /^([a-z]+)'(ll|ve|re|d)$/;
const people = new Set('nobody noone somebody someone everybody everyone anybody anyone folk people kids there what that this how mum mam mom mummy mammy dad daddy nan nana gran granny grandad son daughter wife husband hubby missus brother sister family doctor nurse neighbour lad lass lads girls boys you youse who which'.split(' '));

/** The words of a contraction or of a dialect's spelling; undefined when it is none. */
export const openedWords = (word: string): readonly string[] | undefined => opened.get(word) ?? (word.includes("'") ? (dialect.get(word.replace(/'/g, '')) ?? openedEnding(word)) : undefined);

function openedEnding(word: string): readonly string[] | undefined {
  if (word.endsWith("'s")) return dialect.get(word.slice(0, -2));
  const [, stem = '', left = ''] = ending.exec(word) ?? [];
  return stem === '' || (left === 'd' && !people.has(stem)) ? undefined : [...(opened.get(stem) ?? [stem]), endings[left]!];
}
