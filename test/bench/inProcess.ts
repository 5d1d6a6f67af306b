/** Turns of the product without HTTP, over a store in a file: for what depends on the case and the store alone. */
import { World, wren } from '../support/talk';
import type { Actor } from '../../src/app/turn';
import { readCardAction } from '../../src/cards/actions';
import { openSqliteStore, type SqliteStore } from '../../src/store/sqliteStore';
import { nextPress, standsFor, type Press } from './cardPress';

/** Another world each time has other fresh ids, so that their cases do not meet. */
let worlds = 0;

class BenchWorld extends World {
  private readonly number = (worlds += 1);
  private ids = 0;

  freshForm(): string {
    this.ids += 1;
    return `bench-${this.number}-${this.ids}`;
  }
}

export type Shown = Readonly<Record<string, unknown>>;

/** One instance of the product on a file. */
export class Desk {
  readonly store: SqliteStore;
  readonly world: BenchWorld;

  constructor(file: string) {
    this.store = openSqliteStore(file);
    this.world = new BenchWorld({}, this.store.cases, this.store.leases);
  }

  async press({ verb, data }: Press, by: Actor = wren): Promise<Shown> {
    const read = readCardAction({ verb, data });
    if (!read.ok) throw new Error(`The press ${verb} cannot be read.`);
    const { shown } = await this.world.take(by, { kind: 'pressed', action: read.action }, { kind: 'personal', place: `chat-${by.id}` });
    return shown.card;
  }

  /** Opens a case and returns its first card. */
  open(by: Actor = wren): Promise<Shown> {
    return this.press({ verb: 'open-case', data: { form: this.world.freshForm(), mode: 'together', name: 'Mrs K', year: '1955', referral: '' } }, by);
  }

  close(): Promise<void> {
    return this.store.cases.close();
  }
}

export const revOf = (card: Shown): number => {
  const stands = standsFor(card);
  if (stands === undefined) throw new Error('That is no card of a case.');
  return stands.rev;
};

export const onwards = (card: Shown): Press => {
  const press = nextPress(card);
  if (press === undefined) throw new Error('Nothing on the card leads on.');
  return press;
};
