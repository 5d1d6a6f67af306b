/** The rules that propose what a listing asks and gives. */
import { prepareTagRules, TagRulesFile, type TagRules } from '../domain/activities/tagRules';
import { inWords } from '../domain/framework/readFramework';
import { bannedWordsIn } from './bannedWords';
import { loadConcepts } from './loadConcepts';
import own from './v1/tagRules.json';

let loaded: TagRules | undefined;

/** Returns the rules, read once. Throws one error that lists every problem. */
export function loadTagRules(): TagRules {
  return (loaded ??= readTagRules(own));
}

/** Whom something is for is ours to word; the phrases are how listings speak. */
export function readTagRules(file: unknown): TagRules {
  const parsed = TagRulesFile.safeParse(file);
  if (!parsed.success) throw refusal(parsed.error.issues.map((issue) => inWords(issue, file)));
  const wording = parsed.data.madeFor.flatMap(({ concept, whom }) => bannedWordsIn(whom).map(({ word, instead }) => `${concept}: “${word}” is not for us to say. Instead: ${instead}.`));
  if (wording.length > 0) throw refusal(wording);
  try {
    return prepareTagRules(parsed.data, loadConcepts());
  } catch (error) {
    throw refusal((error instanceof Error ? error.message : String(error)).split('\n'));
  }
}

const refusal = (problems: readonly string[]): Error => new Error(`The rules for tags do not make sense yet:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
