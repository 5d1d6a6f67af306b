/** The line of facts below the name of an activity. */
import { factsOf } from '../../src/cards/activityFacts';
import { like } from '../domain/activities/gardener';

const when = like({}).when!;

describe('the facts of an activity', () => {
  it.each([
    ['a course that is over', { until: '2026-06-30' }, '· its last day was Tuesday 30 June 2026 ·'],
    ['one that has not begun', { from: '2027-01-12' }, '· begins on Tuesday 12 January 2027 ·'],
    ['one that ends soon', { from: '2026-09-01', until: '2026-12-08' }, '· until Tuesday 8 December ·'],
  ])('say it of %s', (_story, dates, words) => expect(factsOf(like({ when: { ...when, ...dates } }), '2026-11-21').replaceAll('\u00a0', ' ')).toContain(words));

  it('give the news, and whom to ring', () => {
    const facts = factsOf(like({ contact: '01632 960101', inItsWords: { news: 'Closed until May.' } }), '2026-11-21');
    expect(facts).toContain('news: “Closed until May.”');
    expect(facts).toContain('contact: 01632 960101');
  });

  it('say nothing of a last day that lies far off', () => expect(factsOf(like({ when: { ...when, until: '2099-12-31' } }), '2026-11-21')).toBe(factsOf(like({}), '2026-11-21')));
});
