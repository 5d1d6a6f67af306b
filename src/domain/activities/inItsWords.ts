/** What a listing says in words of its own that no tag holds whole: for whoever reads before they ring. Nothing of it decides, but for news that it does not run. */
import type { Activity } from './activity';
import type { ListingText } from './listing';
import { shortened } from './shortened';
import { isOpen, schedulesInWords } from './whenListed';

const LONGEST = 300;
/** A search for a place finds it in here, and all days of a week have room. */
const LONGEST_LIST = 1_000;
/** As many letters of when it is as cards have room for in a line of facts. */
const SHOWN_BESIDE_THE_NAME = 80;

export type InItsWords = NonNullable<Activity['inItsWords']>;

/** `otherPlaces`: beside the one that is told as its place. Undefined when the listing says nothing of the kind. */
export function inItsWordsOf(listing: ListingText, otherPlaces: readonly string[]): InItsWords | undefined {
  const { alert, eligibility, applicationProcess, fees, costs, waitTime, languages = [], interpretation, serviceAreas = [], accessibility } = listing;
  const times = schedulesInWords(listing.schedules.filter(isOpen));
  const said = {
    news: alert,
    times: times.length > SHOWN_BESIDE_THE_NAME ? times : '',
    whoFor: eligibility,
    howToJoin: applicationProcess,
    cost: fees ?? costs.map(costWords).filter((words) => words !== '').join('; '),
    wait: waitTime,
    languages: [languages.join(', '), interpretation ?? ''].filter((words) => words !== '').join('. '),
    alsoAt: otherPlaces.join('; '),
    area: serviceAreas.join(', '),
    access: accessibility.join('; '),
  };
  const words = Object.entries(said).flatMap(([name, text]) => (text === undefined || text.trim() === '' ? [] : [[name, shortened(text, name === 'alsoAt' || name === 'times' ? LONGEST_LIST : LONGEST)] as const]));
  return words.length === 0 ? undefined : Object.fromEntries(words);
}

/** "£35 per month": the amount stands once, before what it is for. */
function costWords({ option, amount, text }: ListingText['costs'][number]): string {
  const said = [option, text].filter((part) => part !== undefined).join(', ');
  return amount === undefined || said.includes('£') ? said : [`£${Number.isInteger(amount) ? amount : amount.toFixed(2)}`, said].filter((part) => part !== '').join(' ');
}

const doesNotRun = /\b(?:clos(?:ed|ing|ure)|suspended|paused|on hold|cancelled|postponed|not (?:currently )?(?:running|meeting|taking place|open)|no (?:sessions?|classes|meetings?|new (?:referrals|members)))\b/i;

/** True when what the provider put in front says that it does not run, now or soon. Nobody reads a date out of it: a call settles it. */
export const newsThatItStops = ({ inItsWords }: Pick<Activity, 'inItsWords'>): boolean => inItsWords?.news !== undefined && doesNotRun.test(inItsWords.news);
