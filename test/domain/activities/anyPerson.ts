/** Anybody at all, and anything that a directory may list. */
import fc from 'fast-check';
import { Activity, listsInPart, type Heard } from '../../../src/domain/activities/activity';
import type { OptionsInput } from '../../../src/domain/activities/readOptions';
import type { Meanings } from '../../../src/domain/analysis/meanings';
import { meanings as vocabulary } from '../../../src/domain/framework/meaning';
import type { Source } from '../../../src/domain/plan/frozenPlan';
import { catalogue, inputFor, personWho } from './stories';

const tapped = (meaning: string): readonly Source[] => [{ kind: 'choice', prompt: 'PV2', choice: meaning.replace(':', '-'), label: meaning }];
export const meaningsOf = (list: readonly string[]): Meanings => new Map(list.map((meaning) => [meaning, tapped(meaning)]));

const sentences = ['My garden.', 'I used to sing.', 'I hate cooking.', 'I can’t stand groups.', 'My wife loved chess.', 'I work night shifts.', 'I fancy a game of football.', 'No knitting.', 'I care for my mum.', 'Money is tight.', '<b>${name}</b> 😀 שלום'];
export const anyWords = fc.subarray(sentences).map((said) => said.join(' '));

const told = { meanings: fc.subarray([...vocabulary]), words: anyWords, grid: fc.subarray(['growing:now', 'music:used-to', 'games:curious', 'moving:now', 'fixing:now']), year: fc.option(fc.integer({ min: 1930, max: 2008 }), { nil: undefined }) };

/** A person with any answers: what was ticked as meanings, what was said as words. Given activities are those to choose from. */
export const anyInputAmong = (activities: fc.Arbitrary<readonly Activity[]>): fc.Arbitrary<OptionsInput> =>
  fc.record({ ...told, activities }).map(({ meanings, words, grid, year, activities: among }) => ({
    ...inputFor(personWho({ PV1: words === '' ? [] : { choices: [], words }, PV3: grid }, year === undefined ? {} : { yearOfBirth: year }), among),
    meanings: meaningsOf(meanings),
  }));

export const anyInput: fc.Arbitrary<OptionsInput> = anyInputAmong(fc.constant(catalogue.activities));

const mayBeOpen = ['provider', 'place', 'kind', 'company', 'groupSize', 'setting', 'rhythm', 'manner', 'level', 'when', 'travel', 'pounds', 'placeKind', 'firstContact', 'ifMissed', 'joining', 'waitWeeks', 'status', 'checked', 'clinicalCheck', 'contact'] as const satisfies readonly (keyof Activity)[];

/** From the sample, or as a directory would list it: with facts left open, and lists that name only part of what is there. */
export const anyActivity: fc.Arbitrary<Activity> = fc
  .record({ activity: fc.constantFrom(...catalogue.activities), open: fc.subarray([...mayBeOpen]), inPart: fc.subarray([...listsInPart]), demand: fc.subarray(['body', 'thinking', 'company', 'commitment'] as const), whole: fc.boolean() })
  .map(({ activity, open, inPart, demand, whole }) => {
    if (whole) return activity;
    const facts = Object.fromEntries(Object.entries(activity).filter(([field]) => !open.some((one) => one === field)));
    return Activity.parse({ ...facts, inPart, demand: Object.fromEntries(Object.entries(activity.demand).filter(([part]) => !demand.some((one) => one === part))) });
  });

const mixOf = (one: Activity, other: Activity, some: readonly string[]): Activity => Activity.parse({ ...one, ...Object.fromEntries(Object.entries(other).filter(([field]) => field !== 'id' && some.includes(field))) });
const fields = Object.keys(Activity.shape);

/** Facts of the one, and facts of the other. */
export const mixedActivity: fc.Arbitrary<Activity> = fc.tuple(anyActivity, anyActivity, fc.subarray(fields)).map(([one, other, some]) => mixOf(one, other, some));

/** Two of which a directory says nearly the same. */
export const alike: fc.Arbitrary<readonly [Activity, Activity]> = fc.tuple(mixedActivity, mixedActivity, fc.subarray(fields, { maxLength: 5 })).map(([one, other, some]) => [one, mixOf(one, other, some)]);

const anyDay = fc.constantFrom('2025-06-01', '2026-05-20', '2026-06-30', '2026-11-20');

export const anyHeard: fc.Arbitrary<Heard> = fc
  .record({ well: fc.nat(3), trouble: fc.option(fc.record({ what: fc.constantFrom('closed', 'full', 'not-as-described', 'changed'), day: anyDay }), { nil: undefined }), checked: fc.option(anyDay, { nil: undefined }) })
  .map(({ well, trouble, checked }) => ({ well, ...(trouble && { trouble }), ...(checked === undefined ? {} : { checked }), accepted: 0, declined: 0, silent: 0, days: [] }));
