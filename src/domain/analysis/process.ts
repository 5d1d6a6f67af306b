/** Where the case stands on the process flowchart. */
import type { OpenCase } from '../case/case';
import type { Conversation } from '../case/conversation';
import type { Content, ProcessStage } from '../framework/content';
import type { ProcessReading } from './caseReading';

export function readProcess(state: OpenCase, conversation: Conversation, content: Content): ProcessReading {
  const reached = reachedBy(state, conversation, content);
  const here = state.closed ? 'ending' : reached;
  const ids = content.process.map(({ id }) => id);
  return { here, reached, done: ids.slice(0, Math.max(ids.indexOf(reached), 0)), decision: content.process.find(({ id }) => id === here)?.decision ?? '' };
}

/** The furthest stage, for a closed case the one that it ended in: what comes after it was never done. */
function reachedBy(state: OpenCase, { path, answers }: Conversation, { framework }: Content): ProcessStage['id'] {
  if (state.firstVisit || state.reviews.length > 0) return state.closed?.exit === 'E' ? 'ending' : 'follow-up';
  const last = state.submissions.at(-1);
  const decision = last?.decisions.at(-1)?.kind;
  if (decision === 'agreed') return 'first-visit';
  if (last && last.stuck !== true && decision !== 'change') return 'supervisor';
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
