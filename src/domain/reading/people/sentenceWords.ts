/** A sentence as those see it who look for people in it: its words and their kinds, where it is cut, what is a name. */
import { edgeAt, type Edge, type Span } from '../cues/findCues';
import { kind, type People, type Sex } from './people';
import type { Token } from '../words/tokens';

/** A text whose words have been looked up once, for all its sentences. */
export type LookedUp = { readonly text: string; readonly tokens: readonly Token[]; readonly people: People; readonly classes: Int32Array; /** For each place the next one, itself included, where a noun for a person stands. */ readonly nextPerson: Int32Array };

export function lookedUp(text: string, tokens: readonly Token[], people: People): LookedUp {
  const classes = people.classesOf(tokens);
  const nextPerson = new Int32Array(tokens.length);
  for (let at = tokens.length - 1, next = tokens.length; at >= 0; at--) {
    if (people.isOf(kind.person, classes[at]!)) next = at;
    nextPerson[at] = next;
  }
  return { text, tokens, people, classes, nextPerson };
}

/** What is asked of places outside the sentence has no word, and is of no kind. */
export class Words {
  readonly tokens: readonly Token[];
  readonly people: People;
  readonly #classes: Int32Array;

  constructor(
    private readonly whole: LookedUp,
    readonly from: number,
    readonly to: number,
  ) {
    [this.tokens, this.people, this.#classes] = [whole.tokens, whole.people, whole.classes];
  }

  plain(at: number): string {
    return at < this.from || at > this.to ? '' : this.tokens[at]!.plain;
  }

  /** Is the word at this place of a kind? */
  is(bit: number, at: number): boolean {
    return at >= this.from && at <= this.to && this.people.isOf(bit, this.#classes[at]!);
  }

  /** Whether it is he, she or they, as far as the noun at this place says. */
  sexAt(at: number): Sex {
    return this.people.sexOfClass(this.#classes[at]!);
  }

  isIn(words: ReadonlySet<string>, at: number): boolean {
    return words.has(this.plain(at));
  }

  isPossessive(at: number): boolean {
    return at >= this.from && at <= this.to && this.tokens[at]!.possessive;
  }

  isNumber(at: number): boolean {
    return at >= this.from && at <= this.to && this.tokens[at]!.number;
  }

  edge(at: number): Edge {
    return edgeAt(this, at);
  }

  /** Does something stand between this word and the one before? So it does behind the last word. */
  isApart(at: number): boolean {
    return at > this.to || edgeAt(this, at) !== 'none';
  }

  isNextDoor(at: number): boolean {
    return this.plain(at) === 'next' && this.plain(at + 1) === 'door';
  }

  /** Does a noun for a person stand at this place, or at most so many words after it? */
  hasPersonWithin(at: number, many: number): boolean {
    return this.whole.nextPerson[at]! <= Math.min(this.to, at + many);
  }

  isCapital(at: number): boolean {
    if (at < this.from || at > this.to || this.tokens[at]!.capitals) return false;
    const code = this.whole.text.charCodeAt(this.tokens[at]!.start);
    return isCapitalLetter(code) && !this.is(kind.functionWords, at) && !this.is(kind.labels, at);
  }

  /** A name inside a sentence, where nothing else is written with a capital. */
  isName(at: number): boolean {
    return at > this.from && this.isCapital(at) && !this.is(kind.person, at) && !this.is(kind.calendar, at) && !quoteBefore.test(this.tokens[at]!.before);
  }

  /** Is a word of the sentence of a kind, from one place to another, both included? */
  hasOf(bit: number, from = this.from, to = this.to): boolean {
    for (let at = Math.max(from, this.from); at <= to; at++) if (this.is(bit, at)) return true;
    return false;
  }

  hasWord(word: string): boolean {
    for (let at = this.from; at <= this.to; at++) if (this.tokens[at]!.plain === word) return true;
    return false;
  }
}

const quoteBefore = /["\u201c\u2018']\s*$/;

function isCapitalLetter(code: number): boolean {
  if (code < 128) return code >= 0x41 && code <= 0x5a;
  const letter = String.fromCharCode(code);
  return letter !== letter.toLowerCase();
}

/** The phrase goes on up to this place. */
export const upTo = <Phrase extends Span>(phrase: Phrase, last: number): Phrase => ({ ...phrase, last });
