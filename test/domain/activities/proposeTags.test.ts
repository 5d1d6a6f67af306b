import { readTagRules } from '../../../src/content/loadTagRules';
import { Listing } from '../../../src/directory/listing';
import { proposeTags } from '../../../src/domain/activities/proposeTags';
import type { ListingText } from '../../../src/domain/activities/listing';
import { settleTags, valuesOfTag } from '../../../src/domain/activities/tags';
import { listing, rules, singers, tagged, tagsOf } from './listings';

it('reads what an import brings as it is', () => {
  const imported: ListingText = Listing.parse({ id: 'here-9', source: 'here', sourceId: '9', name: 'Choir', description: 'We sing.' });
  expect(valuesOfTag(settleTags(imported.id, proposeTags(imported, rules), []), 'interest')).toEqual(['music']);
});

describe('tags proposed from the words of a listing', () => {
  const tags = settleTags(singers.id, proposeTags(singers, rules), []);

  it('say what it is about, what it gives and what it asks', () => {
    expect(valuesOfTag(tags, 'interest')).toEqual(['music']);
    expect([...valuesOfTag(tags, 'gives')].sort()).toEqual(['joy', 'people']);
    const one = (['company', 'groupSize', 'rhythm', 'joining', 'commitment', 'thinking', 'pounds', 'time', 'days', 'status'] as const).map((field) => [field, valuesOfTag(tags, field)[0]]);
    expect(Object.fromEntries(one)).toEqual({ company: 'small', groupSize: '12', rhythm: 'drop-in', joining: 'drop-in', commitment: 'light', thinking: 'light', pounds: '3', time: 'afternoon', days: 'tue', status: 'open' });
  });

  it('each carry words that stand in the listing', () => {
    const all = [singers.name, singers.description, singers.status, singers.contacts[0]?.role, 'St Anne’s Hall. Mill Row, Harrowmere', 'tue 14:00 to 15:30'].join(' ');
    for (const { words } of proposeTags(singers, rules)) expect(all).toContain(words);
  });

  it('do not take a thing that is denied for one that is there', () => expect(valuesOfTag(tags, 'access')).not.toContain('step-free'));

  it('are none where nothing is said', () => expect(tagsOf({ name: 'Thursday at six', description: '' }).size).toBeLessThan(3));

  it('are the same each time', () => expect(proposeTags(singers, rules)).toEqual(proposeTags(singers, rules)));
});

describe('the cost', () => {
  const cases: readonly [string, string, string[]][] = [
    ['a price for one time', 'Yoga for all. £6 for a taster class, £8 per class, £30 a month.', ['8']],
    ['pence', 'Tea and cake, 50p.', ['0.5']],
    ['free of charge', 'It is free of charge and friendly.', ['0']],
    ['something else that is free', 'Please ring our freephone line. There is free parking and gluten free cake. Feel free to ask.', []],
    ['a grant', 'Grants of up to £500 towards equipment.', []],
    ['a membership for the year', 'Membership £20 per year.', []],
    ['several prices', 'Tickets £12 or £15.', []],
    ['free, but for somebody else', 'Free for under 5s.', []],
  ];
  it.each(cases)('%s', (_story, description, pounds) => expect(tagged({ description }, 'pounds')).toEqual(pounds));

  it('is said once, where the words of a spreadsheet hold the amount', () => {
    const words = (costs: ListingText['costs']) => proposeTags(listing({ costs }), rules).find(({ field }) => field === 'pounds')?.words;
    expect(words([{ amount: 3, text: '£3' }])).toBe('£3');
    expect(words([{ amount: 3, text: '£3.00 a time, tea included' }])).toBe('£3.00 a time, tea included');
    expect(words([{ amount: 0, text: 'free' }])).toBe('free');
    expect(words([{ amount: 3, option: 'Session' }])).toBe('Session £3');
    expect(words([{ amount: 3, text: 'half for over 60s, £1.50' }])).toBe('£3 half for over 60s, £1.50');
  });

  it('is taken from the field for it first', () => {
    expect(tagged({ fees: 'Free', description: '£4 per session last year.' }, 'pounds')).toEqual(['0']);
    expect(tagged({ costs: [{ amount: 2.5, option: 'Session' }] }, 'pounds')).toEqual(['2.5']);
    expect(tagged({ costs: [{ amount: 30, option: 'Annual membership' }, { amount: 2, option: 'Session' }] }, 'pounds')).toEqual(['2']);
    expect(tagged({ costs: [{ amount: 35, option: 'per month' }], description: 'Free tea.' }, 'pounds')).toEqual([]);
    expect(tagged({ costs: [{ amount: 0, option: 'Membership' }] }, 'pounds')).toEqual(['0']);
  });
});

