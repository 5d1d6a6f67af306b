/** A listing of a directory as an activity of the catalogue: what it says and what its tags say, and nothing besides. */
import { Activity, listsInPart } from './activity';
import { inItsWordsOf } from './inItsWords';
import { partOfDay } from './listedFacts';
import type { ListingText } from './listing';
import { placesOf, type Area } from './placesListed';
import { shortened } from './shortened';
import type { TagRules } from './tagRules';
import { isConfirmed, isCorrected, valuesOfTag, type TagField, type Tags } from './tags';
import { datesOf, daysInWords, inWeekOrder, isDayOfWeek, isOpen, schedulesInWords } from './whenListed';

const LONGEST_NAME = 60;
const LONGEST_WHAT = 200;

/** Returns the activity. What the listing leaves open is absent, and lists that no person confirmed are lists in part. */
export function toActivity(listing: ListingText, tags: Tags, rules: TagRules, area: Area = {}): Activity {
  const { id, name, description, organisation, locations, assuredDate, lastModified } = listing;
  const one = (field: TagField): string | undefined => valuesOfTag(tags, field)[0];
  const number = (field: TagField): number | undefined => (one(field) === undefined ? undefined : Number(one(field)));
  const lists = Object.fromEntries((['gives', 'access', 'welcome', 'firstVisit', 'leader'] as const).map((field) => [field, valuesOfTag(tags, field)]));
  const { places, travel } = placesOf(locations, area);
  return Activity.parse(
    withoutOpen({
      id, name: shortened(name, LONGEST_NAME), what: shortened(description, LONGEST_WHAT), listing: description.length > LONGEST_WHAT ? description : undefined,
      provider: organisation, place: places[0],
      kind: one('kind'), interests: valuesOfTag(tags, 'interest'), words: wordsOf(tags), ...lists,
      company: one('company'), groupSize: number('groupSize'), setting: one('setting'), rhythm: one('rhythm'), manner: one('manner'), level: one('level'),
      demand: withoutOpen({ body: one('body'), thinking: one('thinking'), company: one('social'), commitment: one('commitment') }),
      when: whenOf(listing, tags), travel, pounds: number('pounds'), placeKind: one('placeKind'),
      firstContact: listing.contacts.find(({ role }) => role !== undefined)?.role,
      ages: withoutOpen({ from: number('ageFrom'), to: number('ageTo') }),
      madeFor: madeForOf(rules, one('madeFor')),
      joining: one('joining'), waitWeeks: number('waitWeeks'), status: one('status'), checked: assuredDate ?? lastModified,
      clinicalCheck: one('clinicalCheck') === undefined ? undefined : one('clinicalCheck') === 'yes',
      inPart: listsInPart.filter((list) => !isConfirmed(tags, list)),
      contact: listing.phone ?? listing.email ?? listing.url, inItsWords: inItsWordsOf(listing, places.slice(1)),
    }),
  );
}

const withoutOpen = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

function madeForOf({ madeFor }: TagRules, concept: string | undefined): Record<string, unknown> | undefined {
  const group = madeFor.get(concept ?? '');
  return group && { whom: group.whom, means: group.means, words: group.words };
}

/** The words of the listing for what it is about: those by which a person's own words find it. */
function wordsOf(tags: Tags): readonly string[] {
  const tag = tags.get('interest');
  const proposed = (tag?.stands === 'proposed' ? tag.from : tag?.proposed?.from) ?? [];
  const said = proposed.filter(({ value }) => tag?.values.includes(value)).map(({ words }) => words.toLowerCase());
  return [...new Set(said)].slice(0, MOST_WORDS);
}

const MOST_WORDS = 12;

/** From five in the afternoon it is dark for half of the year. */
const DARK_HOUR = 17;
const LONGEST_WHEN = 120;

function whenOf({ schedules }: ListingText, tags: Tags): Activity['when'] | undefined {
  const days = inWeekOrder(valuesOfTag(tags, 'days').filter(isDayOfWeek));
  const time = valuesOfTag(tags, 'time')[0];
  const open = schedules.filter(isOpen);
  const isOtherwise = isCorrected(tags, 'days') || isCorrected(tags, 'time');
  const listed = isOtherwise ? '' : schedulesInWords(open);
  const text = listed || [days.length === 7 ? 'Every day' : daysInWords(days), time === undefined || time === 'any' ? '' : `in the ${time}`].filter((part) => part !== '').join(', ');
  if (text === '') return undefined;
  const starts = open.flatMap(({ opens }) => (opens === undefined ? [] : [Number(opens.slice(0, 2))]));
  const afterDark = time === 'evening' || (starts.length > 0 && starts.every((hour) => hour >= DARK_HOUR || partOfDay(hour) === 'evening'));
  return { text: shortened(text, LONGEST_WHEN), days, ...datesOf(open), afterDark, ...(time !== undefined && { time: time as NonNullable<Activity['when']>['time'] }) };
}
