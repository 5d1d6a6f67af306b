/** What a near miss says would change it is done here, in the facts of the activity or in what the person can do: then it fits. */
import type { Activity } from '../../../src/domain/activities/activity';
import { fitNames } from '../../../src/domain/activities/option';
import { readOption, readOptions, type OptionsInput } from '../../../src/domain/activities/readOptions';
import { allChecks } from '../../../src/domain/activities/resolveFit';
import type { Meaning } from '../../../src/domain/framework/meaning';
import { activityCalled, catalogue, inputFor, mrD, mrsK, personWho, today, type Said } from './stories';

type Done = { readonly activity: Activity; readonly input: OptionsInput };
const told = (input: OptionsInput, kind: string): string[] => [...input.meanings.keys()].flatMap((meaning) => (meaning.startsWith(`${kind}:`) ? [meaning.slice(kind.length + 1)] : []));
const like = (facts: (done: Done) => object) => (done: Done): Done => ({ ...done, activity: { ...done.activity, ...facts(done) } });
const person = (gains: readonly Meaning[], loses: readonly Meaning[] = []) => (done: Done): Done => {
  const meanings = new Map([...done.input.meanings].filter(([meaning]) => !loses.includes(meaning)));
  for (const meaning of gains) meanings.set(meaning, [{ kind: 'choice', prompt: 'PV2', choice: meaning.replace(':', '-'), label: meaning }]);
  return { ...done, input: { ...done.input, meanings } };
};
const withMore = (list: 'gives' | 'access' | 'welcome' | 'firstVisit' | 'leader', ...values: readonly string[]) => like(({ activity }) => ({ [list]: [...new Set([...activity[list], ...values])] }));
const gentle = like(({ activity }) => ({ level: 'gentle', demand: { ...activity.demand, body: 'light', commitment: 'light' } }));

/** Each change as it is worded, and what is so once it is made. */
const makings: readonly (readonly [RegExp, (done: Done) => Done])[] = [
  [/^Stay on for a cup of tea|^Ask if there is a job|^Ask to be shown|^Walk part of the way there and back|^Ask if they may bring their own|^Choose the part that they like/, (done) => withMore('gives', ...told(done.input, 'wants'))(like(({ activity }) => ({ manner: activity.manner === 'doing' ? 'both' : activity.manner }))(done))],
  [/^Try it once/, like(({ input }) => ({ interests: told(input, 'interest') }))],
  [/^Start with a short visit|^Start with one taster|^Go along with somebody the first time/, gentle],
  [/^Ask for a bigger part/, like(({ input }) => ({ level: told(input, 'level').includes('challenge') ? 'challenge' : 'stretch' }))],
  [/^Come as a pair/, like(({ activity }) => ({ company: 'one-to-one', demand: { ...activity.demand, company: 'light' } }))],
  [/^Go along with somebody who can prompt/, like(({ activity }) => ({ demand: { ...activity.demand, thinking: 'light' } }))],
  [/^Ask for a job there/, like(() => ({ manner: 'doing' }))],
  [/first, on their own\.$/, like(({ input }) => ({ company: told(input, 'company').includes('alone') ? 'alone' : 'one-to-one' }))],
  [/^Ask if there is a time for/, (done) => withMore('welcome', ...told(done.input, 'welcome'))(done)],
  [/^Come now and then/, like(({ activity }) => ({ demand: { ...activity.demand, commitment: 'light' } }))],
  [/^Ask the carers/, person([], ['snag:caring'])],
  [/^Use the pick-up|^Ask for the help with travel/, (done) => person([], ['travel:not-out'])(like(({ activity }) => ({ when: activity.when && { ...activity.when, afterDark: false }, travel: { ...activity.travel, pickUp: true } }))(done))],
  [/^Find a lift/, person(['travel:lift'])],
  [/^Go by car or taxi/, like(({ activity }) => ({ when: activity.when && { ...activity.when, afterDark: false } }))],
  [/^Set it up together/, person(['online:yes'], ['online:with-help', 'snag:digital'])],
  [/free or cheaper/, like(() => ({ pounds: 0 }))],
  [/^Ask for a chair|^Stay for the first|^Go at the quietest|^Ask for a place near|^Ask the leader what|^Book an? |^Ask for large print|^Ask for Easy Read|^Ask them to ring|^Ask if they may bring somebody|^Tell the leader that they need/, (done) => withMore('access', ...told(done.input, 'needs').filter((need) => need !== 'step-free'))(done)],
  [/to meet them at the door\.$/, withMore('firstVisit', 'met-at-the-door')],
  [/^Agree where and when/, person([], ['snag:home'])],
  [/and agree who rings back\.$/, withMore('firstVisit', 'call-before')],
  [/^Meet them at the bus stop/, withMore('firstVisit', 'help-with-travel')],
  [/^Go along with them/, withMore('firstVisit', 'bring-somebody')],
  [/^Go on the waiting list|^Ask to go on the list/, like(() => ({ status: 'open', waitWeeks: 0 }))],
  [/^Ring first/, like(() => ({ checked: today }))],
  [/^Fill the form in/, like(() => ({ joining: 'phone-first' }))],
  [/^Ask for a place of their own/, like(() => ({ company: 'alone' }))],
  [/^Walk part of the way, or|^Choose a dry day/, like(({ input }) => ({ setting: told(input, 'setting')[0] }))],
  [/^Agree the same day|^Ask if they may come when/, like(({ input }) => ({ rhythm: told(input, 'rhythm')[0] }))],
  [/^Tell the leader what helps|^Talk with the leader/, withMore('leader', 'falls-aware', 'mental-health-aware')],
];

