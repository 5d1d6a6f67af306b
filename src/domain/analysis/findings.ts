/** Barriers and enablers: what the chosen options say, read through the open answers. */
import type { Conversation, FiredTrigger } from '../case/conversation';
import { perAnswer } from '../case/perAnswer';
import { labelOfChoice, partOffering } from '../framework/choices';
import type { Option, Prompt, Side } from '../framework/framework';
import type { Source } from '../plan/frozenPlan';
import type { Finding } from './finding';

const known = new WeakMap<Conversation, readonly Finding[]>();

/** What a conversation tells, read once: several parts of a reading ask for it. */
export function readFindings(conversation: Conversation): readonly Finding[] {
  const findings = known.get(conversation) ?? findingsIn(conversation);
  known.set(conversation, findings);
  return findings;
}

/**
 * One finding for each choice that the framework marks, in the order of the framework. A grid's row and column read
 * together ("washing: not getting done"). A prompt without a side tells about the environment of the talk.
 */
function findingsIn({ open, answers, fired }: Conversation): readonly Finding[] {
  const findings: Finding[] = [];
  for (const prompt of open) {
    const answer = answers.get(prompt.id);
    if (answer) findings.push(...findingsOf(prompt, answer));
    for (const candidate of fired) if (candidate.prompt === prompt) findings.push(...findingOfTrigger(candidate));
  }
  return findings;
}

const findingsOf = perAnswer((prompt, { choices }) => choices.flatMap((choice) => findingOf(prompt, choice)));

/** What no single choice can say: a number on a scale, or two answers together. */
function findingOfTrigger({ prompt, trigger, from }: FiredTrigger): Finding[] {
  const marked = markOfOption(trigger);
  return marked ? [{ rule: 'marked-rule', kind: marked.kind, side: marked.side ?? prompt.side ?? 'environment', what: marked.what, from }] : [];
}

function findingOf(prompt: Prompt, choice: string): Finding[] {
  const marked = markOf(prompt, choice);
  if (!marked) return [];
  const source: Source = { kind: 'choice', prompt: prompt.id, choice, label: labelOfChoice(prompt, choice) };
  return [{ rule: 'marked-choice', kind: marked.kind, side: marked.side ?? prompt.side ?? 'environment', what: marked.what, from: [source] }];
}

type Mark = { readonly kind: Finding['kind']; readonly what: string; readonly side?: Side };

function markOf(prompt: Prompt, choice: string): Mark | undefined {
  const part = partOffering(prompt, choice);
  if (part?.kind === 'grid') {
    const [rowId, columnId] = choice.split(':');
    const row = part.rows.find(({ id }) => id === rowId);
    const column = part.columns.find(({ id }) => id === columnId);
    const mark = (column && markOfOption(column)) ?? (row && markOfOption(row));
    if (!row || !column || !mark) return undefined;
    return markOfOption(column) ? { ...mark, what: `${row.barrier ?? row.enabler ?? row.label.toLowerCase()}: ${mark.what}`, ...(row.side === undefined ? {} : { side: row.side }) } : mark;
  }
  if (part?.kind === 'one' || part?.kind === 'many') {
    const option = part.options.find(({ id }) => id === choice);
    return option && markOfOption(option);
  }
  return undefined;
}

function markOfOption({ barrier, enabler, side }: Pick<Option, 'barrier' | 'enabler' | 'side'>): Mark | undefined {
  const lies = side === undefined ? {} : { side };
  if (barrier !== undefined) return { kind: 'barrier', what: barrier, ...lies };
  return enabler === undefined ? undefined : { kind: 'enabler', what: enabler, ...lies };
}
