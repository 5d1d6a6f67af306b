import type { Messenger, Sent } from '../../src/app/ports';
import type { Place, Shown } from '../../src/app/turn';
import { readCardText } from '../../src/console/cardText';

/** Channels and chats in memory: who belongs where, what was posted, and whether the platform answers today. */
export class Rooms implements Messenger {
  readonly messages = new Map<string, { place: Place; shown: Shown; updates: number }>();
  readonly told: { person: string; shown: Shown }[] = [];
  answering = true;
  /** Whether the platform can be asked who belongs where. */
  saysWhoIsThere = true;
  /** Places that the bot was taken out of. */
  readonly gone = new Set<string>();
  private count = 0;

  constructor(private readonly members: Record<string, { place: Place; people: readonly string[] }>) {}

  open(name: string, place: Place, people: readonly string[]): void {
    this.members[name] = { place, people };
  }

  placesOf = async (person: string): Promise<readonly Place[]> => Object.values(this.members).flatMap(({ place, people }) => (people.includes(person) ? [place] : []));

  isIn = async (person: string, place: string): Promise<boolean | undefined> => {
    if (!this.saysWhoIsThere) return undefined;
    return (await this.placesOf(person)).some(({ id }) => id === place);
  };

  post = async (place: Place, shown: Shown): Promise<Sent> => {
    if (this.gone.has(place.id)) return { kind: 'failed', reason: 'I am not in that conversation any more', final: true };
    if (!this.answering) return { kind: 'failed', reason: 'the channel does not answer', final: false };
    const message = `message-${(this.count += 1)}`;
    this.messages.set(message, { place, shown, updates: 0 });
    return { kind: 'sent', message };
  };

  update = async (_place: Place, message: string, shown: Shown): Promise<Sent> => {
    const posted = this.messages.get(message);
    if (!this.answering || !posted) return { kind: 'failed', reason: 'the channel does not answer', final: false };
    posted.shown = shown;
    posted.updates += 1;
    return { kind: 'sent', message };
  };

  tell = async (person: string, shown: Shown): Promise<Sent> => {
    if (!this.answering) return { kind: 'failed', reason: 'the chat does not answer', final: false };
    this.told.push({ person, shown });
    return { kind: 'sent', message: `told-${this.told.length}` };
  };

  /** What everybody in the place reads now, newest message last. */
  read(place: string): string[] {
    return [...this.messages.values()].filter((message) => message.place.id === place).map(({ shown }) => readCardText(shown.card).lines.join('\n'));
  }
}
