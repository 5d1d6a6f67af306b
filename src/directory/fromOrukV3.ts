/**
 * One service of Open Referral UK 3 (and of HSDS 3, of which it is a profile) as a listing.
 *
 * Source: Open Referral UK profile of HSDS 3, service with definitions (CC BY-SA 4.0). Fields of HSDS that the profile
 * leaves out (application_process, wait_time, phones …) are read too, because feeds carry them.
 */
import { type Fields, lengths } from './fields';
import type { Listing, Place, RowPlace, RowRead } from './listing';
import { addressOf, agesOf, contactsOf, costOf, defined, distinct, phoneOf, placeKinds, pointOf, scheduleOf, splitWords, statusOf, termOf } from './orukParts';
import { readRow } from './readRow';

/** Returns the listing, or a problem that names the row and says what to mend. Fields that make no sense are left out, each with a note. */
export function fromOrukV3(raw: unknown, place: RowPlace): RowRead {
  return readRow(raw, place, (fields, identity) => {
    const locations = fields.list('service_at_locations').concat(fields.list('locations'));
    const places = locations.flatMap((each) => placeOf(each.one('location') ?? each) ?? []);
    const schedules = [...fields.list('schedules'), ...locations.flatMap((each) => [...each.list('schedules'), ...(each.one('location')?.list('schedules') ?? [])])];
    const organisation = fields.one('organization') ?? fields.one('organisation');
    const contacts = contactsOf([...fields.list('contacts'), ...locations.flatMap((each) => each.list('contacts')), ...fields.list('phones')]);
    return {
      ...identity,
      ...fromFields(fields),
      ...defined({
        organisation: organisation?.text(['name', 'legal_name'], lengths.name),
        url: fields.web('url') ?? organisation?.web(['website', 'url']),
        email: fields.email('email') ?? contacts.find(({ email }) => email !== undefined)?.email ?? organisation?.email('email'),
        phone: phoneOf(fields, ['phone', 'telephone']) ?? contacts.find(({ phone }) => phone !== undefined)?.phone ?? organisation?.list('phones').map((phone) => phoneOf(phone))[0],
        capacity: capacityOf(fields),
      }),
      costs: distinct(fields.list('cost_options').flatMap((cost) => costOf(cost) ?? [])),
      languages: distinct(fields.list('languages').flatMap((language) => language.text(['name', 'code', 'language', 'note']) ?? [])),
      attendingTypes: distinct([...splitWords(fields.text('attending_type')), ...schedules.flatMap((schedule) => schedule.text('attending_type', lengths.line) ?? [])]),
      attendingAccess: distinct(splitWords(fields.text('attending_access'))),
      schedules: distinct(schedules.flatMap((schedule) => scheduleOf(schedule) ?? [])),
      locations: distinct(places),
      accessibility: distinct(places.flatMap(({ accessibility }) => accessibility)),
      serviceAreas: distinct(fields.list('service_areas').flatMap((area) => area.text(['name', 'service_area', 'description']) ?? [])),
      taxonomy: termsOf(fields),
      contacts: [...contacts],
    };
  });
}

/** What stands in the service itself. */
function fromFields(fields: Fields): Pick<Listing, 'ages'> & Partial<Listing> {
  const eligibility = [fields.text('eligibility_description', lengths.text), ...fields.list('eligibility').map((each) => each.text(['description', 'eligibility'], lengths.text))].filter((part) => part !== undefined);
  return {
    ages: agesOf(fields),
    ...defined({
      alsoCalled: fields.text('alternate_name', lengths.name),
      status: statusOf(fields),
      alert: fields.text('alert', lengths.text),
      applicationProcess: fields.text('application_process', lengths.text),
      waitTime: fields.text('wait_time'),
      fees: fields.text(['fees_description', 'fees'], lengths.text),
      interpretation: fields.text('interpretation_services'),
      eligibility: eligibility.join('\n') || undefined,
      accreditations: fields.text('accreditations', lengths.text),
      assuredDate: fields.day('assured_date'),
      lastModified: fields.day('last_modified'),
    }),
  };
}

function placeOf(fields: Fields): Place | undefined {
  const addresses = fields.list('addresses');
  const kind = placeKinds[fields.text('location_type')?.toLowerCase() ?? ''];
  const accessibility = fields.list('accessibility').flatMap((each) => [...new Set([each.text(['description', 'accessibility'], lengths.text), each.text('details', lengths.text)])].filter((part) => part !== undefined));
  const place = {
    ...defined({ name: fields.text(['name', 'alternate_name'], lengths.name), kind, travel: fields.text('transportation', lengths.text) }),
    ...addressOf(addresses.find((address) => address.text('address_type') === 'physical') ?? addresses[0]),
    ...pointOf(fields),
  };
  return Object.keys(place).length === 0 && accessibility.length === 0 ? undefined : { ...place, accessibility: distinct(accessibility) };
}

function termsOf(fields: Fields): Listing['taxonomy'] {
  return distinct(
    fields.list('attributes').flatMap((attribute) => {
      const term = termOf(attribute.one('taxonomy_term'), ['taxonomy', 'vocabulary']);
      if (term === undefined) return attribute.text('value') === undefined ? [] : [{ term: attribute.text('value') ?? '', ...defined({ vocabulary: attribute.text('label') }) }];
      const detail = attribute.one('taxonomy_term')?.one('taxonomy_detail')?.text('name');
      return [{ ...term, ...(term.vocabulary === undefined && detail !== undefined ? { vocabulary: detail } : {}) }];
    }),
  );
}

function capacityOf(fields: Fields): string | undefined {
  const lines = fields.list('capacities').flatMap((capacity) => {
    const available = capacity.number('available');
    if (available === undefined) return [];
    const most = capacity.number('maximum');
    const unit = capacity.one('unit')?.text('name') ?? 'places';
    return [`${available}${most === undefined ? '' : ` of ${most}`} ${unit} free`];
  });
  return lines.join(', ') || undefined;
}
