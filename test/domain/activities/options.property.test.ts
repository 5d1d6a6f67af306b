import fc from 'fast-check';
import type { Activity } from '../../../src/domain/activities/activity';
import { fitOfWants } from '../../../src/domain/activities/fitOfWants';
import { fitNames, type ActivityOption, type Fits } from '../../../src/domain/activities/option';
import { readOption, readOptions, type OptionsInput } from '../../../src/domain/activities/readOptions';
import { allChecks, hasImproved } from '../../../src/domain/activities/resolveFit';
import { linksOf } from '../../../src/domain/activities/links';
import { readTold } from '../../../src/domain/activities/told';
import { optionsOf } from '../../../src/domain/framework/choices';
import { meanings as vocabulary } from '../../../src/domain/framework/meaning';
import { anyActivity, anyInput, meaningsOf } from './anyPerson';
import { catalogue, content, inputFor, personWho, type Said } from './stories';

const barriers = [
  'travel:not-out', 'minutes:10', 'free:daylight-only', 'cost:free-only', 'cost:low', 'online:no', 'online:phone-only', 'support:no-one', 'belief:low', 'balance:duties-too-much', 'gate:check-first',
  ...vocabulary.filter((meaning) => meaning.startsWith('needs:') || meaning.startsWith('snag:')),
];

const expectNoBetter = (before: Fits, after: Fits, what: string): void => {
  for (const name of fitNames) if (hasImproved(before[name].state, after[name].state)) throw new Error(`${what}: ${name} went from ${before[name].state} (${before[name].reason}) to ${after[name].state} (${after[name].reason})`);
};

describe('a barrier', () => {
  it('never makes a fit better, whatever else was told, but of an activity made for whoever meets it', () => {
    fc.assert(
      fc.property(anyInput, anyActivity, fc.constantFrom(...barriers), (input, activity, barrier) => {
        fc.pre(!activity.madeFor?.means.includes(barrier));
        const hindered = { ...input, meanings: new Map([...input.meanings, ...meaningsOf([barrier])]) };
        expectNoBetter(readOption(activity, input).fits, readOption(activity, hindered).fits, `${activity.id} with ${barrier}`);
      }),
      { numRuns: 400 },
    );
  });

  it('of company never does either: a smaller wish, or words against groups', () => {
    const before = inputFor(personWho({ PV1: 'My garden.' }));
    const told = ['I hate groups.', 'No big groups.', 'I can’t stand small talk.'].map((words) => ({ words, after: inputFor(personWho({ PV1: `My garden. ${words}` })) }));
    fc.assert(
      fc.property(anyInput, anyActivity, fc.constantFrom(...told), (input, activity, { words, after }) => {
        expectNoBetter(readOption(activity, { ...before, meanings: input.meanings }).fits, readOption(activity, { ...after, meanings: input.meanings }).fits, `${activity.id} with ${words}`);
      }),
      { numRuns: 120 },
    );
  });

  it('of the framework never makes the fit of what they want better', () => {
    const marked = content.framework.prompts.filter(({ restricted }) => !restricted).flatMap(({ id, parts }) => parts.flatMap((part) => (part.kind === 'many' || part.kind === 'one' ? optionsOf(part).filter(({ barrier }) => barrier !== undefined).map((option) => ({ id, choice: option.id })) : [])));
    const some = catalogue.activities.filter((_, place) => place % 6 === 0);
    const base: Said = { PV3: ['growing:now'], PV4: ['7'], EP3: ['bus'], EE1: ['yes'], OC6: ['joy'] };
    const before = inputFor(personWho(base));
    for (const { id, choice } of marked) {
      if (id in base) continue;
      const after = inputFor(personWho({ ...base, [id]: [choice] }));
      expectNoBetter(fitOfWants(before), fitOfWants(after), `${id} ${choice}`);
      for (const activity of some) expectNoBetter(readOption(activity, before).fits, readOption(activity, after).fits, `${activity.id} with ${id} ${choice}`);
    }
  });
});

