/** What a finding, a fit or a line of a plan rests on, as a reader sees it: the topic, and what was said there. */
import { dayInLondon } from '../domain/case/londonTime';
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
      return { topic: topicOf(content, source.prompt), said: escapeText(dayInWords(source.label)), prompt: source.prompt };
    case 'activity':
      return { topic: escapeText(source.name), said: 'From the list of activities' };
    case 'concern': {
      const concern = concerns.find(({ id }) => id === source.concern);
      return { topic: 'Something that somebody took on', said: concern ? `${escapeText(content.concerns.get(concern.code)?.title ?? concern.why)}${concern.owner ? `, with ${escapeText(concern.owner)}` : ''}` : 'It is with its owner' };
    }
    case 'observation':
      return { topic: 'What you noticed', said: escapeText(shorten(state.observations.find(({ at }) => at === source.at)?.words ?? '', most)) };
    case 'edit':
      return { topic: 'Changed by hand', said: `${source.by === state.worker ? 'You' : 'The link worker'} wrote this on ${dayInWords(dayInLondon(source.at))}` };
  }
}

const fieldWords: Readonly<Record<string, string>> = { name: 'its name', when: 'when it is', place: 'where it is', firstContact: 'who to ask for', joining: 'how to join', ifMissed: 'what happens if one is missed', travel: 'how to get there', pounds: 'what it costs', access: 'what it offers', groupSize: 'how many come', level: 'how much it asks', demand: 'how much it asks', leader: 'who leads it', status: 'whether it is open', checked: 'when that was checked' };

const topicOf = (content: CaseReading['content'], prompt: string): string => escapeText(promptOf(content.framework, prompt)?.topic ?? 'An earlier answer');

/** Each once, in the order given; what the list of activities says of one activity is one piece. */
export function evidenceFrom(from: readonly Source[], reading: Pick<CaseReading, 'content' | 'concerns' | 'state'>, most?: number): Evidence[] {
  const seen = new Set<string>();
  const told = from.filter(({ kind }) => kind !== 'activity').map((source) => evidenceOf(source, reading, most));
  return [...told, ...listedOf(from)].filter(({ topic, said }) => !seen.has(`${topic}\n${said}`) && seen.add(`${topic}\n${said}`));
}

function listedOf(from: readonly Source[]): Evidence[] {
  const fields = new Map<string, string[]>();
  for (const source of from) if (source.kind === 'activity') fields.set(source.name, [...(fields.get(source.name) ?? []), ...(fieldWords[source.field] === undefined ? [] : [fieldWords[source.field]!])]);
  return [...fields].map(([name, words]) => ({ topic: escapeText(name), said: `From the list of activities${words.length > 0 ? `: ${[...new Set(words)].join(', ')}` : ''}` }));
}

/** One line a piece of evidence: the topic, and what was said or chosen there. */
export const evidenceLine = ({ topic, said }: Evidence): string => `${topic}: ${said}`;

/** The same as taps that open the prompt, wherever it can be opened; the rest stays to be read. */
export function evidenceTiles(from: readonly Source[], reading: CaseReading, most: number): { readonly taps: Tile[]; readonly rest: Pick<Evidence, 'topic' | 'said'>[] } {
  const all = evidenceFrom(from, reading, 600).slice(0, most);
  const opens = ({ prompt }: Evidence): boolean => prompt !== undefined && reading.conversation.open.some(({ id }) => id === prompt);
  const tap = ({ topic, said, prompt }: Evidence): Tile => tile(`Open: ${topic}`, { verb: 'open-prompt', caseId: reading.caseId, rev: reading.state.rev, prompt: prompt! }, { text: said, note: `${topic}\u00a0\u203a` });
  return { taps: all.filter(opens).map(tap), rest: all.filter((evidence) => !opens(evidence)).map(({ topic, said }) => ({ topic, said })) };
}

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
