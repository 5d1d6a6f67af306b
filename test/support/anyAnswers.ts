import fc from 'fast-check';
import { loadContent } from '../../src/content/load';
import type { CaseEvent } from '../../src/domain/case/event';
import type { Part, Prompt } from '../../src/domain/framework/framework';
import { answered } from './givenCase';
import { anyText } from './anyText';

const { framework } = loadContent();
/** Words that rules listen for, words that nobody listens for, and everything that can be typed. */
const listenedFor = framework.prompts.flatMap(({ triggers }) => triggers.flatMap(({ when }) => when.flatMap((condition) => ('words' in condition ? condition.words : []))));
const words = fc.oneof(fc.constantFrom(...listenedFor), anyText(30), fc.constant('I like my garden, and tea.'));

export function choicesOf(part: Part): readonly string[] {
  switch (part.kind) {
    case 'one':
    case 'many':
      return part.options.map(({ id }) => id);
    case 'grid':
      return part.rows.flatMap((row) => part.columns.map((column) => `${row.id}:${column.id}`));
    case 'scale':
      return Array.from({ length: part.to - part.from + 1 }, (_, index) => String(part.from + index));
    case 'day':
      return ['on:2026-11-20'];
    case 'goal':
      return ['goal:1'];
    case 'activity':
      return ['not-now', 'something-else'];
    case 'words':
      return [];
  }
}

const anyOf = (part: Part) => {
  const all = choicesOf(part);
  return fc.subarray([...all], { maxLength: Math.min(all.length, part.kind === 'one' || part.kind === 'scale' ? 1 : 4) });
};

const answerTo = (prompt: Prompt): fc.Arbitrary<CaseEvent> =>
  fc.tuple(fc.tuple(...prompt.parts.map(anyOf)), fc.option(words, { nil: undefined, freq: 3 })).map(([choices, said]) => answered(prompt.id, choices.flat(), said));

/** Answers to some prompts of the real framework, one for each, in any order. */
export const anyAnswers: fc.Arbitrary<readonly CaseEvent[]> = fc
  .shuffledSubarray([...framework.prompts], { minLength: 1 })
  .chain((prompts) => fc.tuple(...prompts.map(answerTo)))
  .map((answers) => answers.filter((event) => event.type === 'PromptAnswered' && (event.choices.length > 0 || event.words !== undefined)))
  .filter((answers) => answers.length > 0);
