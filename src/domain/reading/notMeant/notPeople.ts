/**
 * What an animal, a machine, the weather or a sermon does or suffers is nobody's news: "the boiler collapsed", "stalked by a
 * pheasant", "off his food, the hamster", "stabbed him with a courgette". Whose it is says the noun that governs the words.
 */
import type { Likeness } from './likeness';
import type { Status } from '../mention';
import type { Token } from '../words/tokens';

/** Those of `beside.json`. */
export const kinds = ['creatures', 'brutes', 'machines', 'vehicles', 'plants', 'foods', 'dishes', 'weather', 'tedium', 'pastimes', 'games', 'groups', 'soft'] as const;
export type Kind = (typeof kinds)[number];
export type NotAPerson = { readonly as: Extract<Status, 'figure' | 'other'>; readonly first: number; readonly last: number };

type Span = { readonly first: number; readonly last: number };
type Noun = Span & { readonly kind: Kind };

/** The kinds of which words of a category can be said without being news. With a car or an oven somebody may die; a dog is set on people, and people are called pigs; untouched food, filthy clothes and a bare fridge are signs. */
const subjectsOf: Readonly<Record<string, readonly Kind[]>> = {
  ...each(['F03', 'F05', 'F06', 'F07', 'F08', 'F10'], ['creatures', 'brutes', 'machines', 'vehicles', 'plants', 'weather', 'tedium', 'groups']),
  ...each(['F12', 'F13', 'F14'], ['creatures', 'brutes', 'plants']),
  ...each(['F01', 'F02', 'F15', 'F17', 'F18', 'F19', 'F20'], ['creatures', 'plants', 'weather', 'tedium']),
  ...each(['F21', 'F22', 'F26'], ['creatures', 'machines', 'vehicles', 'plants', 'foods', 'dishes', 'weather', 'tedium', 'groups']),
  F24: ['creatures', 'plants'],
};
const doersOf = each(['F15', 'F17', 'F18', 'F19', 'F20', 'F21', 'F22'], ['creatures', 'plants', 'foods', 'dishes', 'weather', 'tedium']);
const instrumentsOf: Readonly<Record<string, readonly Kind[]>> = { ...each(['F01', 'F15', 'F17', 'F18', 'F21', 'F22', 'F26'], ['foods', 'plants', 'soft']), ...each(['F10', 'F24'], ['tedium', 'pastimes', 'games']) };
/** "If that printer jams again I'll swing for it." */
const provokers = each(['F01', 'F02', 'F03', 'F22', 'F26'], ['machines', 'foods', 'dishes', 'plants', 'tedium', 'pastimes', 'games', 'weather', 'creatures']);
/** What somebody may be hooked on or spend all they have on, and no harm done. */
const hobbiesOf = each(['F01', 'F15', 'F23', 'F25'], ['foods', 'dishes', 'plants', 'tedium', 'pastimes', 'creatures']);
/** Whoever is robbed at cards or murdered at chess is well; who is hurt there may not be. */
const playedAt = each(['F03', 'F15', 'F17', 'F18', 'F22', 'F23', 'F24', 'F25'], ['games']);
/** Whatever a pudding or a path threatens somebody with. */
const ofThreats = new Set(['F21', 'F22', 'F26']);

function each(codes: readonly string[], of: readonly Kind[]): Readonly<Record<string, readonly Kind[]>> {
  return Object.fromEntries(codes.map((code) => [code, of]));
}

const fits = (of: Readonly<Record<string, readonly Kind[]>>, code: string, kind: Kind): boolean => of[code]?.includes(kind) === true;

