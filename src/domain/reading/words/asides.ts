/** What is said of somebody in passing, before what they do: "her nephew Dave takes it", "his son, who cares for him, hits him", "my lodger (42) …". */
import type { Token } from './token';
import { wordSet } from './wordSet';

const somebody = wordSet('mum mam mom mother dad father stepmum stepdad stepmother stepfather parents wife husband hubby partner boyfriend girlfriend fiance fiancee ex missus sister brother stepsister stepbrother son daughter stepson stepdaughter child kid boy girl lad lass nan nana gran grandma grandmother grandad grandpa grandfather grandson granddaughter grandchild aunt auntie uncle niece nephew cousin law friend mate pal neighbour flatmate housemate lodger tenant landlord landlady carer carers cleaner worker helper nurse manager boss supervisor colleague coach teacher tutor driver builder gardener priest vicar imam pastor client patient man woman bloke lady chap resident volunteer');
/** Words that open what is said of somebody between commas. */
const opens = wordSet('who whose aged age a an now also himself herself then');
const noNames = wordSet('i monday tuesday wednesday thursday friday saturday sunday mon tues weds thurs fri sat sun january february march april may june july august september october november december christmas easter ramadan eid');
const titles = wordSet('mr mrs ms miss dr');
const longest = 7;

/** How many words from here on are said of whoever stands before them, up to what follows; 0 for none. `last` is the last word of the sentence. */
export function asideAt(text: string, tokens: readonly Token[], at: number, last: number): number {
  const before = tokens[at - 1];
  if (!before || !somebody.has(before.plain) || before.possessive) return 0;
  let end = afterName(text, tokens, at, last);
  end = afterBetween(text, tokens, end, last);
  return end > last ? 0 : end - at;
}

const mostNames = 2;

function afterName(text: string, tokens: readonly Token[], at: number, last: number): number {
  let end = at;
  if (titles.has(tokens[end]?.plain ?? '')) end++;
  while (end <= last && end - at < mostNames && tokens[end]!.before === ' ' && isName(text, tokens[end]!)) end++;
  return end > at && isName(text, tokens[end - 1]!) ? end : at;
}

/** In brackets, or between commas. */
function afterBetween(text: string, tokens: readonly Token[], at: number, last: number): number {
  const opened = tokens[at]?.before ?? '';
  const closes = opened.endsWith('(') ? ')' : opened.startsWith(',') && (opens.has(tokens[at]!.plain) || tokens[at]!.number || isName(text, tokens[at]!)) ? ',' : undefined;
  if (closes === undefined) return at;
  for (let end = at + 1; end <= last && end - at <= longest; end++) if (tokens[end]!.before.startsWith(closes)) return end;
  return at;
}

const isCapital = (code: number): boolean => code >= 65 && code <= 90;
const isName = (text: string, { start, plain, possessive, number }: Token): boolean => isCapital(text.charCodeAt(start)) && !possessive && !number && !noNames.has(plain);
