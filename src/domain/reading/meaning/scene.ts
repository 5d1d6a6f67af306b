/**
 * What is acted, made up or taught, and what is told of the day's work: "Role play: I was the man with the debts", "Retired
 * sister. She told us of a lad who …". It is nobody's news. It holds for the sentence that says so and for those that go on
 * with it ("Pieces on …", "Props: …"), never for what somebody then says of themselves.
 */
import type { Apart } from '../cues/cue';
import type { Span } from '../cues/findCues';
import { cueAt, type ToldHit } from '../cues/told';
import type { Token } from '../words/tokens';

/** Sentences over which a lesson, a play or somebody's trade stays the subject. */
const mostSentences = 4;
/** Words within which a sentence begins to go on with it. */
const opening = 4;

const persons = new Set(['he', 'she', 'i', 'they', 'pt', 'client', 'cl', 'patient', 'mr', 'mrs', 'ms', 'miss']);
const news = new Set(['says', 'said', 'told', 'tells', 'admitted', 'admits', 'disclosed', 'confided', 'whispered', 'asked', 'cried', 'wept', 'showed', 'broke', 'feels', 'felt', 'wants']);
/** "I played a caller and said …": said in the play. */
const parts = new Set(['caller', 'client', 'patient', 'tenant', 'casualty', 'husband', 'wife']);
const own = new Set(['my', 'me', 'i', 'her', 'she', 'his', 'him', 'he']);
const owners = new Set(['my', 'her', 'his', 'their']);

/** For each sentence what sets it apart, or undefined. Linear in the text's length. */
export function apartIn(tokens: readonly Token[], parts: readonly Span[], told: readonly (readonly ToldHit[])[]): readonly (Apart | undefined)[] {
  const since: Record<'lesson' | 'trade', number> = { lesson: -mostSentences - 1, trade: -mostSentences - 1 };
  return parts.map((part, at) => {
    const found = (kind: ToldHit['kind']): ToldHit | undefined => told[at]!.find((hit) => hit.kind === kind);
    const [acted, goesOn, shop, others] = [found('acted'), found('actedOn'), found('talksShop'), found('ofOthers')];
    if (acted ?? found('lesson')) since.lesson = at;
    if (found('trade')) since.trade = at;
    if (acted && !isNewsOfThePerson(tokens, part, acted)) return { ...cueAt(tokens, acted, 'acted', 'acted, made up or taught'), as: 'hypothetical' };
    if (goesOn && at - since.lesson <= mostSentences && goesOn.first - part.first < opening && !isOwned(tokens, part, goesOn) && !isNewsOfThePerson(tokens, part, goesOn)) return { ...cueAt(tokens, goesOn, 'acted', 'acted, made up or taught'), as: 'hypothetical' };
    if (others) return { ...cueAt(tokens, others, 'work', 'told of those whom somebody helped'), as: 'other' };
    if (shop && at - since.trade <= mostSentences && isOfWork(tokens, part, shop)) return { ...cueAt(tokens, shop, 'work', 'told of their work'), as: 'other' };
    return undefined;
  });
}

/** "…, and afterwards she told me": what is said after the lesson was named is news. */
function isNewsOfThePerson(tokens: readonly Token[], { last }: Span, hit: Span): boolean {
  const word = (at: number): string => (at <= last ? tokens[at]!.plain : '');
  const from = hit.last + (parts.has(word(hit.last)) && word(hit.last + 1) === 'and' ? 2 : 1);
  for (let at = from; at < last; at++) {
    const to = persons.has(word(at)) || ['then', 'but', 'and', 'afterwards', 'after'].includes(word(at));
    if (to && (news.has(word(at + 1)) || (persons.has(word(at + 1)) && news.has(word(at + 2)))) && !['about', 'what', 'how'].includes(word(at + 2))) return true;
  }
  return false;
}

/** "told us about the nights when …", "talks of it: the drownings": not "told me about the bruises on her arm". */
const isOfWork = (tokens: readonly Token[], { last }: Span, hit: Span): boolean => !tokens.slice(hit.last + 1, last + 1).some(({ plain }) => own.has(plain));

/** "Discussed coercion", not "Discussed her husband". */
const isOwned = (tokens: readonly Token[], { last }: Span, hit: Span): boolean => hit.last < last && owners.has(tokens[hit.last + 1]!.plain);