/** What may stand between a subject and the words that are said of it. */
const helps = new Set(
  'has have had is was were are be been being am got gets get gotten getting keeps kept keep started starts start begun began just nearly almost nigh on finally always also completely absolutely totally suddenly slowly really actually still now again already twice both proper properly fair quite all then never not no only would will could can may might does did do wants want wanted trying tried tries going about having thinks says said literally practically virtually positively once definitely decided decides seems seemed appears looks need needs ready s'.split(' '),
);
const having = new Set(['has', 'have', 'had', 'having', 'got', 'took', 'takes', 'throws', 'threw', 'thrown', 'throwing', 'did']);
const articles = new Set(['a', 'an', 'another', 'its', 'his', 'her', 'their', 'some', 'the']);
const determiners = new Set(['the', 'a', 'an', 'my', 'our', 'her', 'his', 'their', 'your', 'this', 'that', 'these', 'those', 'next', 'one', 'both', 'two', 'three', 'some', 'every', 'each', 'me', 'them', 'another', 'all']);
const pointing = new Set(['the', 'that', 'those', 'these', 'this', 'them', 'my', 'their', 'his', 'her', 'our']);
const pronouns = new Set(['me', 'him', 'her', 'us', 'them', 'you', 'he', 'she', 'i', 'we', 'myself', 'himself', 'herself']);
/** Before these a clause begins. */
const openers = new Set(['and', 'but', 'so', 'or', 'when', 'while', 'because', 'as', 'since', 'if', 'after', 'until', 'till', 'then', 'now', 'says', 'said', 'reckons', 'thinks', 'told', 'apparently', 'today', 'yesterday', 'unless', 'though', 'although', 'where', 'how', 'watched', 'claims', 'swears', 'poor', 'meanwhile']);
const places = new Set(['at', 'in', 'on', 'by', 'with', 'from', 'near', 'outside', 'behind', 'under', 'over', 'for', 'to', 'into', 'of', 'up', 'down', 'round']);
const counts = new Set(['one', 'two', 'three', 'some', 'all', 'both', 'most', 'none', 'half', 'many', 'few', 'couple']);
const says = new Set(['he', 'she', 'i', 'they', 'said', 'says', 'bless', 'and', 'for', 'since', 'at', 'in', 'on', 'again']);

/** Somebody else, or somebody's want of it: then an "if" is no jest. */
const unsaid = new Set('he she they him her them who somebody someone anybody anyone nobody not no without nothing and'.split(' '));
const farthestIf = 16;

const mostModifiers = 4;
const mostHelps = 7;
const farthestDoer = 6;
const isEdge = (token: Token | undefined): boolean => token === undefined || (token.before !== ' ' && (!/^[\s-]*$/.test(token.before) || /[\n\r]/.test(token.before)));

/** The noun that shows that the words from `first` to `last` are of no person; undefined where none does. */
export function notAPerson(tokens: readonly Token[], place: Span, sentence: Span, code: string, nouns: NotPeople): NotAPerson | undefined {
  if (!nouns.standIn(tokens, sentence)) return undefined;
  const text = new Nouns(tokens, sentence, nouns);
  const noun = text.doer(place, code) ?? text.subject(place, code) ?? text.named(place, code) ?? text.instrument(place, code) ?? text.hobby(place, code) ?? text.game(place, code) ?? text.provoker(place, code);
  return noun && { as: noun.kind === 'creatures' || noun.kind === 'brutes' ? 'other' : 'figure', first: noun.first, last: noun.last };
}

