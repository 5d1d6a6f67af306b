/** A word of a text as it is read. */
export type Token = {
  /** Lower case, without apostrophes, contractions opened, slips mended. */
  readonly plain: string;
  /** Place in the text. Both halves of an opened contraction have the place of the whole. */
  readonly start: number;
  readonly end: number;
  /** What stands between the token before and this one, as it is written, up to 8 letters: ", ", " (", "\n- ". */
  readonly before: string;
  /** Written with two capitals or more, as abbreviations are: SI, OD'd. */
  readonly capitals: boolean;
  /** In figures or as a word: "7", "seven". */
  readonly number: boolean;
  /** "brother's": the plain form is "brother". */
  readonly possessive: boolean;
  /** May be another word by what stands beside it: "hell", "mums", "no where". */
  readonly mayChange: boolean;
  /** The same for every token of this spelling. */
  readonly entry: Entry;
};

/** The number of a word in the book that asked for it last, and its class by the lists that did: a spelling is looked up once, and not in every text. */
export type Entry = { book?: object; number: number; classedBy?: object; wordClass?: number; /** What it may change in a sentence that is said in fewer words. */ changes?: number };
