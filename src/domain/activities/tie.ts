/** What ties the activities of the directory to what a person said, by meaning. */
import type { Activity } from './activity';
import type { SaidOf } from './caseWish';

/** `offered` are the words of its listing. `near`: it is close to what they said, and not the same. */
export type Tie = { readonly said: SaidOf; readonly offered: string; readonly label: string; readonly near: boolean };
export type Objection = { readonly said: SaidOf; readonly offered: string };

export type Match = {
  /** Of what meets the wish, by its place in the catalogue's index, the best first. */
  readonly tied: () => readonly number[];
  /** What ties it to the person, the strongest first; empty for what only comes near. */
  readonly tiesOf: (activity: Activity) => readonly Tie[];
  /** True when a sentence of theirs tells how they were let down, which is no reason to go there again. */
  readonly isLetDown: (sentence: string) => boolean;
  /** Why it is turned down by what they said; undefined when nothing speaks against it. `refusesGroups`: a listing that only says that it is a group is turned down as well. */
  readonly objectionTo: (activity: Activity, refusesGroups: boolean) => Objection | undefined;
};
