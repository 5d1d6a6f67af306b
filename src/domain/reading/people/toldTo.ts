/** Whom somebody tells of it: "I have told my manager that she …", "rang the vicar because he …". Whoever is told is not the one of whom it is told. */
import type { Around, PersonHit } from '../cues/findCues';
import { phraseStart } from './kinPhrase';
import { wordSet } from '../words/wordSet';

/** What they take says itself what is told. */
const tells = wordSet('told tell tells telling informed inform informing advised notified alerted warned updated briefed let reassured');
/** Only with a reason or with what is said is it told: "rang her brother, he drinks" is of the brother. */
const reaches = wordSet('rang ring rings ringing phoned called call calls emailed email emailing texted text messaged contacted contact asked ask asking spoke spoken speak talked passed pass handed reported report escalated discussed wrote written mentioned confided');
const says = wordSet('that because as to about cos coz since after when if how what why whether');
/** What may stand between the telling and whom it is told to: "passed it on to my line manager". */
const between = wordSet('to with on by over back in it this my our the her his line');
const [mostBefore, mostAfter] = [5, 3];

export function isToldTo(around: Around, kin: PersonHit): boolean {
  const next = around.word(kin.last + 1);
  if (next === 'who' || next === 'whose' || around.tokens[kin.last]!.possessive) return false;
  const begin = phraseStart(around, kin);
  if (around.word(begin - 1) === 'to' && around.word(begin - 2) === 'according') return true;
  const verb = verbBefore(around, begin - 1);
  return tells.has(verb) || (reaches.has(verb) && isSaidAfter(around, kin.last + 1));
}

function verbBefore({ word }: Around, at: number): string {
  for (let back = 0; back < mostBefore; back++) {
    const each = word(at - back);
    if (tells.has(each) || reaches.has(each)) return each;
    if (!between.has(each)) return '';
  }
  return '';
}

function isSaidAfter({ word, tokens }: Around, next: number): boolean {
  for (let at = next; at < next + mostAfter; at++) if (says.has(word(at)) || tokens[at]?.before.includes(':')) return true;
  return false;
}

const colleagues = wordSet('manager boss supervisor colleague coworker lead');
/** "My manager rang, he wants to die": the worker's own colleagues bring news of the person. */
export function isColleague({ word }: Around, { first, last }: PersonHit): boolean {
  return colleagues.has(word(last)) && [first, first - 1, first - 2].some((at) => word(at) === 'my' || word(at) === 'our');
}
