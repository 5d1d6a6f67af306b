/** How far person, environment and occupation have been talked about. Words, never a percentage. */
import type { OpenCase } from '../case/case';
import type { Conversation } from '../case/conversation';
import type { Framework } from '../framework/framework';
import type { AreaCoverage } from './finding';

/** An area is explored when a prompt of it was answered, touched when one was only skipped, parked or noted by the worker. */
export function readCoverage(state: OpenCase, { open, answers }: Conversation, framework: Framework): readonly AreaCoverage[] {
  const noted = new Set(state.observations.flatMap(({ prompt }) => (prompt === undefined ? [] : [prompt])));
  return framework.areas.map(({ id, label, side }) => {
    const prompts = open.filter(({ area }) => area === id);
    const touched = prompts.some((prompt) => state.skipped.has(prompt.id) || state.parked.has(prompt.id) || noted.has(prompt.id));
    return { area: id, label, side, state: prompts.some((prompt) => answers.has(prompt.id)) ? 'explored' : touched ? 'touched' : 'not-yet' };
  });
}