class Nouns {
  private readonly lists: Likeness;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly sentence: Span,
    private readonly nouns: NotPeople,
  ) {
    this.lists = nouns.likeness;
  }

  /** "The old boiler finally [collapsed]", "the queue at the bank made me [lose the will to live]". */
  subject({ first, last }: Span, code: string): Noun | undefined {
    if (this.#isPerson(first)) return undefined;
    let at = first - 1;
    for (let taken = 0; taken < mostHelps && !isEdge(this.tokens[at + 1]) && this.#isHelp(at); taken++) at--;
    const isMade = ['me', 'us', 'him', 'her', 'them'].includes(this.#word(at)) && ['made', 'makes', 'making', 'make'].includes(this.#word(at - 1)) && !isEdge(this.tokens[at + 1]);
    if (isMade) at -= 2;
    if (isEdge(this.tokens[at + 1]) || determiners.has(this.#word(at)) || places.has(this.#word(at))) return undefined;
    if (['that', 'which', 'who'].includes(this.#word(at))) at--;
    const noun = this.#governing(at);
    if (!noun || !fits(subjectsOf, code, noun.kind) || (isMade && noun.kind !== 'tedium')) return undefined;
    return !isMade && !ofThreats.has(code) && this.#bearsOnSomebody(first, last) ? undefined : noun;
  }

  /** "Beaten up by the hail", "attacked [by] a swan"; not "smacks the kids by the hen house", nor "raped by the duck pond". */
  doer({ first, last }: Span, code: string): Noun | undefined {
    if (this.#holdsPerson(first + 1, last)) return undefined;
    for (let at = first + 1; at <= Math.min(last + farthestDoer, this.sentence.last); at++) {
      if (at > last && isEdge(this.tokens[at])) return undefined;
      if (this.#word(at) !== 'by') continue;
      const noun = this.#nounFrom(at + 1);
      return noun && fits(doersOf, code, noun.kind) && !this.lists.grounds.has(this.#word(noun.last + 1)) ? noun : undefined;
    }
    return undefined;
  }

  /** "[Stopped eating], the hamster": what a pronoun meant is said after it. */
  named({ last }: Span, code: string): Noun | undefined {
    for (let at = last + 1; at <= Math.min(last + farthestDoer, this.sentence.last); at++) {
      if (!isEdge(this.tokens[at])) continue;
      const noun = this.#word(at) === 'that' && this.#word(at + 1) === 'is' ? this.#nounFrom(at + 2) : pointing.has(this.#word(at)) ? this.#nounFrom(at) : undefined;
      if (!noun || !fits(subjectsOf, code, noun.kind)) return undefined;
      const isLast = noun.last >= this.sentence.last || (isEdge(this.tokens[noun.last + 1]) && says.has(this.#word(noun.last + 1)));
      return isLast && (['the', 'that', 'those', 'these', 'them'].includes(this.#word(at)) || noun.last - at > 0) ? noun : undefined;
    }
    return undefined;
  }

  /** "[Stabbed his brother] with a courgette". */
  instrument({ first, last }: Span, code: string): Noun | undefined {
    for (let at = first + 1; at <= Math.min(last + farthestDoer, this.sentence.last); at++) {
      if (at > last && isEdge(this.tokens[at])) return undefined;
      if (this.#word(at) !== 'with') continue;
      const noun = this.#nounFrom(at + 1);
      if (noun && fits(instrumentsOf, code, noun.kind)) return noun;
    }
    return undefined;
  }

  /** "[Hooked] on crochet", "[the money is gone] on wool". */
  hobby({ first, last }: Span, code: string): Noun | undefined {
    if (!this.tokens.slice(first, last + 1).some(({ plain }) => this.lists.cravings.has(plain))) return undefined;
    const at = last + 1;
    const isOn = ['on', 'to', 'for', 'of'].includes(this.#word(last)) ? at : ['on', 'to', 'for', 'of'].includes(this.#word(at)) && !isEdge(this.tokens[at]) ? at + 1 : -1;
    const noun = isOn < 0 ? undefined : this.#nounFrom(isOn);
    return noun && fits(hobbiesOf, code, noun.kind) ? noun : undefined;
  }

  /** "If that printer jams again [I'll swing for it]": nobody stands in the condition but a thing. */
  provoker({ first }: Span, code: string): Noun | undefined {
    let noun: Noun | undefined;
    for (let at = first - 1; at >= Math.max(this.sentence.first, first - farthestIf); at--) {
      const word = this.#word(at);
      if (word === 'if') return noun;
      if (unsaid.has(word) || this.lists.noJest.has(word)) return undefined;
      const kind = this.#kindAt(at);
      if (kind && fits(provokers, code, kind) && !this.#isPersonNext(at)) noun = { first: at, last: at, kind };
    }
    return undefined;
  }

  /** "[Robbed me blind] at Monopoly". */
  game({ first, last }: Span, code: string): Noun | undefined {
    if (!playedAt[code]) return undefined;
    for (let at = first + 1; at <= Math.min(last + 4, this.sentence.last); at++) {
      if (this.#word(at) !== 'at' && this.#word(at) !== 'playing') continue;
      const noun = this.#nounFrom(at + 1);
      if (noun && fits(playedAt, code, noun.kind)) return noun;
    }
    return undefined;
  }

  #holdsPerson(from: number, to: number): boolean {
    for (let at = from; at <= to; at++) if (this.#isPerson(at)) return true;
    return false;
  }

  #word(at: number): string {
    return at < this.sentence.first || at > this.sentence.last ? '' : this.tokens[at]!.plain;
  }

  #isPerson(at: number): boolean {
    const word = this.#word(at);
    return pronouns.has(word) || this.lists.persons.has(word);
  }

  #isHelp(at: number): boolean {
    const word = this.#word(at);
    return helps.has(word) || (word === 'to' && helps.has(this.#word(at - 1))) || (articles.has(word) && having.has(this.#word(at - 1)));
  }

  #kindAt(at: number): Kind | undefined {
    const word = this.#word(at);
    // Only words that were written so: a slip that was mended is no proof of a pudding.
    const token = this.tokens[at];
    if (token && !token.possessive && token.end - token.start !== word.length) return undefined;
    return this.lists.alsoNames.has(word) && !determiners.has(this.#word(at - 1)) && !determiners.has(this.#word(at - 2)) ? undefined : this.nouns.kindOf(word);
  }

  /** The noun whose phrase ends here, if it begins a clause; over "at the bank" to what stands before it. */
  #governing(last: number): Noun | undefined {
    let end = last;
    for (let phrases = 0; phrases < 3; phrases++) {
      const from = this.#phraseStart(end);
      const before = from - 1;
      const isOpen = before < this.sentence.first || isEdge(this.tokens[from]) || openers.has(this.#word(before));
      const kind = this.#kindAt(end);
      if (isOpen) return kind && !this.#isOfCare(from, end) ? { first: end, last: end, kind } : undefined;
      if (!places.has(this.#word(before))) return undefined;
      if (this.#word(before) === 'of' && counts.has(this.#word(before - 1)) && kind) return { first: end, last: end, kind };
      end = before - 1;
      if (end < this.sentence.first || isEdge(this.tokens[before])) return undefined;
    }
    return undefined;
  }

  #isOfCare(from: number, to: number): boolean {
    for (let at = from; at <= to; at++) if (this.lists.ofCare.has(this.#word(at))) return true;
    return false;
  }

  #phraseStart(end: number): number {
    for (let at = end, most = Math.max(this.sentence.first, end - mostModifiers); at >= most; at--) {
      if (at < end && determiners.has(this.#word(at))) return ['next', 'all', 'both', 'one', 'some'].includes(this.#word(at - 1)) && !isEdge(this.tokens[at]) && this.#word(at - 1) !== 'one' ? at - 1 : at;
      if (isEdge(this.tokens[at]) || openers.has(this.#word(at - 1)) || places.has(this.#word(at - 1))) return at;
    }
    return end;
  }

  /** "the big brown cow": the last noun of the phrase that begins here. */
  #nounFrom(from: number): Noun | undefined {
    let found: Noun | undefined;
    for (let at = from; at <= Math.min(this.sentence.last, from + mostModifiers); at++) {
      if (at > from && (isEdge(this.tokens[at]) || places.has(this.#word(at)) || openers.has(this.#word(at)))) break;
      if (this.#isPerson(at) && !['her'].includes(this.#word(at))) break;
      const kind = this.#kindAt(at);
      if (kind) found = { first: at, last: at, kind };
      else if (found) break;
    }
    return found && !this.#isPersonNext(found.last) ? found : undefined;
  }

  /** "The bus driver", "the dog walker". */
  #isPersonNext(at: number): boolean {
    return !isEdge(this.tokens[at + 1]) && /(?:er|or|man|men|woman|lady|lad|boy|bloke|chap|owner|ist|ers|ors)$/.test(this.#word(at + 1)) && !['over', 'after', 'or', 'for', 'her', 'under', 'ever', 'never', 'yesterday', 'other', 'per', 'together', 'later', 'nor', 'outdoor'].includes(this.#word(at + 1));
  }

  /** "The chair collapsed under her", "the bull has knocked him down". */
  #bearsOnSomebody(first: number, last: number): boolean {
    for (let at = first; at <= Math.min(last + 3, this.sentence.last); at++) {
      if (at > last && (isEdge(this.tokens[at]) || openers.has(this.#word(at)))) return false;
      if (this.#isPerson(at)) return true;
    }
    return false;
  }
}

export class NotPeople {
  readonly #kinds = new Map<string, Kind>();
  readonly #found = new WeakMap<Span, boolean>();

  /** A word that is written of two kinds is of the first. */
  constructor(
    lists: Readonly<Partial<Record<Kind, readonly string[]>>>,
    readonly likeness: Likeness,
  ) {
    for (const kind of kinds) {
      for (const noun of lists[kind] ?? []) for (const form of [noun, pluralOf(noun)]) if (!this.#kinds.has(form)) this.#kinds.set(form, kind);
    }
  }

  kindOf(noun: string): Kind | undefined {
    return this.#kinds.get(noun);
  }

  /** Does a sentence hold any such noun? Most do not: looked at once for all that is read in it. */
  standIn(tokens: readonly Token[], sentence: Span): boolean {
    const known = this.#found.get(sentence);
    if (known !== undefined) return known;
    let isThere = false;
    for (let at = sentence.first; at <= sentence.last && !isThere; at++) isThere = this.#kinds.has(tokens[at]!.plain);
    this.#found.set(sentence, isThere);
    return isThere;
  }
}

function pluralOf(noun: string): string {
  if (/(?:s|x|ch|sh|z)$/.test(noun)) return `${noun}es`;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}
