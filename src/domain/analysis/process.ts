/** Where the case stands on the process flowchart. */
import type { OpenCase } from '../case/case';
import type { Conversation } from '../case/conversation';
import type { Content, ProcessStage } from '../framework/content';
import type { ProcessReading } from './caseReading';

export function readProcess(state: OpenCase, conversation: Conversation, content: Content): ProcessReading {
  const here = stageOf(state, conversation, content);
  const ids = content.process.map(({ id }) => id);
  const index = ids.indexOf(here);
  return { here, done: ids.slice(0, Math.max(index, 0)), decision: content.process[index]?.decision ?? '' };
}

function stageOf(state: OpenCase, { path, answers }: Conversation, { framework }: Content): ProcessStage['id'] {
  if (state.closed) return 'ending';
  if (state.firstVisit || state.reviews.length > 0) return 'follow-up';
  const last = state.submissions.at(-1);
  const decision = last?.decisions.at(-1)?.kind;
  if (decision === 'agreed') return 'first-visit';
  if (last && decision !== 'change') return 'supervisor';
  const answeredIn = (section: string) => path.some((prompt) => prompt.section === section && answers.has(prompt.id));
  const sections = framework.sections.map(({ id }) => id);
  const opening = sections[0];
  const planning = sections.at(-1);
  if (state.chosen || (planning !== undefined && answeredIn(planning))) return 'plan';
  const talked = sections.slice(1, -1).some(answeredIn);
  const talkedThrough = path.filter(({ section }) => section !== opening && section !== planning).every(({ id }) => answers.has(id) || state.skipped.has(id) || state.parked.has(id));
  if (talked) return talkedThrough ? 'options' : 'conversation';
  return answers.size > 0 && opening !== undefined && answeredIn(opening) ? 'first-talk' : 'referral';
}