describe('ages, days and waits', () => {
  it.each([
    ['For people aged 18 and over.', '18', undefined],
    ['A lunch club for over 60s.', '60', undefined],
    ['Suitable for ages 5 to 9 years.', '5', '9'],
    ['For 11-16 year olds.', '11', '16'],
    ['Play for under 5s.', undefined, '4'],
    ['We have over 100 members and have met for over 30 years of fun.', undefined, undefined],
    ['Open between 10 and 12 am.', undefined, undefined],
  ])('%s', (description, from, to) => expect([tagged({ description }, 'ageFrom')[0], tagged({ description }, 'ageTo')[0]]).toEqual([from, to]));

  it('reads days and the part of the day', () => {
    expect(tagged({ description: 'We meet on Mondays and Thursdays, 7.30pm.' }, 'days')).toEqual(['mon', 'thu']);
    expect(tagged({ description: 'We meet on Mondays and Thursdays, 7.30pm.' }, 'time')).toEqual(['evening']);
    expect(tagged({ description: 'Every Wednesday 10am - 12 noon.' }, 'time')).toEqual(['morning']);
    expect(tagged({ description: 'Every Wednesday 2-4pm.' }, 'time')).toEqual(['afternoon']);
  });

  it('quotes the day from which a span of days runs', () => {
    const days = proposeTags(listing({ description: 'People meet here Monday to Wednesday.' }), rules).filter(({ field }) => field === 'days');
    expect(days.map(({ value, words }) => [value, words])).toEqual([['mon', 'Monday'], ['tue', 'Monday'], ['wed', 'Wednesday']]);
  });

  it('reads a wait in weeks', () => {
    expect(tagged({ waitTime: '2 to 3 months' }, 'waitWeeks')).toEqual(['13']);
    expect(tagged({ waitTime: 'No wait' }, 'waitWeeks')).toEqual(['0']);
    expect(tagged({ waitTime: 'Varies' }, 'waitWeeks')).toEqual([]);
  });
});

describe('how people come in', () => {
  it.each([
    ['No booking needed, just turn up.', ['drop-in']],
    ['Booking is essential.', ['phone-first']],
    ['You must be referred by your GP.', ['referral']],
    ['Please fill in the online form.', ['online-form']],
    ['Drop in on Mondays, or booking is essential for groups.', ['phone-first']],
  ])('%s', (description, joining) => expect(tagged({ description }, 'joining')).toEqual(joining));

  it('is what the directory says in the field for it', () => expect(tagged({ description: 'Just turn up.', attendingAccess: ['referral'] }, 'joining')).toEqual(['referral']));
});

describe('whom it is for', () => {
  it('is said when the name says it', () => expect(tagged({ name: 'Carers support group' }, 'madeFor')).toEqual(['carers']));
  it('is not said when a long text mentions them once', () => expect(tagged({ name: 'Garden friends', description: 'We dig and plant every week in all weathers and then sit down. Everybody is welcome, carers too.' }, 'madeFor')).toEqual([]));
});

describe('whether it runs', () => {
  it('believes words that it is full or has stopped before a field that says active', () => {
    expect(tagged({ status: 'active', description: 'The group is fully booked.' }, 'status')).toEqual(['full']);
    expect(tagged({ status: 'active', alert: 'This group is no longer running.' }, 'status')).toEqual(['closed']);
    expect(tagged({ status: 'temporarily closed' }, 'status')).toEqual(['closed']);
    expect(tagged({}, 'status')).toEqual([]);
  });
});

describe('what a person says of a tag', () => {
  const facts: Partial<ListingText> = { id: 'here-1', name: 'Choir', description: 'A small group. Just turn up.' };
  const correction = { listing: 'here-1', field: 'company', values: ['big'], by: 'link worker', on: '2026-11-01' } as const;

  it('stands over what the rules propose', () => {
    const tags = tagsOf(facts, [{ ...correction, values: ['big'] }]);
    expect(tags.get('company')).toMatchObject({ values: ['big'], stands: 'confirmed' });
    expect(tags.get('joining')).toMatchObject({ values: ['drop-in'], stands: 'proposed' });
  });

  it('survives an import that says something else', () => {
    const later = tagsOf({ ...facts, description: 'Up to 8 people, one to one help too.' }, [{ ...correction, values: ['big'] }]);
    expect(valuesOfTag(later, 'company')).toEqual(['big']);
  });

  it('may be that it is not so, and the last word counts', () => {
    expect(valuesOfTag(tagsOf(facts, [{ ...correction, values: [] }]), 'company')).toEqual([]);
    expect(valuesOfTag(tagsOf(facts, [{ ...correction, values: ['small'], on: '2026-11-09' }, { ...correction, values: ['big'] }]), 'company')).toEqual(['small']);
  });

  it('is for that listing alone', () => expect(valuesOfTag(tagsOf({ ...facts, id: 'here-2' }, [{ ...correction, values: ['big'] }]), 'company')).toEqual(['small']));
});

describe('rules that do not make sense', () => {
  const file = (more: object) => ({ version: 'x', byConcept: {}, madeFor: [], rules: [{ field: 'company', value: 'small', says: ['small group'] }], ...more });

  it('are refused with every problem at once', () => {
    const wrong = file({ byConcept: { ballooning: { interest: 'music' }, singing: { interest: 'noise' } }, rules: [{ field: 'company', value: 'tiny', says: ['(tiny'] }] });
    expect(() => readTagRules(wrong)).toThrow(/“ballooning” is no concept[^]*“noise” is no value of interest[^]*“tiny” is no value of company[^]*has no "\)"/);
  });

  it('are refused when a field is not known', () => expect(() => readTagRules(file({ rules: [{ field: 'colour', value: 'red', says: ['red'] }] }))).toThrow(/do not make sense/));
});

it('reads a listing without a word', () => expect(proposeTags(listing({ name: '—' }), rules)).toEqual([]));
