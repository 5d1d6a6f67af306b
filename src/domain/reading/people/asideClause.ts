/** What is said of somebody before their story begins: "The couple who run the chip shop, he …", "the gentleman she sits with at dialysis is …". */
import { oneSubjects, others, subjects } from './grammarWords';
import { kind } from './people';
import { upTo, type Words } from './sentenceWords';
import type { Somebody } from './somebody';

const mostAsideWords = 9;

/** The phrase with what is said aside; undefined for whom the person lives with, works for or sees. */
export function withAside(words: Words, somebody: Somebody): Somebody | undefined {
  const next = somebody.last + 1;
  if (words.isApart(next)) return somebody;
  const isOfSubject = words.isIn(subjects, next);
  const known = isOfSubject ? overAcquaintance(words, somebody) : somebody;
  if (known !== somebody) return known;
  return isOfSubject || words.isIn(relatives, next) ? overClause(words, somebody) : somebody;
}
const relatives = new Set(['who', 'that']);
const hearers = new Set(['me', 'him', 'us']);

/** "The gentleman she sits with at dialysis is …": not for whom she works, nor with whom she lives. */
function overAcquaintance(words: Words, somebody: Somebody): Somebody | undefined {
  const from = somebody.last + 2;
  for (let on = from; on <= from + mostAsideWords && on <= words.to; on++) {
    if (words.is(kind.livesWith, on) || words.is(kind.closeTo, on)) return undefined;
    if (on === from) continue;
    if (words.isApart(on) || words.isIn(clauseOpeners, on)) return somebody;
    if (words.is(kind.verbLike, on) && !['been', 'to'].includes(words.plain(on))) return upTo(somebody, on - 1);
  }
  return somebody;
}
const clauseOpeners = new Set(['and', 'but', 'because', 'so', 'he', 'she']);

/** "The couple who run the chip shop, he …", "her mother in law I feel for, she …". */
function overClause(words: Words, somebody: Somebody): Somebody | undefined {
  const next = somebody.last + 1;
  for (let on = next + 1; on < next + mostAsideWords && on < words.to; on++) {
    if (words.is(kind.livesWith, on) && words.isIn(oneSubjects, next)) return undefined;
    if (words.is(kind.reports, on) || words.is(kind.finds, on) || words.isIn(hearers, on)) return somebody;
    if (words.isApart(on)) return words.isIn(others, on) && words.edge(on) === 'comma' ? upTo(somebody, on - 1) : somebody;
  }
  return somebody;
}
