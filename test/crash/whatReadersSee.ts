/** In the end, everybody has before them what they were promised: each plan in the channel, each decision in its worker's chat. */
import { readCardText } from '../../src/console/cardText';
import type { AdaptiveCard } from '../../src/cards/registry';
import type { CaseStore } from '../../src/app/ports';
import { replay } from '../../src/domain/case/evolve';
import { owedOf } from '../../src/domain/case/owed';
import type { FakeConnector, Message } from '../support/fakeConnector';
import { planOn } from './supervisor';

export type Seen = { readonly problems: readonly string[]; readonly plans: number; /** Messages that show a plan which another message shows as well. */ readonly copies: number };

export async function whatReadersSee(cases: CaseStore, connector: FakeConnector, place: string, chatOf: (worker: string) => string): Promise<Seen> {
  const problems: string[] = [];
  const messages = connector.seenIn(place);
  const shown = new Set(messages.flatMap((message) => keyOf(message) ?? []));
  for await (const { caseId } of cases.all()) {
    const state = replay(await cases.load(caseId));
    if (state.status === 'none') continue;
    if (owedOf(state).length > 0) problems.push(`Still owed: ${owedOf(state).map(({ kind }) => kind).join(', ')} of ${caseId}.`);
    const latest = state.submissions.at(-1);
    if (!latest) continue;
    const { version } = latest.plan;
    const message = latest.message === undefined ? undefined : connector.messages.get(latest.message);
    if (!message || keyOf(message) !== `${caseId} ${version}`) problems.push(`Not seen: plan ${version} of ${caseId} is not in the channel.`);
    const chat = textOf(connector.seenIn(chatOf(state.worker)));
    for (const { decisions } of state.submissions) {
      for (const { kind } of decisions) {
        const words = { agreed: 'agreed the plan', change: 'asked for a change', supervision: 'would like to talk' }[kind];
        if (!chat.some((text) => text.includes(state.ref) && text.includes(words))) problems.push(`Not told: ${state.worker} does not see that somebody ${words} of ${caseId}.`);
        if (message && kind === 'agreed' && !/agreed/i.test(textOf([message]).join())) problems.push(`Not redrawn: the plan of ${caseId} in the channel does not show that it is agreed.`);
      }
    }
  }
  return { problems, plans: shown.size, copies: messages.filter((message) => keyOf(message) !== undefined).length - shown.size };
}

function keyOf(message: Message): string | undefined {
  const plan = planOn(message);
  return plan && `${plan.caseId} ${plan.version}`;
}

const textOf = (messages: readonly Message[]): string[] =>
  messages.map(({ activity }) => ((activity['attachments'] as { content?: AdaptiveCard }[] | undefined) ?? []).flatMap(({ content }) => (content ? readCardText(content).lines : [])).join('\n'));
