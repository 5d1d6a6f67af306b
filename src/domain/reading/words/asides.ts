/** What is said of somebody in passing, before what they do: "her nephew Dave takes it", "his son, who cares for him, hits him", "my lodger (42) …". */
import type { Token } from './token';
import { wordSet } from './wordSet';

const somebody = wordSet('mum mam mom mother dad father stepmum stepdad stepmother stepfather parents wife husband hubby partner boyfriend girlfriend fiance fiancee ex missus sister brother stepsister stepbrother son daughter stepson stepdaughter child kid boy girl lad lass nan nana gran grandma grandmother grandad grandpa grandfather grandson granddaughter grandchild aunt auntie uncle niece nephew cousin law friend mate pal neighbour flatmate housemate lodger tenant landlord landlady carer carers cleaner worker helper nurse manager boss supervisor colleague coach teacher tutor driver builder gardener priest vicar imam pastor client patient man woman bloke lady chap resident volunteer');
const owners = wordSet('her his my their our the a me');
/** "her younger brother", "my 19 year old son"; a late or a former husband is another matter. */
const describing = wordSet('younger elderly estranged eldest oldest youngest older elder little big own disabled new adult grown only twin dear poor lovely teenage teen young so called mentally ill autistic violent abusive controlling drunken alcoholic drunk');
/** Words that open what is said of somebody between commas. */
const opens = wordSet('who whose aged age a an now also himself herself then');
const noNames = wordSet('i monday tuesday wednesday thursday friday saturday sunday mon tues weds thurs fri sat sun january february march april may june july august september october november december christmas easter ramadan eid');
const titles = wordSet('mr mrs ms miss dr');
const longest = 7;
/** Said between commas of the telling itself. */
const inPassing = new Set(['if i am honest', 'if truth be told', 'if you ask me', 'to be honest', 'to be honest with you', 'to be fair', 'to tell you the truth', 'at the end of the day', 'i suppose', 'i guess', 'i think', 'i believe', 'i know', 'i am sorry to say', 'i am afraid', 'sorry to say', 'as you know', 'as i said', 'like i said', 'as far as i know', 'as far as i can tell', 'as far as i can see', 'it seems', 'it turns out', 'it appears', 'bless her', 'bless him', 'god help him', 'god help her', 'god help me', 'god forgive me', 'mind you', 'in fact', 'of course', 'by the way', 'i must say', 'needless to say', 'believe me', 'as well', 'too', 'however', 'though', 'frankly', 'unfortunately', 'sadly', 'i swear', 'for some reason', 'as usual', 'again', 'once again']);
/** "from what she says", "according to his wife" */
const from = wordSet('from according');

/** How many words from here on are said of whoever stands before them, up to what follows; 0 for none. `last` is the last word of the sentence. */
export function asideAt(text: string, tokens: readonly Token[], at: number, last: number): number {
  const before = tokens[at - 1];
  if (!before) return 0;
  if (owners.has(before.plain)) return describedAt(tokens, at, last);
  if (tokens[at]!.before.startsWith(',')) {
    const passing = passingAt(tokens, at, last);
    if (passing > 0) return passing;
  }
  if (!somebody.has(before.plain) || before.possessive) return 0;
  let end = afterName(text, tokens, at, last);
  end = afterAnother(tokens, afterBetween(text, tokens, end, last), last);
  return end > last ? 0 : end - at;
}

/** Words between whose and who: "younger", "19 year old". */
function describedAt(tokens: readonly Token[], at: number, last: number): number {
  let end = at;
  while (end <= last && (describing.has(tokens[end]!.plain) || isAge(tokens, end)) && tokens[end]!.before === ' ') end += isAge(tokens, end) ? 3 : 1;
  return end > at && end <= last && somebody.has(tokens[end]!.plain) ? end - at : 0;
}

const isAge = (tokens: readonly Token[], at: number): boolean => tokens[at]!.number && /^years?$/.test(tokens[at + 1]?.plain ?? '') && tokens[at + 2]?.plain === 'old';

function passingAt(tokens: readonly Token[], at: number, last: number): number {
  let said = '';
  for (let end = at; end <= last && end - at < longest; end++) {
    if (end > at && tokens[end]!.before.startsWith(',')) return inPassing.has(said) || from.has(tokens[at]!.plain) ? end - at : 0;
    said += (said && ' ') + tokens[end]!.plain;
  }
  return 0;
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

/** "her son and his girlfriend" */
function afterAnother(tokens: readonly Token[], at: number, last: number): number {
  const isAnd = tokens[at]?.plain === 'and' && tokens[at]!.before === ' ';
  return isAnd && at + 2 < last && owners.has(tokens[at + 1]!.plain) && somebody.has(tokens[at + 2]!.plain) && !tokens[at + 2]!.possessive ? at + 3 : at;
}

const isCapital = (code: number): boolean => code >= 65 && code <= 90;
const isName = (text: string, { start, plain, possessive, number }: Token): boolean => isCapital(text.charCodeAt(start)) && !possessive && !number && !noNames.has(plain);
