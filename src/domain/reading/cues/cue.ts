/** By which words of a text something is read as it is. */
import type { Span } from './findCues';

/** What decided: the place of its words in the text, and why they count. */
export type Cue = { readonly id: string; readonly why: string; readonly start: number; readonly end: number; /** It was so once: "no longer". */ readonly isCeased?: boolean };

/** Words that say that the sentence is not about the person's life, and what it is then. */
export type Apart = Cue & { readonly as: 'hypothetical' | 'other' };
/** A stretch of a text that is nobody's news. */
export type World = Span & { readonly apart: Apart };
