/** Which version of Open Referral UK a record is written in; feeds do not say so themselves. */
import { isRecord, type RawRecord } from './fields';
import type { Envelope } from './recordSplitter';
import type { Format } from './sourceLimits';

const onlyV1 = ['eligibilitys', 'regular_schedules', 'holiday_schedules', 'link_taxonomies', 'service_taxonomys', 'deliverable_type', 'fundings', 'service_attendings'];
const onlyV3 = ['attributes', 'minimum_age', 'maximum_age', 'schedules', 'fees_description', 'eligibility_description', 'alternate_name', 'last_modified', 'alert', 'phones', 'capacities', 'organization_id'];
const has = (record: RawRecord, names: readonly string[]): boolean => names.some((name) => name in record);

/** The record's own fields speak first, then the page around it; what could be either is read as the newer one. */
export function orukVersion(record: unknown, envelope?: Envelope): Format {
  if (isRecord(record)) {
    if (has(record, onlyV1)) return 'oruk-v1';
    if (has(record, onlyV3)) return 'oruk-v3';
    const locations: readonly unknown[] = Array.isArray(record['service_at_locations']) ? record['service_at_locations'] : [];
    const location = locations.filter(isRecord).map((each) => each['location']).find(isRecord);
    if (location && has(location, ['physical_addresses', 'accessibility_for_disabilities'])) return 'oruk-v1';
    if (has(record, ['attending_type', 'attending_access'])) return 'oruk-v1';
  }
  return envelope && ('content' in envelope || 'totalElements' in envelope) ? 'oruk-v1' : 'oruk-v3';
}

/** A record of none of both: no id, or nothing but words where a service has a name. Its keys are read as the headings of a spreadsheet. */
export const isOther = (record: unknown): record is RawRecord => isRecord(record) && (!('id' in record) || !('name' in record)) && !has(record, [...onlyV1, ...onlyV3, 'service_at_locations', 'organization', 'description']);

/** A list page may hold only the beginning of each service; the rest stands at its own address. */
export const isSummary = (record: RawRecord): boolean => !has(record, ['service_at_locations', 'schedules', 'regular_schedules', 'contacts', 'phones', 'service_areas', 'languages', 'cost_options', 'attributes', 'link_taxonomies', 'service_taxonomys', 'eligibilitys']);
