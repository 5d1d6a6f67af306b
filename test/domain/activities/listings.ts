/** Invented listings, as directories write them. */
import { loadTagRules } from '../../../src/content/loadTagRules';
import type { Activity } from '../../../src/domain/activities/activity';
import type { Area } from '../../../src/domain/activities/placesListed';
import { proposeTags } from '../../../src/domain/activities/proposeTags';
import type { ListingText } from '../../../src/domain/activities/listing';
import { settleTags, valuesOfTag, type Correction, type TagField, type Tags } from '../../../src/domain/activities/tags';
import { toActivity } from '../../../src/domain/activities/toActivity';

export const rules = loadTagRules();

export const listing = (facts: Partial<ListingText> = {}): ListingText => ({
  id: 'here-1', name: 'Something in the hall', description: '', costs: [], ages: {}, schedules: [], attendingTypes: [], attendingAccess: [], accessibility: [], locations: [], taxonomy: [], contacts: [], ...facts,
});

export const tagsOf = (facts: Partial<ListingText>, corrections: readonly Correction[] = []): Tags => {
  const text = listing(facts);
  return settleTags(text.id, proposeTags(text, rules), corrections);
};
export const tagged = (facts: Partial<ListingText>, field: TagField): readonly string[] => valuesOfTag(tagsOf(facts), field);
export const activityOf = (facts: Partial<ListingText>, corrections: readonly Correction[] = [], area: Area = {}): Activity => toActivity(listing(facts), tagsOf(facts, corrections), rules, area);

export const singers: ListingText = listing({
  id: 'harrow-singers',
  name: 'Larks singing group',
  description: 'A small friendly group that sings old and new songs. No audition and no need to read music. We stop for a cuppa and a chat. Just turn up. £3 per session. Up to 12 people. Not wheelchair accessible at present.',
  organisation: 'Harrowmere Voices',
  status: 'active',
  phone: '01632 960201',
  contacts: [{ role: 'the song leader' }],
  schedules: [{ days: ['tue'], opens: '14:00', closes: '15:30' }],
  locations: [{ name: 'St Anne’s Hall', address: 'Mill Row, Harrowmere', postcode: 'ZZ9 9ZZ', latitude: 53.5, longitude: -2.3 }],
  assuredDate: '2026-10-10',
  lastModified: '2026-11-01',
});

export const bare: ListingText = listing({ id: 'here-bare', name: 'Allotment group', description: 'We grow vegetables.' });
