/** What is said of somebody in passing, before what they do: "her nephew Dave takes it", "his son, who cares for him, hits him", "my lodger (42) …". */
import type { Token } from './token';
import { isName, isSomebody, isTitle } from './somebodyNamed';
import { wordSet } from './wordSet';

const owners = wordSet('her his my their our the a me');
/** "her younger brother", "my 19 year old son"; a late or a former husband is another matter. */
const describing = wordSet('younger elderly estranged eldest oldest youngest older elder little big own disabled new adult grown only twin dear poor lovely teenage teen young so called mentally ill autistic violent abusive controlling drunken alcoholic drunk');
/** Words that open what is said of somebody between commas. */
const opens = wordSet('who whose aged age a an now also himself herself then');
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
  if (!isSomebody(before.plain) || before.possessive) return 0;
  let end = afterName(text, tokens, at, last);
  for (let between = afterBetween(text, tokens, end, last); between > end; between = afterBetween(text, tokens, end, last)) end = between;
  end = afterAnother(tokens, end, last);
  return end > last ? 0 : end - at;
}

const plainly = wordSet('old little usual prescribed entire small spare whole poor lovely favourite');

/** Words between whose and who: "younger", "19 year old"; or between whose and what: "old", "usual". */
function describedAt(tokens: readonly Token[], at: number, last: number): number {
  if (plainly.has(tokens[at]!.plain) && at < last && tokens[at]!.before === ' ' && tokens[at + 1]!.before === ' ') return 1;
  let end = at;
  while (end <= last && (describing.has(tokens[end]!.plain) || isAge(tokens, end)) && tokens[end]!.before === ' ') end += isAge(tokens, end) ? 3 : 1;
  return end > at && end <= last && isSomebody(tokens[end]!.plain) ? end - at : 0;
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
  if (isTitle(tokens[end]?.plain ?? '')) end++;
  while (end <= last && end - at < mostNames && tokens[end]!.before === ' ' && mayBeName(text, tokens[end]!)) end++;
  return end > at && mayBeName(text, tokens[end - 1]!) ? end : at;
}

/** In brackets, or between commas. */
function afterBetween(text: string, tokens: readonly Token[], at: number, last: number): number {
  const opened = (tokens[at]?.before ?? '').replace(/^\)/, '');
  const closes = opened.endsWith('(') ? ')' : opened.startsWith(',') && (opens.has(tokens[at]!.plain) || tokens[at]!.number || mayBeName(text, tokens[at]!)) ? ',' : undefined;
  if (closes === undefined) return at;
  for (let end = at + 1; end <= last && end - at <= longest; end++) if (tokens[end]!.before.startsWith(closes)) return end;
  return at;
}

/** "her son and his new girlfriend" */
function afterAnother(tokens: readonly Token[], at: number, last: number): number {
  if (tokens[at]?.plain !== 'and' || tokens[at].before !== ' ' || !owners.has(tokens[at + 1]?.plain ?? '')) return at;
  const head = at + 2 + (describing.has(tokens[at + 2]?.plain ?? '') ? 1 : 0);
  return head < last && isSomebody(tokens[head]!.plain) && !tokens[head]!.possessive ? head + 1 : at;
}

/** A name may be a word as well: "her son Mark". */
const mayBeName = (text: string, token: Token): boolean => !token.possessive && isName(text, token, () => false);
