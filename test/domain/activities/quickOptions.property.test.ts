/** Options are read quickly: much is counted and little is read. Here the same is done plainly, everything read in full. */
import fc from 'fast-check';
import type { Activity, Catalogue } from '../../../src/domain/activities/activity';
import { indexOf, inPromisingOrder } from '../../../src/domain/activities/catalogueIndex';
import { twelveChecks } from '../../../src/domain/activities/checks';
import { isReady } from '../../../src/domain/activities/environmentOccupation';
import { heldBackBecause } from '../../../src/domain/activities/gates';
import { asHeard } from '../../../src/domain/activities/heard';
import { nearness } from '../../../src/domain/activities/journey';
import { linksOf, wantsMet } from '../../../src/domain/activities/links';
import { fitNames, type ActivityOption } from '../../../src/domain/activities/option';
import { readOption, readOptions, shutGate, type OptionsInput } from '../../../src/domain/activities/readOptions';
import { allChecks } from '../../../src/domain/activities/resolveFit';
import { readTold, valuesTold } from '../../../src/domain/activities/told';
import type { Trial } from '../../../src/domain/activities/trial';
import { kthSmallest } from '../../../src/domain/matching/kthSmallest';
import { rankServices } from '../../../src/domain/matching/rankServices';
import { servicesIndexOf } from '../../../src/domain/activities/servicesIndex';
import { alike, anyHeard, anyInput, anyInputAmong, mixedActivity } from './anyPerson';
import { catalogue, content } from './stories';

const strength = ['words', 'interest', 'role', 'wants'];

/** An activity and everything by which it is put in order, the most weighty first. */
function read(activity: Activity, input: OptionsInput) {
  const told = readTold(input);
  const option = readOption(activity, input);
  const outcomes = allChecks(option.fits).map(({ outcome }) => outcome);
  const links = linksOf(activity, told);
  const [failed, unknown] = (['no', 'not-known'] as const).map((kind) => outcomes.filter((outcome) => outcome === kind).length) as [number, number];
  const [ready, named, hits, ticked] = [isReady(activity, input.today), links.some(({ kind }) => kind === 'words'), wantsMet(activity, told).length, links.some(({ kind }) => kind === 'interest')];
  const apart = activity.welcome.some((group) => group.endsWith('-only') && !valuesTold(told, 'welcome').includes(group));
  const strongest = Math.min(...links.map(({ kind }) => strength.indexOf(kind)));
  const last = [failed, unknown, nearness(activity, told), activity.id] as const;
  return { option, links, failed, asOption: [ready ? 0 : 1, failed === 0 ? 0 : 1, named ? 0 : 1, -hits, apart ? 1 : 0, ticked ? 0 : 1, ...last], asNear: [strongest, ready ? 0 : 1, named ? 0 : 1, -hits, apart ? 1 : 0, ticked ? 0 : 1, ...last] };
}

type Order = readonly (number | string)[];
const inOrder = (a: Order, b: Order): number => {
  const at = a.findIndex((one, place) => one !== b[place]);
  return at < 0 ? 0 : a[at]! < b[at]! ? -1 : 1;
};

function isGoodEnough({ fits, reasons }: ActivityOption): boolean {
  const states = fitNames.map((name) => fits[name].state);
  const meansNothing = allChecks(fits).some(({ check, outcome }) => check === 'meaningful' && outcome === 'no');
  return !meansNothing && !states.includes('not-yet') && !states.every((state) => state === 'with-changes') && reasons.length >= 2;
}

/** What is offered, what is nearly, and what is not, when every activity is read in full. */
function plainly(input: OptionsInput) {
  if (heldBackBecause(input) !== undefined) return { options: [], nearly: [], notOffered: [] };
  const all = input.catalogue.activities.map((listed) => asHeard(listed, input.catalogue));
  const gates = all.flatMap((activity) => shutGate(activity, input) ?? []);
  const tied = all.filter((activity) => !gates.some((gate) => gate.activity === activity)).map((activity) => read(activity, input)).filter(({ links }) => links.length > 0);
  const options = tied.filter(({ option, failed }) => failed <= 3 && isGoodEnough(option)).sort((a, b) => inOrder(a.asOption, b.asOption)).slice(0, 3);
  const nearly = tied.filter((one) => one.failed > 0 && !options.includes(one)).sort((a, b) => inOrder(a.asNear, b.asNear)).slice(0, 3);
  return { options: options.map(({ option }) => option), nearly: nearly.map(({ option }) => option.activity.id), notOffered: gates.map(({ activity, gate, because }) => `${activity.id} ${gate} ${because}`).sort() };
}

