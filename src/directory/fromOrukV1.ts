/**
 * One service of Open Referral UK 1 (and its 2 drafts) as a listing.
 *
 * Source: Open Referral UK application profile 1.0, service_details. Its plurals are its own ("eligibilitys",
 * "link_taxonomies"); feeds in use write some of them otherwise, so both are read.
 */
import { type Fields, lengths } from './fields';
import type { Listing, Place, RowPlace, RowRead } from './listing';
import { addressOf, agesOf, contactsOf, costOf, defined, distinct, phoneOf, pointOf, scheduleOf, splitWords, statusOf, termOf } from './orukParts';
import { readRow } from './readRow';

/** Returns the listing, or a problem that names the row and says what to mend. Fields that make no sense are left out, each with a note. */
export function fromOrukV1(raw: unknown, place: RowPlace): RowRead {
  return readRow(raw, place, (fields, identity) => {
    const locations = fields.list('service_at_locations');
    const places = locations.flatMap((each) => placeOf(each.one('location') ?? each) ?? []);
    const open = [...fields.list(['regular_schedules', 'regular_schedule']), ...locations.flatMap((each) => each.list(['regular_schedules', 'regular_schedule']))];
    const holidays = [...fields.list(['holiday_schedules', 'holiday_schedule']), ...locations.flatMap((each) => each.list(['holiday_schedules', 'holiday_schedule', 'holidayScheduleCollection']))];
    const organisation = fields.one('organization') ?? fields.one('organisation');
    const contacts = contactsOf(fields.list('contacts'));
    return {
      ...identity,
      ...eligibilityOf(fields.list(['eligibilitys', 'eligibilities', 'eligibility'])),
      ...defined({
        organisation: organisation?.text('name', lengths.name),
        url: fields.web('url') ?? organisation?.web('url'),
        email: fields.email('email') ?? contacts.find(({ email }) => email !== undefined)?.email ?? organisation?.email('email'),
        phone: phoneOf(fields, ['phone', 'telephone']) ?? contacts.find(({ phone }) => phone !== undefined)?.phone,
        status: statusOf(fields),
        fees: fields.text('fees', lengths.text),
        applicationProcess: fields.text('application_process', lengths.text),
        waitTime: fields.text('wait_time'),
        accreditations: fields.text('accreditations', lengths.text),
        assuredDate: fields.day('assured_date'),
        lastModified: fields.day(['last_modified', 'modified_date', 'updated_at']),
      }),
      costs: distinct(fields.list('cost_options').flatMap((cost) => costOf(cost) ?? [])),
      languages: distinct(fields.list('languages').flatMap((language) => language.text(['language', 'name', 'code']) ?? [])),
      attendingTypes: attending(fields, 'attending_type'),
      attendingAccess: attending(fields, 'attending_access'),
      schedules: distinct([...open, ...holidays].flatMap((schedule) => scheduleOf(schedule) ?? [])),
      locations: distinct(places),
      accessibility: distinct(places.flatMap(({ accessibility }) => accessibility)),
      serviceAreas: distinct(fields.list('service_areas').flatMap((area) => area.text(['service_area', 'name']) ?? [])),
      taxonomy: termsOf(fields),
      contacts: [...contacts],
    };
  });
}

/** The widest of all that is said: who is let in by one of them is let in. */
function eligibilityOf(lists: readonly Fields[]): Pick<Listing, 'ages'> & Partial<Listing> {
  const words = lists.map((each) => each.text(['eligibility', 'description'], lengths.text)).filter((part) => part !== undefined);
  const ages = lists.map((each) => agesOf(each));
  const [from, to] = [ages.map((each) => each.from), ages.map((each) => each.to)];
  return {
    ages: {
      ...(from.length === 0 || from.includes(undefined) ? {} : { from: Math.min(...from.map(Number)) }),
      ...(to.length === 0 || to.includes(undefined) ? {} : { to: Math.max(...to.map(Number)) }),
    },
    ...defined({ eligibility: [...new Set(words)].join('\n') || undefined }),
  };
}

/** In the service itself, or as a list beside it: "service_attendings" and the like. */
function attending(fields: Fields, name: 'attending_type' | 'attending_access'): string[] {
  const beside = fields.list([`${name}s`, 'service_attendings']).flatMap((each) => each.text([name, 'name']) ?? []);
  return distinct([...splitWords(fields.text(name)), ...beside]);
}

function placeOf(fields: Fields): Place | undefined {
  const accessibility = distinct(fields.list(['accessibility_for_disabilities', 'accessibilities']).flatMap((each) => each.text(['accessibility', 'description'], lengths.text) ?? []));
  const place = {
    ...defined({ name: fields.text('name', lengths.name), travel: fields.text('transportation', lengths.text) }),
    ...addressOf(fields.list(['physical_addresses', 'physical_address', 'addresses'])[0]),
    ...pointOf(fields),
  };
  return Object.keys(place).length === 0 && accessibility.length === 0 ? undefined : { ...place, accessibility };
}

function termsOf(fields: Fields): Listing['taxonomy'] {
  const linked = fields.list(['service_taxonomys', 'service_taxonomies']).concat(fields.list(['link_taxonomies', 'link_taxonomys']));
  const kind = fields.text('deliverable_type');
  return distinct([...linked.flatMap((each) => termOf(each.one('taxonomy') ?? each, ['vocabulary']) ?? []), ...(kind === undefined ? [] : [{ term: kind, vocabulary: 'deliverable type' }])]);
}
