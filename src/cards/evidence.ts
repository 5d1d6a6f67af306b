/** What a finding, a fit or a line of a plan rests on, as a reader sees it: the topic, and what was said there. */
import type { CaseReading } from '../domain/analysis/caseReading';
import { promptOf } from '../domain/framework/framework';
import { dayInWords } from '../domain/plan/days';
import type { Source } from '../domain/plan/frozenPlan';
import { tile, type Tile } from './buttons';
import { escapeText, quoted, shorten } from './escape';

export type Evidence = { readonly topic: string; readonly said: string; readonly prompt?: string };

/** Quotation marks stand round the person's own words, and nothing else. */
export function evidenceOf(source: Source, { content, concerns, state }: Pick<CaseReading, 'content' | 'concerns' | 'state'>, most = 400): Evidence {
  switch (source.kind) {
    case 'words':
      return { topic: topicOf(content, source.prompt), said: quoted(source.quote, most), prompt: source.prompt };
    case 'choice':
      return { topic: topicOf(content, source.prompt), said: `Chosen: ${escapeText(source.label)}`, prompt: source.prompt };
    case 'activity':
      return { topic: escapeText(source.name), said: `What the list of activities says about it${source.field === '' ? '' : ` (${escapeText(fieldWords[source.field] ?? source.field)})`}` };
    case 'concern': {
      const concern = concerns.find(({ id }) => id === source.concern);
      return { topic: 'Something that somebody took on', said: concern ? `${escapeText(content.concerns.get(concern.code)?.title ?? concern.why)}${concern.owner ? `, with ${escapeText(concern.owner)}` : ''}` : 'It is with its owner' };
    }
    case 'edit':
      return { topic: 'Changed by hand', said: `${source.by === state.worker ? 'You' : 'The link worker'} wrote this on ${dayInWords(source.at.slice(0, 10))}` };
  }
}

const fieldWords: Readonly<Record<string, string>> = { name: 'its name', when: 'when it is', place: 'where it is', firstContact: 'who to ask for', joining: 'how to join', ifMissed: 'what happens if one is missed', po: 'what it asks and gives', pe: 'getting there and being there', eo: 'what the place offers' };

const topicOf = (content: CaseReading['content'], prompt: string): string => escapeText(promptOf(content.framework, prompt)?.topic ?? 'An earlier answer');

/** Each once, in the order given. */
export function evidenceFrom(from: readonly Source[], reading: Pick<CaseReading, 'content' | 'concerns' | 'state'>, most?: number): Evidence[] {
  const seen = new Set<string>();
  return from.map((source) => evidenceOf(source, reading, most)).filter(({ topic, said }) => !seen.has(`${topic}\n${said}`) && seen.add(`${topic}\n${said}`));
}

/** One line a piece of evidence: "What matters most: "my garden"". */
export const evidenceLine = ({ topic, said }: Evidence): string => `${topic}: ${said}`;

/** The prompts behind the evidence, each a tap that opens it to look or to change the answer. */
export function opensOf(from: readonly Source[], { caseId, state, content, conversation }: CaseReading, most = 3): Tile[] {
  const ids = [...new Set(from.flatMap((source) => (source.kind === 'words' || source.kind === 'choice' ? [source.prompt] : [])))];
  return ids
    .filter((id) => conversation.open.some((prompt) => prompt.id === id))
    .slice(0, most)
    .map((id) => {
      const topic = promptOf(content.framework, id)?.topic ?? id;
      return tile(`Open: ${topic}`, { verb: 'open-prompt', caseId, rev: state.rev, prompt: id }, { text: `Open: ${escapeText(shorten(topic, 60))}` });
    });
}
