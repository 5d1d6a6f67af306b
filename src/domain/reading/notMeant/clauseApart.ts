/** "Leaflet given, he hits her", "He hits her, discussed the film club": notes part their thoughts by commas. A clause that is whole by itself says nothing of the next. */
import type { Span } from '../patterns/patternIndex';
import type { Token } from '../words/tokens';
import { wordSet } from '../words/wordSet';

const persons = wordSet('he she i they we');
const subjects = wordSet('he she i they we pt pts cl client patient su');
/** Words with which a thought of a note begins that has no subject. */
const openers = wordSet('likes loves enjoys enjoyed plays played watches reads used was works worked lives lived discussed talked chatted spoke went goes attended attends gave offered declined booked signposted shared referred arranged wants wanted hopes joined tried visited');
/** With which it ends: "leaflet given". */
const enders = wordSet('given booked declined offered sent posted shared arranged discussed attended planned signposted completed signed tomorrow today monday tuesday wednesday thursday friday saturday sunday');
/** What begins with one of these hangs on the rest. */
const hangs = wordSet('when if while as because that which who whose where like unless until since after before although though so says said');
/** "my daughter has …", "mum says …", "there is …", "two men are …": so begins a thought that somebody has of its own. */
const begins = wordSet('he she i they we pt pts cl client patient su my his her their our there some someone somebody nobody mum mam mother dad father wife husband son daughter partner tenant two three four');
/** "film was good", "daughter is a nurse" */
const finite = wordSet('is was are were has had loves likes enjoys went goes plays watched laughed');
/** An explanation begins so: "it was a play", "the film, that is". */
const explains = wordSet('it that this these those the a an he she which in only all just not as at on after before during back for with from to by when');
/** Words between the comma and the mention: "he often {hits her}". */
const mostBetween = 4;
/** Words of a clause that are looked at from what was found. */
const mostOfClause = 20;

const { max, min } = Math;

/** Whatever was found, and before or after the place: a comma stands between, and each is a thought of its own. */
export function isClauseApart(tokens: readonly Token[], found: Span, place: Span, sentence: Span): boolean {
  if (found.last < place.first) {
    const comma = commaIn(tokens, place.first, found.last + 1, -1);
    if (comma !== undefined && place.first - comma <= mostBetween && begins.has(tokens[comma]!.plain) && isSaidWhole(tokens, clauseStart(tokens, found.first, sentence.first), comma - 1)) return true;
    if (!isOfAPerson(tokens, place, sentence)) return false;
    return comma !== undefined && (comma === place.first || (place.first - comma <= mostBetween && subjects.has(tokens[comma]!.plain))) && isWhole(tokens, clauseStart(tokens, found.first, sentence.first), comma - 1, true);
  }
  const comma = commaIn(tokens, place.last + 1, found.first, 1);
  if (comma !== undefined && isSaidWhole(tokens, comma, clauseEnd(tokens, found.last, sentence.last))) return true;
  if (!isOfAPerson(tokens, place, sentence)) return false;
  return comma !== undefined && isWhole(tokens, comma, clauseEnd(tokens, found.last, sentence.last), false);
}

/** "he {hits her}", "{she has taken an overdose}": whoever it is of stands there. */
const isOfAPerson = (tokens: readonly Token[], { first }: Span, sentence: Span): boolean => subjects.has(tokens[first]!.plain) || (first > sentence.first && subjects.has(tokens[first - 1]!.plain)) || (first > sentence.first + 1 && auxiliaries.has(tokens[first - 1]!.plain) && subjects.has(tokens[first - 2]!.plain));
const auxiliaries = wordSet('has have had is are am was were been keeps still often really just');

/** The first place from one to another, both included, that a comma stands before. */
function commaIn(tokens: readonly Token[], from: number, to: number, step: 1 | -1): number | undefined {
  for (let at = from; step === 1 ? at <= to : at >= to; at += step) if (tokens[at]!.before.includes(',')) return at;
  return undefined;
}

/** From comma to comma, or as far as a clause goes: a page may have none. */
function clauseStart(tokens: readonly Token[], from: number, first: number): number {
  let at = from;
  while (at > max(first, from - mostOfClause) && !tokens[at]!.before.includes(',')) at--;
  return at;
}

function clauseEnd(tokens: readonly Token[], from: number, last: number): number {
  let at = from;
  while (at < min(last, from + mostOfClause) && !tokens[at + 1]!.before.includes(',')) at++;
  return at;
}

/** "film was good", "daughter is a nurse", "we laughed about the bus": a thought with a verb of its own, and none that explains. */
function isSaidWhole(tokens: readonly Token[], first: number, last: number): boolean {
  const word = tokens[first]!.plain;
  if (hangs.has(word) || explains.has(word) || word.endsWith('ing') || last - first > mostOfWhole) return false;
  for (let at = first; at < last; at++) if (finite.has(tokens[at]!.plain) && (!laughs.has(tokens[at]!.plain) || isAbout(tokens[at + 1]!.plain, tokens[at + 2]?.plain))) return true;
  return word === 'used' && tokens[first + 1]?.plain === 'to';
}
const mostOfWhole = 8;
const laughs = wordSet('laughed');
const isAbout = (about: string, what: string | undefined): boolean => (about === 'about' || about === 'over') && what !== undefined && !['it', 'that', 'this'].includes(what);

/** What comes after may explain ("…, she said of the old sofa"), unless it is told as notes tell the next thing. */
function isWhole(tokens: readonly Token[], first: number, last: number, isBefore: boolean): boolean {
  if (hangs.has(tokens[first]!.plain)) return false;
  if (openers.has(tokens[first]!.plain) || enders.has(tokens[last]!.plain)) return last > first;
  for (let at = first; isBefore && at < last; at++) if (persons.has(tokens[at]!.plain)) return true;
  return false;
}
