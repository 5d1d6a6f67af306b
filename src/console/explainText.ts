/** How the rules read one text, for whoever looks after them. */
import { loadContent } from '../content/load';
import type { Mention } from '../domain/reading/mention';
import { readText } from '../domain/reading/readText';

const gradeWords: Readonly<Record<Mention['grade'], string>> = { prompt: 'Prompt', noted: 'Noted', denied: 'Recorded as denied' };
const statusWords: Readonly<Record<Mention['status'], string>> = { present: 'now, about this person', past: 'in the past', denied: 'asked or said, and denied', hypothetical: 'if it should happen, or advice', other: 'about somebody else', figure: 'a figure of speech' };
const limits = 'This checks words, not people. It misses things. No prompt does not mean no concern.';

/** The mentions of a text as lines to read, or as JSON. */
export function explain(text: string, { json }: { readonly json: boolean }): string {
  const mentions = readText(text, loadContent().lexicon);
  if (json) return JSON.stringify(mentions, undefined, 2);
  return [...(mentions.length === 0 ? ['Nothing was read as a concern.'] : mentions.map(lineOf)), '', limits].join('\n');
}

function lineOf({ grade, code, urgency, words, rule, why, status, whose, cue, beside }: Mention): string {
  const because = cue === undefined ? '' : `, because of “${cue}”`;
  const together = beside === undefined ? '' : `, beside ${beside.map((word) => `“${word}”`).join(', ')}`;
  const theirs = whose === undefined ? '' : ` (${whose})`;
  return `${gradeWords[grade]}: “${words}” · ${code} ${urgency} · rule ${rule}, ${why} · read as: ${statusWords[status]}${theirs}${because}${together}`;
}
