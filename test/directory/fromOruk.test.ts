import { fromOrukV1 } from '../../src/directory/fromOrukV1';
import { fromOrukV3 } from '../../src/directory/fromOrukV3';
import { Listing, type RowRead } from '../../src/directory/listing';
import { orukVersion } from '../../src/directory/orukVersion';
import { v1Service, v3Service } from './feeds';

const place = { source: 'brookside', at: 7 };
const v3 = (more?: Record<string, unknown>): RowRead => fromOrukV3(v3Service(more), place);

function listed(read: RowRead): { listing: Listing; notes: readonly string[] } {
  if (read.kind === 'problem') throw new Error(read.problem);
  return read;
}

describe('a service of Open Referral UK 3', () => {
  it('comes in with everything that it says', () => {
    const { listing, notes } = listed(v3());
    expect(notes).toEqual([]);
    expect(listing).toEqual({
      id: 'brookside-5f0f6f9e-0000-4000-8000-000000000001',
      source: 'brookside',
      sourceId: '5f0f6f9e-0000-4000-8000-000000000001',
      name: 'Potting shed mornings',
      description: 'Sow seeds & share tea.\n- Tools lent\n- No experience needed',
      organisation: 'Brookside Growers',
      url: 'https://potting.example.org',
      email: 'hello@potting.example.org',
      phone: '01632 960002',
      status: 'active',
      alert: 'Back on 4 May',
      applicationProcess: 'Ring first',
      waitTime: '2 weeks',
      fees: '£2 for tea',
      costs: [{ option: 'A morning', amount: 2, currency: 'GBP', text: 'tea included' }],
      languages: ['English', 'cy'],
      interpretation: 'BSL on request',
      eligibility: 'Anybody in Brookside',
      ages: { from: 18 },
      attendingTypes: ['venue'],
      attendingAccess: [],
      schedules: [{ days: ['tue', 'thu'], opens: '10:00', closes: '12:30', text: 'Twice a month', rule: 'FREQ=MONTHLY;INTERVAL=1;BYDAY=1TU,TH', from: '2026-01-06', closed: false }],
      locations: [{ name: 'The old nursery', kind: 'physical', address: '4 Mill Lane, Brookside, Greater Manchester', postcode: 'ZZ1 1ZZ', latitude: 53.5, longitude: -2.3, accessibility: ['Step-free from the car park'] }],
      accessibility: ['Step-free from the car park'],
      serviceAreas: ['Brookside'],
      taxonomy: [{ term: 'Gardening', vocabulary: 'Interests' }],
      contacts: [{ role: 'Garden lead', phone: '01632 960002' }],
      assuredDate: '2026-09-01',
      lastModified: '2026-10-05',
    });
  });

  it('keeps the name of nobody', () => {
    expect(JSON.stringify(listed(v3()).listing)).not.toContain('Jo Invented');
  });

  it.each([
    ['wrong types', { email: ['a@example.org'], minimum_age: 'eighteen', schedules: 'Tuesdays', url: 7 }, ['“email” should be words, but is a list: left out.', '“minimum_age” should be a number, but is “eighteen”: left out.', '“schedules” should be a list of records, but holds words: that part is left out.', '“7” is no web address: left out.']],
    ['ages that nobody has', { minimum_age: 400, maximum_age: 30 }, ['“minimum_age” is 400, which is no age: left out.']],
    ['ages the wrong way round', { minimum_age: 60, maximum_age: 18 }, ['The ages go from 60 to 18: left out.']],
    ['a day that does not exist', { assured_date: '2026-02-30' }, ['“assured_date” should be a day, but is “2026-02-30”: left out.']],
    ['a status that nobody knows', { status: 'probably' }, ['“probably” is not a status that is known (active, inactive, defunct, temporarily closed): left out.']],
    ['a time that does not exist', { schedules: [{ byday: 'MO,XX', opens_at: '25:00' }] }, ['“XX” in “byday” is no day: left out.', '“opens_at” should be a time of day, but is “25:00”: left out.']],
  ])('comes in without %s, and says so', (_what, more, notes) => {
    const read = listed(v3(more));
    expect([...read.notes].sort()).toEqual([...notes].sort());
    expect(Listing.safeParse(read.listing).success).toBe(true);
  });

  it('is cut where its text is huge, and says so', () => {
    const { listing, notes } = listed(v3({ description: 'word '.repeat(100_000) }));
    expect(listing.description.length).toBeLessThanOrEqual(8_000);
    expect(notes).toEqual(['“description” was cut: it is 500,000 characters long, and 8,000 are kept.']);
  });

  it('is a problem with its row and its mend when it has no name, no id, or is nothing', () => {
    expect(v3({ name: '  ' })).toEqual({ kind: 'problem', row: 'the service “5f0f6f9e-0000-4000-8000-000000000001” (row 7)', problem: 'It has no name. Write one into “name”.', id: 'brookside-5f0f6f9e-0000-4000-8000-000000000001' });
    expect(v3({ id: null })).toMatchObject({ kind: 'problem', row: '“Potting shed mornings” (row 7)' });
    for (const nothing of [null, 3, 'words', []]) expect(fromOrukV3(nothing, place)).toMatchObject({ kind: 'problem', row: 'row 7' });
  });

  it('says nothing that the directory does not say', () => {
    const { listing } = listed(fromOrukV3({ id: 'a', name: 'Bare', status: 'active' }, place));
    expect(Object.entries(listing).filter(([, value]) => !(Array.isArray(value) && value.length === 0))).toEqual(Object.entries({ id: 'brookside-a', source: 'brookside', sourceId: 'a', name: 'Bare', description: '', status: 'active', ages: {} }));
  });

  it('is kept under ids that never meet, however they are written', () => {
    const ids = ['a b', 'a-b', 'A_B', 'ä-b', 'a/b', '://', 'x'.repeat(200), 'x'.repeat(201)].map((id) => listed(v3({ id })).listing.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a service of Open Referral UK 1', () => {
  it('comes in with everything that it says', () => {
    const { listing, notes } = listed(fromOrukV1(v1Service({ eligibilitys: [{ eligibility: 'Over 55s', minimum_age: 55 }] }), place));
    expect(notes).toEqual([]);
    expect(listing).toMatchObject({
      id: 'brookside-481',
      description: 'Gentle movement, sitting down.\nTea after.',
      organisation: 'Brookside Hall',
      phone: '01632 960003',
      fees: 'Free',
      eligibility: 'Over 55s',
      ages: { from: 55 },
      attendingTypes: ['venue'],
      attendingAccess: ['drop-in'],
      schedules: [
        { days: ['wed'], opens: '14:00', closes: '15:00', rule: 'FREQ=WEEKLY;BYDAY=WE', closed: false },
        { days: [], from: '2026-12-24', until: '2027-01-02', closed: true },
      ],
      locations: [{ name: 'Hall', address: 'High Street, Brookside', postcode: 'ZZ2 2ZZ', latitude: 53.4, longitude: -2.2, accessibility: ['Hearing loop'] }],
      serviceAreas: ['Brookside and villages'],
      taxonomy: [{ term: 'Falls prevention', vocabulary: 'esdServiceTypes' }, { term: 'Training', vocabulary: 'deliverable type' }],
      contacts: [{ role: 'Instructor', phone: '01632 960003' }],
      assuredDate: '2026-08-15',
    });
  });

  it('lets in whom one of its rules lets in', () => {
    const ages = (eligibilitys: unknown): unknown => listed(fromOrukV1(v1Service({ eligibilitys }), place)).listing.ages;
    expect(ages([{ minimum_age: 18, maximum_age: 25 }, { minimum_age: 16, maximum_age: 40 }])).toEqual({ from: 16, to: 40 });
    expect(ages([{ minimum_age: 18 }, { eligibility: 'Carers' }])).toEqual({});
  });

  it('reads an end of nought years as no end', () => {
    expect(listed(fromOrukV1(v1Service(), place)).listing.ages).toEqual({ from: 55 });
  });
});

it('tells the versions apart by their own fields, and by the page when a record shows neither', () => {
  expect([orukVersion(v1Service()), orukVersion(v3Service())]).toEqual(['oruk-v1', 'oruk-v3']);
  const bare = { id: '1', name: 'Bare' };
  expect([orukVersion(bare), orukVersion(bare, { totalElements: 1 }), orukVersion(bare, { total_items: 1 })]).toEqual(['oruk-v3', 'oruk-v1', 'oruk-v3']);
});
