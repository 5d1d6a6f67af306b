/** The worked example of the guide: both were referred as "lonely, anxious", and the reasons part them. */
import { sourcesOfFit } from '../../../src/domain/activities/resolveFit';
import { fitNames } from '../../../src/domain/activities/option';
import { idsOf, mrD, mrsK, optionsFor } from './stories';

describe('Mrs K, 71, widowed, one fall, daylight only', () => {
  const reading = optionsFor(mrsK());
  const [first] = reading.options;

  it('is offered the potting group first', () => {
    expect(idsOf(reading)[0]).toBe('potting-group');
  });

  it('because of her garden, what she wants more of, the bus, and a leader who knows about falls', () => {
    expect(first?.reasons).toEqual([
      'They said “My garden”.',
      'They want more of being useful, people and joy, and this gives it.',
      'It is 18 minutes by bus, and 20 is all right for them.',
      'There are up to 6 people, and the leader knows about falls.',
    ]);
  });

  it('with one change: somebody meets her at the bus stop', () => {
    expect(first?.changes).toEqual(['Meet them at the bus stop the first time.']);
    expect(fitNames.map((name) => first?.fits[name].state)).toEqual(['works-now', 'with-changes', 'works-now']);
    expect(first && sourcesOfFit(first.fits.pe)).toContainEqual({ kind: 'choice', prompt: 'PV4', choice: '4', label: '4 out of 10' });
  });

  it('is not offered the bereavement cafe, because it is dark at six', () => {
    expect(idsOf(reading)).not.toContain('bereavement-cafe');
    expect(reading.nearly.find(({ activity }) => activity.id === 'bereavement-cafe')?.because).toMatch(/^It is dark then \(Wednesdays, 6 pm/);
  });

  it('nearly has the choir, and hears of a smaller one by the same people', () => {
    expect(reading.nearly.find(({ activity }) => activity.id === 'community-choir')?.change).toBe('Start with the smaller one: Small sectional rehearsal.');
    expect(idsOf(reading)).toContain('small-sectional');
  });

  it('waits for a clinician before any exercise, because of the fall', () => {
    expect(reading.notOffered.find(({ activity }) => activity.id === 'chair-exercise')?.gate).toBe('clinical-check');
  });

  it('with lifts home, hears what would make the cafe possible', () => {
    const state = mrsK();
    const answers = new Map(state.answers).set('EP3', { choices: ['bus', 'lift', 'afternoon', 'evening', 'daylight-only', 'minutes-20'], at: state.touchedAt });
    const cafe = optionsFor({ ...state, answers }).nearly.find(({ activity }) => activity.id === 'bereavement-cafe');
    expect(cafe?.change).toBe('Go by car or taxi, door to door. Ask for a job there, such as making the tea. Agree the same day each week with the leader. Ask for large print.');
  });
});

describe('Mr D, 34, on night shifts, short of money, wants to be stretched', () => {
  const reading = optionsFor(mrD());

  it('is offered other things than Mrs K', () => {
    expect(idsOf(reading)).toEqual(['late-football', 'night-gamers', 'night-radio']);
    expect(idsOf(optionsFor(mrsK())).filter((id) => idsOf(reading).includes(id))).toEqual([]);
  });

  it('because of his own words about football and about his nights', () => {
    expect(reading.options[0]?.reasons.slice(0, 2)).toEqual([
      'They said “I used to play football”.',
      'They said “I work night shifts and see nobody”. This is when it runs: Mondays and Thursdays, 10 pm to 11 pm, before or after a night shift.',
    ]);
  });

  it('is never sent to the knitting group', () => {
    expect(reading.notOffered.find(({ activity }) => activity.id === 'knit-and-natter')).toMatchObject({ gate: 'disliked', because: 'They said “I can’t stand knitting or anything like that”.' });
  });

  it('is offered nothing that costs money as it is', () => {
    for (const { activity, changes } of reading.options) expect(activity.pounds === 0 || changes.includes('Ask about a free or cheaper place.')).toBe(true);
  });

  it('waits too, when he was told to limit what he does', () => {
    const state = mrD();
    const answers = new Map(state.answers).set('PC7', { choices: ['told-to-limit'], at: state.touchedAt });
    const limited = optionsFor({ ...state, answers });
    expect(idsOf(limited)).not.toContain('late-football');
    expect(limited.notOffered.find(({ activity }) => activity.id === 'late-football')).toMatchObject({ gate: 'clinical-check', because: 'They were told to limit what they do. Ask the clinician first.' });
  });
});