const few = fc.uniqueArray(mixedActivity, { selector: ({ id }) => id, minLength: 3, maxLength: 16 });
const anyCatalogue: fc.Arbitrary<Pick<Catalogue, 'activities' | 'heard'>> = fc.record({ activities: few, heard: fc.option(fc.array(anyHeard, { minLength: 3, maxLength: 12 }), { nil: undefined }) }).map(({ activities, heard }) => ({ activities, ...(heard && { heard: new Map(heard.flatMap((one, at) => (activities[at] ? [[activities[at].id, one] as const] : []))) }) }));

describe('options that are read quickly', () => {
  it('are those that come of reading every activity in full', () => {
    let offered = 0;
    fc.assert(
      fc.property(anyCatalogue.chain((among) => anyInputAmong(fc.constant(among.activities)).map((input) => ({ ...input, catalogue: { version: 'any', ...among } }))), (input) => {
        const { options, nearly, notOffered } = readOptions(input);
        offered += options.length;
        expect({ options, nearly: nearly.map(({ activity }) => activity.id), notOffered: notOffered.map(({ activity, gate, because }) => `${activity.id} ${gate} ${because}`).sort() }).toEqual(plainly(input));
      }),
      { numRuns: 60 },
    );
    expect(offered).toBeGreaterThan(10);
  });

  it('take a check to come out the same for all of which the directory says the same', () => {
    let same = 0;
    fc.assert(
      fc.property(anyInput, alike, fc.subarray(['alone', 'small', 'big'] as const), (input, [one, other], companies) => {
        const siblings = companies.map((company, at): Activity => ({ ...one, id: `sibling-${at}`, company, status: 'open' }));
        const trialOf = (activity: Activity, others: readonly Activity[]): Trial => ({ activity, told: readTold(input), links: [], others, today: input.today, unsteady: false });
        const [first, second] = [trialOf(one, siblings), trialOf(other, [])];
        for (const { check, read: readCheck, restsOn } of twelveChecks) {
          if (restsOn === undefined || JSON.stringify(restsOn(first)) !== JSON.stringify(restsOn(second))) continue;
          const [a, b] = [readCheck(first), readCheck(second)];
          same++;
          expect([check, a.outcome, a.change === undefined && a.outcome === 'no']).toEqual([check, b.outcome, b.change === undefined && b.outcome === 'no']);
        }
      }),
      { numRuns: 200 },
    );
    expect(same).toBeGreaterThan(500);
  });
});

describe('the first of an order', () => {
  it('are the same, however many are asked for', () => {
    fc.assert(
      fc.property(anyInput, fc.integer({ min: 1, max: 44 }), (input, most) => {
        const ordered = (many: number) => [...inPromisingOrder(indexOf(input.catalogue.activities), readTold(input), input.today, many)].map(({ id }) => id);
        expect(ordered(most)).toEqual(ordered(1000).slice(0, most));
      }),
      { numRuns: 30 },
    );
  });

  it('of what meets a wish as well', () => {
    const index = servicesIndexOf(catalogue.activities, content.concepts());
    fc.assert(
      fc.property(fc.subarray(['Loves singing.', 'Was a joiner.', 'Is lonely.', 'Would walk a dog.', 'Money is tight.', 'Hates bingo.', 'On a Tuesday.']), fc.integer({ min: 1, max: 20 }), (said, most) => {
        const ranked = (many: number) => rankServices(said.join(' '), index, { most: many });
        expect(ranked(most)).toEqual(ranked(1000).slice(0, most));
      }),
    );
  });

  it('are found without putting all in order', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: 0, max: 3 })), { minLength: 1, maxLength: 60 }), fc.nat(), (numbers, any) => {
        const k = any % numbers.length;
        // Zero and minus zero are one number, and which of the two comes first is no order.
        const plain = Float64Array.from(numbers, (number) => number + 0);
        expect(kthSmallest(Float64Array.from(plain), k)).toBe(plain.sort()[k]);
      }),
      { examples: [[[-0, 0], 0]] },
    );
  });
});
