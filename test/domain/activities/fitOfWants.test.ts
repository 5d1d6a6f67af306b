import { fitOfWants } from '../../../src/domain/activities/fitOfWants';
import { fitNames } from '../../../src/domain/activities/option';
import { inputFor, mrsK, personWho, type Said } from './stories';

const fitsOf = (said: Said) => fitOfWants(inputFor(personWho(said)));
const statesOf = (said: Said) => Object.fromEntries(fitNames.map((name) => [name, fitsOf(said)[name].state]));

const known: Said = { PV3: ['growing:now', 'music:curious'], PV4: ['8'], EP3: ['bus', 'minutes-30'], EE1: ['yes'] };

describe('the fit of what they want, before an activity is chosen', () => {
  it('is not known while nothing was told, and names what to ask', () => {
    expect(statesOf({})).toEqual({ po: 'not-known', pe: 'not-known', eo: 'not-known' });
    expect(fitsOf({}).po.checks.map(({ settledBy }) => settledBy)).toEqual(['PV3', 'OC4']);
    expect(fitsOf({}).pe.checks.map(({ settledBy }) => settledBy)).toEqual(['EP3', 'EE1']);
  });

  it('works for person and occupation, and for person and environment, when what carries them is known and nothing stands in the way', () => {
    expect(statesOf(known)).toMatchObject({ po: 'works-now', pe: 'works-now' });
    expect(fitsOf(known).po.reason).toBe('They told what they like: growing and nature and music and singing.');
  });

  it('never says what a place can deliver before one is chosen', () => {
    expect(fitsOf({ ...known, OC4: ['small'] }).eo).toMatchObject({ state: 'not-known', reason: 'What a place can offer shows once an activity is chosen.' });
  });

  it('could work with changes where a barrier lies: theirs, around them, or in the activity', () => {
    expect(fitsOf({ ...known, PC1: ['moving:long-standing'] }).po).toMatchObject({ state: 'with-changes', reason: 'Trouble moving: long-standing.' });
    expect(fitsOf({ ...known, ES1: ['no-one'] }).pe).toMatchObject({ state: 'with-changes', reason: 'No one around.' });
    expect(fitsOf({ ...known, OC3: ['lies-activity'] }).eo.state).toBe('with-changes');
  });

  it('gives every barrier the answers behind it and a change on its side', () => {
    for (const name of fitNames) {
      for (const { outcome, from, change } of fitOfWants(inputFor(mrsK()))[name].checks.filter((check) => check.outcome === 'no')) {
        expect({ outcome, sources: from.length > 0, change: change !== undefined }).toEqual({ outcome: 'no', sources: true, change: true });
      }
    }
  });

  it('shows nothing that was told on a restricted prompt', () => {
    expect(JSON.stringify(fitsOf({ ...known, OP1: ['private'], ES4: ['no', 'danger-now'], PC5: ['thoughts-now'] }))).not.toMatch(/ES4|PC5/);
  });

  it('asks what could come to them when they cannot go out', () => {
    expect(fitsOf({ ...known, EP3: ['cannot-go-out'] }).pe.checks.find(({ check }) => check === 'reachable')).toMatchObject({ outcome: 'not-known', settledBy: 'EP4' });
  });
});
