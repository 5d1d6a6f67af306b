import { milesBetween, minutesFor } from '../../../src/domain/activities/distance';
import { fitNames, type CheckId, type CheckResult } from '../../../src/domain/activities/option';
import { readOption } from '../../../src/domain/activities/readOptions';
import { allChecks } from '../../../src/domain/activities/resolveFit';
import { proposeTags } from '../../../src/domain/activities/proposeTags';
import { settleTags, type Correction } from '../../../src/domain/activities/tags';
import { toActivity } from '../../../src/domain/activities/toActivity';
import { draftSteps } from '../../../src/domain/plan/draftSteps';
import type { ListedSchedule } from '../../../src/domain/activities/listing';
import { activityOf, bare, rules, singers } from './listings';
import { idsOf, inputFor, optionsFor, personWho, type Said } from './stories';

const middle = { latitude: 53.51, longitude: -2.31 };
const singersNow = toActivity(singers, settleTags(singers.id, proposeTags(singers, rules), []), rules, { middle });
const bareNow = activityOf(bare);

describe('a listing as an activity', () => {
  it('says what the listing says', () => {
    expect(singersNow).toMatchObject({
      id: 'harrow-singers', name: 'Larks singing group', provider: 'Harrowmere Voices', place: 'St Anne’s Hall, Mill Row, Harrowmere, ZZ9 9ZZ',
      when: { text: 'Tuesdays, 2 pm to 3.30 pm', days: ['tue'], time: 'afternoon', afterDark: false }, pounds: 3, company: 'small', groupSize: 12,
      firstContact: 'the song leader', joining: 'drop-in', status: 'open', checked: '2026-10-10', contact: '01632 960201', sample: false,
    });
    expect(singersNow.words).toContain('singing group');
  });

  it('leaves out what the listing leaves open', () => {
    const said = Object.keys(bareNow);
    for (const field of ['provider', 'place', 'company', 'groupSize', 'when', 'travel', 'pounds', 'firstContact', 'ifMissed', 'joining', 'waitWeeks', 'status', 'checked', 'clinicalCheck', 'contact', 'level']) expect(said).not.toContain(field);
    expect(bareNow.inPart).toEqual(['gives', 'access', 'welcome', 'firstVisit', 'leader']);
  });

  it('is last checked when somebody vouched for it, else when it was last changed', () => {
    expect(activityOf({ lastModified: '2026-05-01' }).checked).toBe('2026-05-01');
    expect(activityOf({ lastModified: '2026-05-01', assuredDate: '2025-05-01' }).checked).toBe('2025-05-01');
  });

  it.each([
    ['once a month', { days: ['thu'], opens: '14:00', closes: '16:00', rule: 'FREQ=MONTHLY;BYDAY=4TH' }, '4th Thursday of the month, 2 pm to 4 pm'],
    ['twice a month', { days: ['tue'], opens: '14:00', rule: 'FREQ=MONTHLY;BYDAY=1TU,-1TU' }, '1st Tuesday and last Tuesday of the month, from 2 pm'],
    ['every other week', { days: ['tue'], opens: '14:00', rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU' }, 'Tuesdays, every 2 weeks, from 2 pm'],
    ['every week', { days: ['tue'], opens: '14:00', rule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=TU' }, 'Tuesdays, from 2 pm'],
    ['on a day of the month', { days: [], opens: '14:00', rule: 'FREQ=MONTHLY;BYMONTHDAY=15' }, 'day 15 of the month, from 2 pm'],
    ['as a spreadsheet words it', { days: ['thu'], opens: '14:00', closes: '16:00', text: 'first Thursday of the month, 2pm-4pm' }, 'first Thursday of the month, 2pm-4pm'],
    ['in words beside the days', { days: ['thu'], opens: '14:00', text: 'Term time only' }, 'Thursdays, term time only, from 2 pm'],
    ['in words without a day', { days: [], opens: '14:00', text: 'Whenever the tide is in' }, 'Whenever the tide is in, from 2 pm'],
    ['in words that say no more', { days: ['tue', 'thu'], opens: '14:00', closes: '16:00', text: 'Tue; Thu, 14:00-16:00' }, 'Tuesdays, Thursdays, 2 pm to 4 pm'],
  ] as [string, ListedSchedule, string][])('says how often it runs: %s', (_story, schedule, text) => {
    expect(activityOf({ schedules: [schedule] }).when?.text).toBe(text);
  });

  it('says the first and the last day, where every time has one', () => {
    const autumn: ListedSchedule = { days: ['tue'], from: '2026-09-01', until: '2026-12-08' };
    const spring: ListedSchedule = { days: ['thu'], from: '2027-01-07', until: '2027-03-25' };
    expect(activityOf({ schedules: [autumn, spring] }).when).toMatchObject({ from: '2026-09-01', until: '2027-03-25', text: 'Tuesdays, until Tuesday 8 December 2026; Thursdays, until Thursday 25 March 2027' });
    expect(Object.keys(activityOf({ schedules: [autumn, { days: ['fri'] }] }).when ?? {})).not.toContain('until');
  });

  it('keeps to the length of a card, at the end of a sentence or a word', () => {
    const long = activityOf({ name: 'A very long name for a group that meets in the hall by the river on most days', description: `We meet to make things and to talk about them over tea and cake. ${'And so on. '.repeat(60)}` });
    expect(long.name.length).toBeLessThanOrEqual(60);
    expect(long.name).toMatch(/ the…$|hall…$|that…$|meets…$|in…$/);
    expect(long.what.length).toBeLessThanOrEqual(200);
    expect(long.what).toMatch(/\.$/);
  });

  it('has whole lists once a person confirmed them', () => {
    const corrections: Correction[] = [{ listing: 'here-bare', field: 'access', values: ['step-free'], by: 'link worker', on: '2026-11-01' }];
    expect(activityOf(bare, corrections)).toMatchObject({ access: ['step-free'], inPart: ['gives', 'welcome', 'firstVisit', 'leader'] });
  });
});

describe('what a listing says in words of its own', () => {
  it('is kept to be read, each part cut at the end of a sentence', () => {
    const { inItsWords } = activityOf({
      alert: 'New room from May.', eligibility: `For people of Harrowmere. ${'And so on. '.repeat(60)}`, applicationProcess: 'Ring the office on Mondays.', waitTime: 'a month', languages: ['English', 'Polish'], interpretation: 'BSL on request', serviceAreas: ['Harrowmere', 'Low Side'],
      accessibility: ['Step-free'], costs: [{ amount: 35, option: 'Month' }, { amount: 2.5, option: 'Session', text: 'tea included' }, { amount: 3, text: '£3 at the door' }],
    });
    expect(inItsWords).toEqual({
      news: 'New room from May.', whoFor: expect.stringMatching(/^For people of Harrowmere\. .{100,275}\.$/) as string, howToJoin: 'Ring the office on Mondays.', wait: 'a month', languages: 'English, Polish. BSL on request', area: 'Harrowmere, Low Side', access: 'Step-free',
      cost: '£35 Month; £2.50 Session, tea included; £3 at the door',
    });
  });

  it('holds all of the times where a line has no room for them', () => {
    const week = (['mon', 'tue', 'wed', 'thu', 'fri'] as const).map((day) => ({ days: [day], opens: '09:00', closes: '17:30' }));
    expect(activityOf({ schedules: week }).inItsWords?.times).toMatch(/^Mondays, 9 am to 5\.30 pm; .*; Fridays, 9 am to 5\.30 pm$/);
    expect(activityOf({ schedules: week.slice(0, 2) }).inItsWords).toBeUndefined();
  });

  it('is absent where it says nothing', () => expect(Object.keys(bareNow)).not.toContain('inItsWords'));
});

describe('the way there', () => {
  it('is that to the nearest of its places, which is the one that is told; the others stand beside', () => {
    const far = { name: 'Far Hall', latitude: 53.9, longitude: -2.31 };
    const near = { name: 'Near Hall', address: '1 Mill Row', latitude: 53.51, longitude: -2.32 };
    const { place, travel, inItsWords } = activityOf({ locations: [far, { name: 'By post', kind: 'postal' }, near] }, [], { middle });
    expect({ place, miles: travel?.miles, alsoAt: inItsWords?.alsoAt }).toEqual({ place: 'Near Hall, 1 Mill Row', miles: 0.4, alsoAt: 'Far Hall; By post' });
    expect(activityOf({ locations: [far, near] }).place).toBe('Far Hall');
  });

  it('is worked out from the distance to the middle of the area', () => {
    expect(singersNow.travel).toEqual({ miles: 0.8, walk: 25, car: 7, pickUp: false });
    expect(activityOf(singers).travel).toBeUndefined();
  });

  it('takes a postcode when somebody knows where it lies', () => {
    const { travel } = activityOf({ locations: [{ postcode: 'ZZ1 1ZZ' }] }, [], { middle, whereIs: () => middle });
    expect(travel?.miles).toBe(0);
  });

  it('is as long as the great circle says, and no walk of more than two hours is spoken of', () => {
    expect(milesBetween({ latitude: 53.4808, longitude: -2.2426 }, { latitude: 53.4084, longitude: -2.9916 })).toBeCloseTo(31.3, 0);
    expect(minutesFor(10)).toEqual({ car: 47 });
  });
});

const singer: Said = { PV3: ['music:now'], PV4: ['7'], EP3: ['walk', 'afternoon', 'minutes-30'], EE1: ['often-not'], OC4: ['small', 'gentle', 'doing', 'regular', 'indoors'], OC6: ['joy', 'learning'], OP3: ['step-free', 'large-print'], PI1: ['women-only'], ES1: ['no-one'] };
const gardener: Said = { ...singer, PV3: ['growing:now'], OC4: ['small', 'gentle', 'doing', 'regular'] };

function checkOf(check: CheckId, said: Said, activity = bareNow): CheckResult {
  return allChecks(readOption(activity, inputFor(personWho(said), [activity])).fits).find((result) => result.check === check)!;
}

describe('a check of something that the listing leaves open', () => {
  const cases: readonly [CheckId, string][] = [
    ['experience', 'Whether it gives joy and learning is not listed.'],
    ['level', 'How much it asks of people is not listed.'],
    ['identity', 'Whether there is a time for women only is not listed.'],
    ['day', 'When it runs is not listed.'],
    ['reachable', 'Where it is, and how to get there, is not listed.'],
    ['affordable', 'What it costs is not listed.'],
    ['adjustments', 'Whether it offers step-free and large print is not listed.'],
    ['open-now', 'Whether it still runs: nobody noted when it was last checked. Ring first.'],
    ['setting', 'How many people come is not listed.'],
  ];

  it.each(cases)('%s is not known, and the people who run it can say', (check, because) => {
    expect(checkOf(check, gardener)).toMatchObject({ outcome: 'not-known', because, askThem: true });
    expect(checkOf(check, gardener).from.length).toBeGreaterThan(0);
  });

  it('holds no fit to work now, and none to fail, by what is not known', () => {
    const { fits } = readOption(bareNow, inputFor(personWho({ ...gardener, ES1: ['friend'] }), [bareNow]));
    expect(fitNames.map((name) => fits[name].state)).toEqual(['not-known', 'not-known', 'not-known']);
  });

  it('says that a fall asks for a leader who knows about falls, when that is not listed', () => {
    expect(checkOf('setting', { ...singer, OC4: [], PC2: ['one-fall'] })).toMatchObject({ outcome: 'not-known', because: 'Its listing does not say whether the leader knows about falls.' });
  });

  it('keeps exercise back for a clinician when nobody said that it may be done without', () => {
    const fitness = activityOf({ name: 'Fitness class' });
    expect(optionsFor(personWho({ ...singer, PV3: ['moving:now'], PC7: ['told-to-limit'] }), [fitness]).notOffered[0]?.gate).toBe('clinical-check');
  });
});

describe('the distance on foot or by bus', () => {
  it('is held against what they can manage', () => {
    expect(checkOf('reachable', singer, singersNow)).toMatchObject({ outcome: 'yes', because: 'It is 25 minutes on foot, and 30 is all right for them.' });
    expect(checkOf('reachable', { ...singer, EP3: ['walk', 'minutes-20'] }, singersNow)).toMatchObject({ outcome: 'no' });
  });

  it('is not known by bus', () => {
    expect(checkOf('reachable', { ...singer, EP3: ['bus', 'minutes-20'] }, singersNow)).toMatchObject({ outcome: 'not-known', because: 'How long it takes to get there is not listed. It is less than a mile from the middle of the area.' });
  });
});

describe('what comes first', () => {
  const twin = (facts: object, id: string) => ({ ...singersNow, ...facts, id });
  const said: Said = { ...singer, OP3: ['nothing'], PI1: [], ES1: ['friend'], OC4: ['small'], OC6: ['joy'] };

  it('is what is open and was checked within half a year', () => {
    const stale = twin({ checked: '2026-03-01', gives: ['joy', 'people', 'learning'] }, 'a-stale');
    const undated = twin({ checked: undefined }, 'a-undated');
    const full = twin({ status: 'full', waitWeeks: 3 }, 'a-full');
    const dear = twin({ pounds: 9 }, 'z-dear');
    for (const other of [stale, undated, full]) {
      const reading = optionsFor(personWho({ ...said, EE1: ['just-about'] }), [other, dear]);
      expect(idsOf(reading)).toEqual(['z-dear', other.id]);
      expect(reading.options[1]!.fits.eo.reason).toMatch(/checked|full/);
    }
  });

  it('is nothing that has closed', () => expect(idsOf(optionsFor(personWho(said), [twin({ status: 'closed' }, 'closed')]))).toEqual([]));
});

describe('a plan with such an activity', () => {
  it('names no time, place or contact that nobody gave, and asks how to join', () => {
    const { conversation } = inputFor(personWho(singer), [bareNow]);
    const [step, join] = draftSteps(conversation, bareNow);
    expect(step).not.toHaveProperty('when');
    expect(step).not.toHaveProperty('where');
    expect(JSON.stringify(step)).not.toContain('Ask for');
    expect(join).toMatchObject({ text: 'Ask how to join: Allotment group', who: 'link-worker' });
  });
});
