/** The label of a form: what stands before the words that it names tells nothing more of them. */
import type { Token } from '../words/tokens';
import { wordSet } from '../words/wordSet';

/** "Any current domestic abuse", "Risk of self-harm"; not "Support since the overdose". */
const openers = wordSet('any current recent currently recently history evidence signs sign of or to the a an do does did you he she they client patient pt have has had is are there been being experience experiences experiencing reported reports risk risks concerns concern about question q disclosed thoughts thought feelings feeling ever');

/** Whether only such words stand from one place to before another. */
export function opensLabel(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!openers.has(tokens[at]!.plain) && !/^q?\d/.test(tokens[at]!.plain)) return false;
  return true;
}

/** "Support with her suicidal thoughts: none": it is the support that there is none of. */
const lacked = wordSet('help support care treatment protection safe counselling therapy service services advice respite');

/** Whether a label asks for what helps, and only then for what these words name. */
export function asksForHelp(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (lacked.has(tokens[at]!.plain)) return true;
  return false;
}
