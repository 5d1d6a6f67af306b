/** What one visit costs, where the listing says it clearly. */
import type { ListingText } from './listing';
import type { ListingPart } from './tagRules';
import type { ProposedTag } from './tags';

const free = /\b(?:free of charge|no charge|no cost|free (?:and confidential|to (?:attend|join|access|all|use|everyone)|service|group|session|sessions|class|classes|course|courses|advice|support|weekly|drop[ -]?in|help|entry|admission|for all|\d+[ -]week)|(?:is|are|it['’]s|sessions?:?|cost:?|price:?|fee:?|charge:?|completely|totally|all|absolutely) free)\b(?! (?:of (?!charge)|for (?:under|children|members|carers|over)|parking|wifi|wi-fi|from|to (?:contact|call|get)))/i;
const freeField = /^\W*(?:free|none|no (?:charge|cost|fee)|nil|£?0(?:\.00)?)\b(?!.*£\s*[1-9])/i;
const amount = /£\s*(\d{1,4}(?:\.\d{2})?)(p)?|\b(\d{2})p\b/gi;
const perVisit = /^\W*(?:per|a|each|for (?:a|each|the|one)|\/)\s*(?:person |adult )?(?:per )?(?:session|class|visit|week|lesson|time|game|walk|meeting|person|head|swim|go)\b|^\W*(?:pay as you go|to attend|on the door|entry)/i;
const notAVisit = /^\W*(?:per|a|each|\/|an)?\s*(?:(?:for|per|a) )?(?:month|year|annum|annual|term|hour|membership|deposit|voucher|worth|million|grant|bn|k\b)/i;
const notAVisitBefore = /(?:worth|up to|grants? of|raised|fund(?:ing|ed)? of|deposit|voucher|save|saving|prize|membership(?: fee)?(?: is| of)?|annual (?:fee|subscription)(?: is| of)?|a year)\W*(?:of\s*)?$/i;
const forLonger = /\b(?:months?|monthly|years?|yearly|annum|annual(?:ly)?|terms?|quarter(?:ly)?|membership|deposit|registration|joining fee)\b(?! olds?)/i;
/** What it mostly costs comes before what an exception costs. */
const forOthers = /^\W*(?:per )?(?:extra )?(?:for )?(?:concessions?|children|child|sibling|under|members|students)/i;

/** Of several prices nobody knows which is theirs: then the dearest for one visit, so that nobody is surprised at the door. */
export function costOf({ fees, costs, name, description }: ListingText): readonly ProposedTag[] {
  const listed = costs.flatMap(({ amount: pounds, option, text }) => (pounds === undefined ? [] : [{ pounds, words: costWords(pounds, option, text) }]));
  const visits = listed.filter(({ pounds, words }) => pounds === 0 || !forLonger.test(words));
  const dearest = visits.toSorted((a, b) => b.pounds - a.pounds)[0];
  // Paid by the month, and nothing said of one time: what a visit costs is theirs to say.
  if (!dearest && listed.length > 0) return [];
  if (dearest) return visits.length > 1 && dearest.pounds > MOST_FOR_A_VISIT ? [] : [priced(dearest.pounds, dearest.words, 'cost')];
  if (fees !== undefined && freeField.test(fees)) return [priced(0, fees, 'cost')];
  for (const [part, text] of [['cost', fees], ['name', name], ['description', description]] as const) {
    const found = text === undefined ? undefined : priceIn(text, part);
    if (found) return [found];
  }
  return [];
}

/** A spreadsheet gives the amount within its words ("£3 a time"): then they say it once. */
function costWords(pounds: number, option: string | undefined, text: string | undefined): string {
  const said = [option, text].filter(Boolean).join(' ');
  const isSaid = [...said.matchAll(amount)].some((found) => Number(found[1]) === pounds) || (pounds === 0 && freeField.test(text ?? ''));
  return isSaid ? said : [option, `£${pounds}`, text].filter(Boolean).join(' ');
}

const MOST_FOR_A_VISIT = 50;
const priced = (pounds: number, words: string, part: ListingPart): ProposedTag => ({ field: 'pounds', value: String(Math.round(pounds * 100) / 100), words, part, weight: 4 });

function priceIn(text: string, part: ListingPart): ProposedTag | undefined {
  const prices = [...text.matchAll(amount)].flatMap((found) => {
    const [before, after] = [text.slice(Math.max(0, found.index - 30), found.index), text.slice(found.index + found[0].length, found.index + found[0].length + 30)];
    if (notAVisit.test(after) || notAVisitBefore.test(before) || forOthers.test(after)) return [];
    const pounds = found[3] === undefined ? Number(found[1]) : Number(found[3]) / 100;
    return [{ pounds, words: `${found[0]}${perVisit.exec(after)?.[0] ?? ''}`, visit: perVisit.test(after) }];
  });
  const visits = prices.filter(({ visit }) => visit);
  const known = visits.length > 0 ? visits : new Set(prices.map(({ pounds }) => pounds)).size === 1 ? prices : [];
  const dearest = known.toSorted((a, b) => b.pounds - a.pounds)[0];
  if (dearest && dearest.pounds <= MOST_FOR_A_VISIT) return priced(dearest.pounds, dearest.words, part);
  const said = prices.length > 0 ? undefined : free.exec(text);
  return said ? priced(0, said[0], part) : undefined;
}
