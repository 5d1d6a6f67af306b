import { readKept, WrittenByNewerVersion } from '../domain/case/newerVersion';
import { isKnownKind, Learnt } from '../domain/learnt/learnt';

export type KeptLearnt = { readonly id: string; readonly learnt: unknown };
/** Is told how many entries cannot be read by now, when there are more of them. Never what is in them. */
export type OnLeftOut = (count: number) => void;

/**
 * What an instance has read of all that was learnt, each entry once by its id, so that a look reads only what is new.
 *
 * An entry that this version cannot read does not stop a conversation, which goes on as if it had not been kept yet.
 * Whoever counts or changes what was learnt asks for `whole`, and is refused while one is left out. A kind of thing that
 * this version does not know is left out of both: it would have made nothing of it.
 */
export class LearntSoFar {
  private list: readonly Learnt[] = [];
  private readonly ids = new Set<string>();
  private trouble: unknown;
  private leftOut = 0;

  constructor(private readonly onLeftOut: OnLeftOut = () => undefined) {}

  /** How many entries were seen, read or not. */
  get count(): number {
    return this.ids.size;
  }

  has(id: string): boolean {
    return this.ids.has(id);
  }

  add(kept: readonly KeptLearnt[]): void {
    const fresh = kept.filter(({ id }) => !this.ids.has(id));
    const before = this.leftOut;
    const read = fresh.flatMap(({ id, learnt }) => {
      this.ids.add(id);
      return this.read(learnt);
    });
    if (read.length > 0) this.list = [...this.list, ...read];
    if (this.leftOut > before) this.onLeftOut(this.leftOut);
  }

  /** The same list as long as nothing was added. Throws for `whole` when an entry of a known kind could not be read. */
  all({ whole }: { readonly whole: boolean }): readonly Learnt[] {
    if (whole && this.trouble !== undefined) throw this.trouble;
    return this.list;
  }

  private read(kept: unknown): readonly Learnt[] {
    try {
      return [readKept(Learnt, kept)];
    } catch (error) {
      this.leftOut += 1;
      // Damage stays, and is for whoever runs the bot; an update is over in minutes.
      if (isKnownKind(kept) && !(this.trouble !== undefined && error instanceof WrittenByNewerVersion)) this.trouble = error;
      return [];
    }
  }
}
