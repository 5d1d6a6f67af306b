/**
 * "My dad has written goodbye letters", "my neighbour is on the floor in her hall": whoever speaks tells of somebody of their
 * own whom something befalls now, and asks what to do. It is somebody else's, and shown at once all the same. "Her dad …" and
 * "my manager …" are told of, as far as a note says.
 */
import { wordSet } from '../words/wordSet';

const near = wordSet('mum mam mom mother dad father stepmum stepdad stepmother stepfather parents parent wife husband partner boyfriend girlfriend fiance fiancee ex sister brother stepsister stepbrother son daughter stepson stepdaughter child kids children boy girl lad lass nan nana nanna gran granny grandma grandmother grandad granddad grandpa grandfather grandson granddaughter grandchild aunt auntie aunty uncle niece nephew cousin friend mate neighbour flatmate housemate');
/** Words that may stand between: "my little sister", "my best friend". */
const longestBetween = 2;
const reach = 60;
const before = /(?:^|[^\p{L}'’])(?:my|our)\s+((?:\p{L}+\s+)*)$/iu;
const opened = /^(?:my|our)\s+/iu;

/** Whether the words from `start` to `end` of a text name somebody of the speaker's own. */
export function isOfTheSpeaker(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  const cue = text.slice(start, end);
  const between = before.exec(text.slice(Math.max(0, start - reach), start))?.[1];
  if (between === undefined && !opened.test(cue)) return false;
  const words = (between ?? '').split(/\s+/).filter((word) => word !== '');
  return words.length <= longestBetween && (/\p{L}+/gu.exec(cue.replace(opened, '').toLowerCase()) ?? []).some((word) => near.has(word));
}
