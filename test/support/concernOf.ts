import type { Concern } from '../../src/domain/analysis/finding';
import { now } from './givenCase';

/** An open concern that rests on nothing, but for what a rule is about. */
export const concernOf = (more: Partial<Concern>): Concern => ({ id: 'F08-SOON', code: 'F08', urgency: 'SOON', grade: 'prompt', words: '', from: [], mentions: [], keys: [], why: '', restricted: false, withheld: [], withheldEdits: [], by: 'answer', state: 'open', since: now.at, ...more });
