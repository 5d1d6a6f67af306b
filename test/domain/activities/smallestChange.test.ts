import type { Activity } from '../../../src/domain/activities/activity';
import type { CheckId, CheckResult } from '../../../src/domain/activities/option';
import { readOption } from '../../../src/domain/activities/readOptions';
import { allChecks } from '../../../src/domain/activities/resolveFit';
import { activityOf, singers } from './listings';
import { activityCalled, catalogue, idsOf, inputFor, optionsFor, personWho, type Said } from './stories';

type Story = { readonly said: Said; readonly activity: Activity };

const potting = activityCalled('potting-group');
const like = (facts: Partial<Activity>): Activity => ({ ...potting, ...facts });
const gardener: Said = { PV3: ['growing:now'], EP3: ['bus', 'afternoon', 'minutes-30'], EE1: ['yes'], OC4: ['small', 'gentle'], OC6: ['joy', 'calm'], PV4: ['7'], OP3: ['nothing'], ES1: ['friend'] };

const checkOf = (check: CheckId, { said, activity }: Story): CheckResult => allChecks(readOption(activity, inputFor(personWho(said), [activity])).fits).find((result) => result.check === check)!;

describe('the smallest change, once it is made', () => {
  const cases: readonly [change: string, check: CheckId, before: Story, after: Story][] = [
    ['Find a lift: it is 9 minutes by car.', 'reachable', { said: { ...gardener, EP3: ['bus', 'afternoon', 'minutes-10'] }, activity: potting }, { said: { ...gardener, EP3: ['bus', 'lift', 'afternoon', 'minutes-10'] }, activity: potting }],
    ['Use the pick-up from home.', 'reachable', { said: { ...gardener, EP3: ['cannot-go-out'] }, activity: like({ travel: { pickUp: true } }) }, { said: { ...gardener, EP3: [] }, activity: like({ travel: { pickUp: true } }) }],
    ['Ask about a free or cheaper place.', 'affordable', { said: { ...gardener, EE1: ['often-not'] }, activity: like({ pounds: 4 }) }, { said: { ...gardener, EE1: ['often-not'] }, activity: like({ pounds: 0 }) }],
    ['Ask for a chair to be kept for them.', 'adjustments', { said: { ...gardener, PC1: ['pain:long-standing'] }, activity: like({ access: [] }) }, { said: { ...gardener, PC1: ['pain:long-standing'] }, activity: like({ access: ['seated'] }) }],
    ['Start with a short visit.', 'level', { said: gardener, activity: like({ level: 'stretch' }) }, { said: gardener, activity: like({ level: 'gentle' }) }],
    ['Come now and then to begin with.', 'day', { said: { ...gardener, PH3: ['duties-too-much'] }, activity: like({ demand: { ...potting.demand, commitment: 'some' } }) }, { said: { ...gardener, PH3: ['duties-too-much'] }, activity: like({ demand: { ...potting.demand, commitment: 'light' } }) }],
    ['Ring first to hear that it still runs.', 'open-now', { said: gardener, activity: like({ checked: '2025-08-14' }) }, { said: gardener, activity: like({ checked: '2026-11-20' }) }],
    ['Ask if they may come when they can.', 'setting', { said: { ...gardener, OC4: ['small', 'drop-in'] }, activity: potting }, { said: { ...gardener, OC4: ['small', 'drop-in'] }, activity: like({ rhythm: 'drop-in' }) }],
  ];

  it.each(cases)('%s', (change, check, before, after) => {
    expect(checkOf(check, before)).toMatchObject({ outcome: 'no', change: { text: change } });
    expect(checkOf(check, after).outcome).toBe('yes');
  });

  it('of a smaller group leads to a group that is there, and that fits', () => {
    const big = like({ id: 'big-garden', name: 'Big garden day', company: 'big', groupSize: 30 });
    const activities = [big, potting];
    const input = inputFor(personWho(gardener), activities);
    const setting = (activity: Activity): CheckResult => allChecks(readOption(activity, input).fits).find(({ check }) => check === 'setting')!;
    expect(setting(big).change?.text).toBe(`Start with the smaller one: ${potting.name}.`);
    expect(setting(potting).outcome).toBe('yes');
  });
});

describe('what nobody listed, once the people who run it have said', () => {
  it('fits', () => {
    const said: Said = { ...gardener, PV3: ['music:now'], EP3: ['walk', 'afternoon', 'minutes-30'], EE1: ['often-not'], OC6: ['joy'] };
    const listed = activityOf({ ...singers, description: 'A group that sings.', locations: [], assuredDate: undefined, lastModified: undefined });
    const told: Partial<Activity> = { travel: { walk: 20, pickUp: false }, pounds: 0, company: 'small', groupSize: 9, level: 'gentle', checked: '2026-11-19' };
    const states = (activity: Activity) => Object.values(readOption(activity, inputFor(personWho(said), [activity])).fits).map(({ state }) => state);
    expect(states(listed)).toEqual(['not-known', 'not-known', 'not-known']);
    expect(states({ ...listed, ...told })).toEqual(['works-now', 'works-now', 'works-now']);
  });
});

describe('a big directory', () => {
  const many = Array.from({ length: 40 }, (_, copy) => catalogue.activities.map((activity): Activity => ({ ...activity, id: `${activity.id}-${copy}`, provider: `${activity.provider} ${copy}` }))).flat();
  const said: Said = { ...gardener, PV3: ['growing:now', 'music:used-to'], PV1: 'I hate bingo and knitting.' };

  it('gives the same whatever its order', () => expect(idsOf(optionsFor(personWho(said), many.toReversed()))).toEqual(idsOf(optionsFor(personWho(said), many))));

  it('offers nothing that they dislike, and finds the one that is theirs', () => {
    const own = like({ id: 'zz-own', gives: ['joy', 'calm', 'people'] });
    const reading = optionsFor(personWho(said), [...many, own]);
    expect(idsOf(reading)).toContain('zz-own');
    const shown = [...reading.options, ...reading.nearly].map(({ activity }) => activity.words).flat();
    expect(shown.filter((word) => /bingo|knit/.test(word))).toEqual([]);
  });
});

it('reads two people who said the same alike, whoever they are', () => {
  const [ada, bo] = [personWho(gardener, { name: 'Ada' }), personWho(gardener, { name: 'Bo' })];
  expect(JSON.stringify(optionsFor(ada)).replaceAll('Ada', 'Bo')).toBe(JSON.stringify(optionsFor(bo)));
});
