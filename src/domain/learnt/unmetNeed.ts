/** A need that nothing met, without anything that could tell whose it was. */
import { dayNames } from '../activities/searchActivities';
import { placesNamed } from '../activities/servicesIndex';
import type { CaseReading } from '../analysis/caseReading';
import type { EventOf } from '../case/event';
import type { experiences, interestFamilies } from '../framework/meaning';
import { capital } from './capital';
import type { LearntOf } from './learnt';

/** What was asked for in words that the list of concepts does not know: the words themselves are not kept. */
const noWordForIt = 'Something the list has no word for';
const notSaid = 'Not said';

const aboutWords: Readonly<Record<(typeof interestFamilies)[number], string>> = { making: 'Making things', music: 'Music', moving: 'Moving', growing: 'Growing things', food: 'Food and cooking', reading: 'Reading and writing', games: 'Games', faith: 'Faith', helping: 'Helping others', animals: 'Animals', fixing: 'Fixing things', local: 'Places nearby', screens: 'Screens and computers', other: 'Another interest' };
const wantsWords: Readonly<Record<(typeof experiences)[number], string>> = { moving: 'Moving more', people: 'Being with people', useful: 'Being useful', 'self-care': 'Looking after themselves', secure: 'Feeling secure', identity: 'Being who they are', learning: 'Learning', joy: 'Joy', calm: 'Calm' };

/**
 * Returns what is kept of `NothingFitted`: the closed words behind its tokens, the month, a place that the list itself
 * names, and the first barrier that a choice (never a restricted one) stands for. Tokens that mean nothing here are left out.
 */
export function unmetNeed({ want, at }: EventOf<'NothingFitted'>, reading: CaseReading): LearntOf<'NeedUnmet'> {
  const tokens = want.split(',').map((token) => token.trim());
  const area = tokens.map((token) => after('near:', token)).find((place) => place !== undefined && isOnTheList(place, reading));
  const about = [...new Set(tokens.flatMap((token) => wantOf(token, reading)))];
  const barrier = barrierOf(reading);
  return {
    type: 'NeedUnmet',
    month: at.slice(0, 7),
    want: about.length > 0 ? about : [want === 'not said' ? notSaid : noWordForIt],
    when: [...new Set(tokens.flatMap(whenOf))],
    ...(area === undefined ? {} : { area: capital(area) }),
    ...(barrier === undefined ? {} : { barrier }),
  };
}

const after = (start: string, token: string): string | undefined => (token.startsWith(start) ? token.slice(start.length) : undefined);

function wantOf(token: string, { content }: CaseReading): readonly string[] {
  const [kind, id = ''] = [token.slice(0, token.indexOf(':')), token.slice(token.indexOf(':') + 1)];
  const words: Readonly<Record<string, () => string | undefined>> = {
    about: () => content.concepts().byId.get(id)?.label,
    interest: () => (Object.hasOwn(aboutWords, id) ? aboutWords[id as keyof typeof aboutWords] : undefined),
    wants: () => (Object.hasOwn(wantsWords, id) ? wantsWords[id as keyof typeof wantsWords] : undefined),
  };
  const found = Object.hasOwn(words, kind) ? words[kind]?.() : undefined;
  return found === undefined ? [] : [capital(found)];
}

const times: ReadonlySet<string> = new Set(['morning', 'afternoon', 'evening']);

function whenOf(token: string): readonly string[] {
  const day = after('on:', token);
  const time = after('in-the:', token);
  if (day !== undefined && Object.hasOwn(dayNames, day)) return [dayNames[day as keyof typeof dayNames]];
  return time !== undefined && times.has(time) ? [`In the ${time}`] : [];
}

/** A place counts when a listing names it: then it tells of an area, and not of an address. */
const isOnTheList = (place: string, { catalogue }: CaseReading): boolean => catalogue.activities.some((activity) => placesNamed(activity).toLowerCase().includes(place.toLowerCase()));

function barrierOf({ findings, conversation }: CaseReading): string | undefined {
  const restricted = new Set(conversation.open.filter((prompt) => prompt.restricted).map(({ id }) => id));
  const found = findings.find(({ kind, from }) => kind === 'barrier' && from.length > 0 && from.every((source) => source.kind === 'choice' && !restricted.has(source.prompt)));
  return found && capital(found.what);
}
