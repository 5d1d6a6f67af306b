import type { AdaptiveCard } from '../../src/cards/registry';
import { readCardText, type CardText } from '../../src/console/cardText';
import { cardType, type Message, type Replacement } from './playgroundMessages';

/** Somebody else of the team, who answers a card that was sent to a place. The playground's window belongs to one person alone. */
export class Reader {
  constructor(
    private readonly address: string,
    private readonly person: string,
    private readonly message: Message,
    private card: AdaptiveCard,
  ) {}

  get view(): CardText {
    return readCardText(this.card);
  }

  read(): string {
    return this.view.lines.join('\n');
  }

  /** Presses by its words, with boxes filled by their labels; the answer is what this person sees from then on. */
  async press(label: string, filled: Readonly<Record<string, string>> = {}): Promise<void> {
    const { pressables, boxes } = this.view;
    const pressed = pressables.find(({ title }) => title === label) ?? pressables.find(({ title }) => title.startsWith(label));
    if (!pressed) throw new Error(`Nothing to press reads "${label}" on:\n${this.read()}\n${pressables.map(({ title }) => `[${title}]`).join(' ')}`);
    const inputs = Object.entries(filled).map(([name, value]): [string, string] => {
      const box = boxes.find((candidate) => candidate.label.startsWith(name));
      if (!box) throw new Error(`No box is labelled "${name}". There are: ${boxes.map((one) => one.label).join(' | ')}`);
      return [box.id, box.choices.find(({ title }) => title === value)?.value ?? value];
    });
    const answer = await fetch(`${this.address}/_conversation/v1/invoke`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        name: 'adaptiveCard/action',
        from: { id: this.person },
        conversation: { id: this.message.conversation },
        replyToId: this.message.id,
        value: { action: { type: 'Action.Execute', title: pressed.title, verb: pressed.verb, data: { ...pressed.data, ...Object.fromEntries(inputs) } } },
      }),
    });
    if (!answer.ok) throw new Error(`The bot did not answer ${this.person} (${answer.status}): ${await answer.text()}`);
    const { type, value } = (await answer.json()) as Replacement;
    if (type === cardType && typeof value === 'object') this.card = value;
  }
}
