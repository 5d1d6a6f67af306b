/** A case in which every prompt is answered, more fully than most are: lists ticked, words said, concerns taken on. */
import { loadContent } from '../../src/content/load';
import type { CaseEvent } from '../../src/domain/case/event';
import type { Part, Prompt } from '../../src/domain/framework/framework';
import { choicesOf } from '../support/anyAnswers';
import { after, answered, opened, readingOf } from '../support/givenCase';

const said = 'I would like to get out of the house again, with somebody beside me. My knees are bad and I fell in June.';

/** The opening, one answer to each of the framework's prompts, and somebody for each concern: else nothing is matched. */
export function wholeCase(): readonly CaseEvent[] {
  const answers = loadContent().framework.prompts.map((prompt) => answered(prompt.id, prompt.parts.flatMap((part) => chosen(prompt, part)), prompt.parts.some(({ kind }) => kind === 'words') ? said : undefined));
  const talked = [opened, ...answers];
  return readingOf(talked).concerns.reduce((events, { id }) => after(events, { type: 'OwnConcern', concern: id, owner: 'Dr Alex Moss, GP', action: 'sees to it this week', route: 'phone' }), talked as readonly CaseEvent[]);
}

/** What is agreed at the opening is the first choice; then the first says mostly that there is nothing, so the next are taken. */
function chosen({ id }: Prompt, part: Part): readonly string[] {
  const all = choicesOf(part);
  if (id.startsWith('OP')) return all.slice(0, 1);
  return part.kind === 'many' ? all.slice(1, 4) : all.slice(1, 2);
}
