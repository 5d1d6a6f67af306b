/** How an activity fits somebody: the twelve checks, and the three fits that they add up to. */
import type { Activity } from '../../../src/domain/activities/activity';
import { fitNames, type CheckId, type CheckResult } from '../../../src/domain/activities/option';
import { readOption } from '../../../src/domain/activities/readOptions';
import { checkOf, gardener, like } from './gardener';
import { inputFor, personWho, type Said } from './stories';

const when = like({}).when!;
const rang = { well: 0, accepted: 0, declined: 0, silent: 0, days: [], checked: '2026-10-01' };

describe('the twelve checks', () => {
  const cases: readonly [string, CheckId, Said, Partial<Activity>, CheckResult['outcome'], string][] = [
    ['an interest of old', 'meaningful', { PV3: ['growing:used-to'] }, {}, 'yes', 'They used to enjoy growing and nature.'],
    ['their own words before a tick', 'meaningful', { OC7: 'Getting back to gardening.' }, {}, 'yes', 'They said “Getting back to gardening”.'],
    ['no interest told yet', 'meaningful', { PV3: [] }, {}, 'not-known', 'Whether it would mean something to them.'],
    ['an experience that they want', 'experience', { OC6: ['useful'] }, {}, 'yes', 'They want more of being useful, and this gives it.'],
    ['an experience that it lacks', 'experience', { OC6: ['learning'] }, {}, 'no', 'They want more of learning. This gives being useful, people and joy.'],
    ['something too hard', 'level', {}, { level: 'challenge' }, 'no', 'They like gentle things, and this is a real challenge.'],
    ['something too gentle', 'level', { OC4: ['challenge'] }, {}, 'no', 'They want a real challenge, and this is gentle.'],
    ['talking, for somebody who likes to do', 'level', { OC4: ['gentle', 'doing'] }, { manner: 'chatting' }, 'no', 'They like getting on with something, and this is mostly talking.'],
    ['a sense of being judged', 'identity', { PV5: ['judged'] }, {}, 'no', 'They felt judged before.'],
    ['prayer times that it keeps', 'identity', { PI1: ['prayer-times'] }, { welcome: ['prayer-times'] }, 'yes', 'It allows for prayer times.'],
    ['prayer times that nobody knows of', 'identity', { PI1: ['prayer-times'] }, {}, 'not-known', 'Whether it allows for prayer times: ask before the first visit.'],
    ['a time of day that does not suit', 'day', { EP3: ['bus', 'morning'] }, {}, 'no', 'They can come at other times. This is when it runs: Tuesdays, 2 pm to 3.30 pm.'],
    ['somebody to care for', 'day', { ES3: ['yes-hard'] }, {}, 'no', 'They look after somebody.'],
    ['too much to do already', 'day', { PH3: ['duties-too-much'] }, { demand: { body: 'light', thinking: 'light', company: 'light', commitment: 'some' } }, 'no', 'They have too much to do already, and this asks for a promise.'],
    ['a short bus ride', 'reachable', {}, {}, 'yes', 'It is 18 minutes by bus, and 30 is all right for them.'],
    ['too long a ride', 'reachable', { EP3: ['bus', 'afternoon', 'minutes-10'] }, {}, 'no', 'It is 18 minutes by bus, and they can manage 10.'],
    ['no way there', 'reachable', { EP3: ['bus', 'afternoon'] }, { travel: { walk: 30, pickUp: false } }, 'no', 'None of the ways they get about leads there.'],
    ['being fetched', 'reachable', { EP3: ['lift'] }, { travel: { pickUp: true } }, 'yes', 'They are fetched from home and taken back.'],
    ['a wheelchair, and a step in the way', 'reachable', { EP3: ['wheels'] }, { access: [] }, 'no', 'None of the ways they get about leads there.'],
    ['the phone, for somebody at home', 'reachable', { EP3: ['cannot-go-out'] }, { kind: 'phone' }, 'yes', 'They can take part from home, by phone.'],
    ['online, for somebody who is not', 'reachable', { EP4: ['none'] }, { kind: 'online' }, 'no', 'It is online only, and they do not go online.'],
    ['online, when nobody asked', 'reachable', {}, { kind: 'online' }, 'not-known', 'Whether going online is all right for them.'],
    ['something free', 'affordable', { EE1: ['often-not'] }, {}, 'yes', 'It is free.'],
    ['a price, and no money', 'affordable', { EE1: ['often-not'] }, { pounds: 2.5 }, 'no', 'It costs £2.50, and it needs to be free.'],
    ['a price that just works', 'affordable', { EE1: ['just-about'] }, { pounds: 2 }, 'yes', 'It costs £2, which should be all right.'],
    ['a price that does not', 'affordable', { EE1: ['just-about'] }, { pounds: 4 }, 'no', 'It costs £4, and money only just covers things.'],
    ['a price, when nobody asked', 'affordable', { EE1: [] }, { pounds: 4 }, 'not-known', 'Whether £4 is all right.'],
    ['a need that is met', 'adjustments', { OP3: ['quiet-place', 'step-free'] }, {}, 'yes', 'It offers somewhere quiet and step-free.'],
    ['a step', 'adjustments', { OP3: ['quiet-place', 'step-free'] }, { access: [] }, 'no', 'It is not listed as step-free.'],
    ['a place that they like', 'safe-welcoming', { EP2: ['park'] }, {}, 'yes', 'They like a park or the water.'],
    ['nobody to go with', 'someone-to-start', { ES1: ['no-one'] }, { firstVisit: [] }, 'no', 'There is nobody around to go along.'],
    ['nobody got back to them', 'someone-to-start', { PV5: ['nobody-got-back'] }, { firstVisit: ['taster'] }, 'no', 'Nobody got back to them before.'],
    ['a full group', 'open-now', {}, { status: 'full', waitWeeks: 10 }, 'no', 'It is full. The wait is about 10 weeks.'],
    ['a long wait', 'open-now', {}, { waitWeeks: 8 }, 'no', 'The wait is about 8 weeks.'],
    ['a listing of last month', 'open-now', {}, {}, 'yes', 'It is running.'],
    ['a listing of last winter', 'open-now', {}, { checked: '2026-02-01' }, 'not-known', 'Whether it still runs: it was last checked more than six months ago. Ring first.'],
    ['a listing of the year before', 'open-now', {}, { checked: '2025-08-14' }, 'no', 'It was last checked more than a year ago.'],
    ['a course that is over', 'open-now', {}, { when: { ...when, until: '2026-06-30' } }, 'no', 'The last day that is listed for it was Tuesday 30 June 2026.'],
    ['a course that goes on, as somebody heard', 'open-now', {}, { when: { ...when, until: '2026-06-30' }, heard: rang }, 'yes', 'It is running.'],
    ['a course that has not begun', 'open-now', {}, { when: { ...when, from: '2027-01-12' } }, 'no', 'It begins on Tuesday 12 January 2027.'],
    ['news that it does not run', 'open-now', {}, { inItsWords: { news: 'Closed until May 2027 for building work.' } }, 'no', 'Its news says “Closed until May 2027 for building work”.'],
    ['such news, and somebody who rang', 'open-now', {}, { inItsWords: { news: 'Closed until May 2027 for building work.' }, heard: rang }, 'yes', 'It is running.'],
    ['other news', 'open-now', {}, { inItsWords: { news: 'We have a new website.' } }, 'yes', 'It is running.'],
    ['a form, for somebody whom rules keep out', 'open-now', { EI2: ['no-id-or-bank'] }, { joining: 'referral' }, 'no', 'Joining means a form from the link worker.'],
    ['too many people', 'setting', {}, { company: 'big', groupSize: 30 }, 'no', 'There are up to 30 people, and they like a small group.'],
    ['the company that they named', 'setting', {}, { company: 'small', groupSize: undefined }, 'yes', 'It is a small group, which suits how they like company.'],
    ['less company than they named', 'setting', {}, { company: 'one-to-one', groupSize: undefined }, 'yes', 'It is one-to-one. They like a small group.'],
    ['a group that they refuse', 'setting', { PV1: 'No groups please.' }, {}, 'no', 'There are up to 6 people, and they said “No groups please”.'],
    ['indoors, when they like to be outdoors', 'setting', { OC4: ['small', 'outdoors'] }, { setting: 'indoors' }, 'no', 'It is indoors, and they like to be outdoors.'],
    ['company that nobody asked about', 'setting', { OC4: [] }, {}, 'not-known', 'Alone or in company, indoors or out: how they like to do things.'],
  ];

  it.each(cases)('%s', (_story, check, said, facts, outcome, because) => {
    expect(checkOf(check, said, like(facts))).toMatchObject({ check, outcome, because });
  });

  it('names the smallest change, on one side', () => {
    expect(checkOf('setting', {}, like({ company: 'big', groupSize: 30 })).change).toEqual({ side: 'person', text: 'Come as a pair.' });
    expect(checkOf('affordable', { EE1: ['often-not'] }, like({ pounds: 3 })).change).toEqual({ side: 'environment', text: 'Ask about a free or cheaper place.' });
    expect(checkOf('level', {}, like({ level: 'stretch' })).change).toEqual({ side: 'occupation', text: 'Start with a short visit.' });
    expect(checkOf('reachable', { EP3: ['bus', 'afternoon', 'minutes-10'] }, like({})).change).toEqual({ side: 'environment', text: 'Find a lift: it is 9 minutes by car.' });
  });

  it('does not let one way out hide what has none', () => {
    const evening = like({ when: { text: 'Tuesdays, 7 pm', days: ['tue'], time: 'evening', afterDark: true } });
    expect(checkOf('day', { ES3: ['yes-hard'] }, evening)).toMatchObject({ because: 'They can come at other times. This is when it runs: Tuesdays, 7 pm.' });
    expect(checkOf('day', { ES3: ['yes-hard'] }, evening).change).toBeUndefined();
  });
});

describe('the three fits', () => {
  const fitsOf = (said: Said, facts: Partial<Activity>) => {
    const activity = like(facts);
    const { fits } = readOption(activity, inputFor(personWho({ ...gardener, ...said }), [activity]));
    return Object.fromEntries(fitNames.map((name) => [name, fits[name].state]));
  };

  it('work now when nothing fails and what carries them is known', () => expect(fitsOf({}, {})).toEqual({ po: 'works-now', pe: 'works-now', eo: 'works-now' }));
  it('could work with a change when what fails can change', () => expect(fitsOf({}, { level: 'stretch', company: 'big' })).toMatchObject({ po: 'with-changes', eo: 'with-changes' }));
  it('do not fit yet when something fails that cannot', () => expect(fitsOf({ OP3: ['step-free'] }, { access: [] }).pe).toBe('not-yet'));
  it('are not known while what carries them was not asked', () => expect(fitsOf({ OC4: [], EP3: [], PV3: [] }, {})).toEqual({ po: 'not-known', pe: 'not-known', eo: 'not-known' }));
});