/** Every change that is named in the text, made. Fails on a sentence that nobody knows how to make. */
function made(change: string, done: Done): Done {
  return change.split(/(?<=\.)\s+(?=[A-Z])/).reduce((so, sentence) => {
    const making = makings.find(([words]) => words.test(sentence));
    if (!making) throw new Error(`Nobody says here what is so after: ${sentence}`);
    return making[1](so);
  }, done);
}

const gardener: Said = { PV3: ['growing:now', 'music:used-to'], EP3: ['bus', 'afternoon', 'minutes-30'], EE1: ['yes'], OC4: ['small', 'gentle'], OC6: ['joy', 'calm'], PV4: ['7'], OP3: ['nothing'], ES1: ['friend'] };
const people = { 'Mrs K': mrsK(), 'Mr D': mrD(), 'a gardener': personWho(gardener), 'a gardener without money': personWho({ ...gardener, EE1: ['often-not'], PV5: ['cost', 'nerves'] }), 'a gardener at home': personWho({ ...gardener, EP3: ['cannot-go-out'], OP3: ['quiet-place', 'large-print'], ES1: ['no-one'] }), 'a gardener who is nervous': personWho({ ...gardener, PV4: ['2'], PV5: ['nobody-got-back', 'judged'], OC4: ['alone', 'outdoors', 'drop-in', 'doing'] }) };

/** The catalogue piece by piece, so that many come near and few are offered. */
const pieces = Array.from({ length: 12 }, (_, piece) => catalogue.activities.filter((_activity, place) => place % 12 === piece));
const nearMisses = Object.entries(people).flatMap(([name, state]) => pieces.flatMap((activities) => readOptions(inputFor(state, activities)).nearly.map((miss) => ({ name, state, ...miss }))));

describe('each near miss', () => {
  it('names the check that fails', () => {
    for (const { state, activity, because } of nearMisses) expect(allChecks(readOption(activity, inputFor(state)).fits).filter(({ outcome }) => outcome === 'no').map((check) => check.because)).toContain(because);
  });

  it('fits once all that would change it is done', () => {
    const changed = nearMisses.filter(({ change }) => change !== undefined && !change.startsWith('Start with the smaller one'));
    expect(changed.length).toBeGreaterThan(20);
    const stillFails = changed.flatMap(({ name, state, activity, change }) => {
      const { activity: after, input } = made(change!, { activity, input: inputFor(state, [activity]) });
      const { fits } = readOption(after, { ...input, catalogue: { version: 'v1', activities: [after] } });
      return fitNames.flatMap((fit) => fits[fit].checks.filter(({ outcome }) => outcome === 'no').map(({ because }) => `${name}, ${activity.id}, after “${change}”: ${because}`));
    });
    expect(stillFails).toEqual([]);
  });

  it('that points to a smaller group points to one that is there', () => {
    const names = nearMisses.flatMap(({ change }) => (change?.startsWith('Start with the smaller one: ') ? [change.slice('Start with the smaller one: '.length, -1)] : []));
    for (const named of names) expect(catalogue.activities.map(({ name }) => name)).toContain(named);
  });
});

it('physical activity waits for the check when somebody told them to limit it, also when it is looked for', () => {
  const limited = inputFor(personWho({ ...gardener, PC7: ['told-to-limit'], PV3: ['moving:now'] }));
  const moving = activityCalled('chair-exercise');
  expect(readOptions(limited).options.map(({ activity }) => activity.id)).not.toContain(moving.id);
  expect(readOptions(limited).notOffered.find(({ activity }) => activity.id === moving.id)?.gate).toBe('clinical-check');
});