/** What is wrong with the reading of one activity, in words; empty when all is well. */
function problemsOf({ fits, reasons }: ActivityOption): string[] {
  const checks = allChecks(fits);
  return [
    ...(checks.length === 12 ? [] : [`${checks.length} checks`]),
    ...checks.filter(({ from }) => from.length === 0).map(({ check }) => `${check} has no source`),
    ...reasons.filter((reason) => !checks.some(({ because, outcome }) => because === reason && outcome === 'yes')).map((reason) => `no check says: ${reason}`),
    ...fitNames.flatMap((name) => {
      const { state, reason, checks: own } = fits[name];
      const failed = own.filter(({ outcome }) => outcome === 'no');
      const due = failed.some(({ change }) => change === undefined) ? 'not-yet' : failed.length > 0 ? 'with-changes' : undefined;
      const wrong = due === undefined ? state === 'not-yet' || state === 'with-changes' : state !== due;
      return [...(wrong ? [`${name} is ${state}`] : []), ...(own.some(({ because }) => because === reason) ? [] : [`the reason of ${name} has no check`])];
    }),
  ];
}

describe('the options of anybody', () => {
  const everyOption = (input: OptionsInput): readonly ActivityOption[] => readOptions(input).options;

  it('read the same from the same answers, under any name and reference', () => {
    fc.assert(
      fc.property(anyInput, fc.string(), (input, name) => {
        const renamed = { ...input, state: { ...input.state, name, ref: `HM-${name}`, workerName: name } };
        expect(readOptions(renamed)).toEqual(readOptions(input));
      }),
      { numRuns: 30 },
    );
  });

  it('do not depend on the order of the catalogue', () => {
    fc.assert(
      fc.property(anyInput, fc.shuffledSubarray([...catalogue.activities], { minLength: catalogue.activities.length }), (input, shuffled) => {
        const ids = (activities: readonly Activity[]) => everyOption({ ...input, catalogue: { version: 'v1', activities } }).map(({ activity }) => activity.id);
        expect(ids(shuffled)).toEqual(ids(catalogue.activities));
      }),
      { numRuns: 30 },
    );
  });

  it('never hold what was declined or disliked', () => {
    fc.assert(
      fc.property(anyInput, fc.subarray(catalogue.activities.map(({ id }) => id)), (input, declined) => {
        const reading = readOptions({ ...input, state: { ...input.state, declined: new Map(declined.map((id) => [id, undefined])) } });
        const offered = [...reading.options, ...reading.nearly].map(({ activity }) => activity.id);
        expect(offered.filter((id) => declined.includes(id))).toEqual([]);
        if (input.conversation.answers.get('PV1')?.words?.includes('I hate cooking')) expect(offered).not.toContain('budget-cooking');
      }),
      { numRuns: 40 },
    );
  });

  it('give every no a change, or say that it does not fit yet; give every check its sources; offer nothing that does not fit', () => {
    fc.assert(
      fc.property(anyInput, anyActivity, (input, activity) => {
        const option = readOption(activity, input);
        expect(problemsOf(option)).toEqual([]);
        for (const { fits } of everyOption(input)) expect(fitNames.map((name) => fits[name].state)).not.toContain('not-yet');
      }),
      { numRuns: 150 },
    );
  });

  it('ask only prompts that are open and have no answer', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const open = new Set(input.conversation.open.map(({ id }) => id));
        for (const { unknowns } of everyOption(input)) for (const { prompt } of unknowns) expect(prompt === undefined || (open.has(prompt) && !input.conversation.answers.get(prompt)?.choices.length)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

describe('words against something', () => {
  it('never count for it, whatever it is called', () => {
    const turnings = ['I hate', 'She hates', 'He can’t stand', 'not keen on', 'Not fussed about', 'Does not really like', 'No interest in'];
    for (const activity of catalogue.activities.filter(({ madeFor }) => !madeFor)) {
      for (const word of activity.words) {
        for (const turning of turnings) {
          const said = `${turning} ${word}.`;
          const links = linksOf(activity, readTold(inputFor(personWho({ PV3: { choices: [], words: said } }))));
          expect([said, links.filter(({ kind }) => kind === 'words')]).toEqual([said, []]);
        }
      }
    }
  });
});
