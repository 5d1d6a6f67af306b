/** What must hold of any plan, whatever was answered: told on the real framework, with answers drawn by chance. */
import fc from 'fast-check';
import { loadActivities } from '../../../src/content/loadActivities';
import { loadContent } from '../../../src/content/load';
import { readCase } from '../../../src/domain/analysis/readCase';
import type { OpenCase } from '../../../src/domain/case/case';
import type { CaseEvent } from '../../../src/domain/case/event';
import { replay } from '../../../src/domain/case/evolve';
import { planFeeds, type Part, type Prompt } from '../../../src/domain/framework/framework';
import { entriesOf } from '../../../src/domain/plan/entries';
import { freezePlan } from '../../../src/domain/plan/freezePlan';
import type { Line, PlanBody } from '../../../src/domain/plan/frozenPlan';
import { planText } from '../../../src/domain/plan/planText';
import { postedPlan, postedText } from '../../../src/domain/plan/postedPlan';
import { namesOf, unconfirmedIn } from '../../../src/domain/plan/unconfirmed';

const content = loadContent();
const catalogue = loadActivities();
const { prompts } = content.framework;
const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 9, minute)).toISOString();

/** Words that no framework and no code contains: where they turn up, the answer to this prompt turned up. */
const canary = (prompt: string) => `zq${prompt.toLowerCase()}zq`;
type Told = { readonly prompt: string; readonly choices: readonly string[]; readonly words?: string };

const subset = (ids: readonly string[]) => fc.subarray([...ids], { maxLength: Math.min(4, ids.length) });

function choicesOf(part: Part): fc.Arbitrary<readonly string[]> {
  switch (part.kind) {
    case 'one':
      return fc.constantFrom(...part.options.map(({ id }) => [id]));
    case 'many':
      return subset(part.options.filter(({ alone }) => !alone).map(({ id }) => id));
    case 'grid':
      return fc.tuple(...part.rows.map(({ id }) => fc.option(fc.constantFrom(...part.columns.map((column) => `${id}:${column.id}`))))).map((cells) => cells.filter((cell) => cell !== null));
    case 'scale':
      return fc.integer({ min: part.from, max: part.to }).map((number) => [String(number)]);
    case 'day':
      return fc.constantFrom(['on:2026-12-01'], ['on:2026-12-15']);
    case 'goal':
      return fc.constantFrom(['goal:1'], ['goal:2']);
    case 'activity':
      return fc.constantFrom(...catalogue.activities.map(({ id }) => [`activity:${id}`]), ['something-else'], ['not-now']);
    case 'words':
      return fc.constant([]);
  }
}

const answerTo = (prompt: Prompt): fc.Arbitrary<Told | null> =>
  fc.option(
    fc.tuple(fc.tuple(...prompt.parts.map(choicesOf)), fc.boolean()).map(([parts, two]) => ({
      prompt: prompt.id,
      choices: parts.flat(),
      words: two ? `First ${canary(prompt.id)}\nthen ${canary(prompt.id)} again` : `Only ${canary(prompt.id)}`,
    })),
    { freq: 4 },
  );

const talks = fc.tuple(...prompts.map(answerTo)).map((all) => all.filter((told) => told !== null));

function eventsOf(told: readonly Told[]): CaseEvent[] {
  const opened: CaseEvent = { type: 'CaseOpened', at: at(0), by: 'wren', ref: 'WREN-204', framework: content.version, mode: 'together', name: 'Zqnamezq', yearOfBirth: 1950, workerName: 'Wren Worker' };
  return [
    opened,
    ...told.flatMap(({ prompt, choices, words }, index): CaseEvent[] => {
      const stamp = { at: at(index + 1), by: 'wren' };
      const activity = choices.find((choice) => choice.startsWith('activity:'))?.slice('activity:'.length);
      const chosen: CaseEvent[] = activity === undefined ? [] : [{ type: 'OptionChosen', ...stamp, activity, name: activity, catalogue: catalogue.version }];
      const observed: CaseEvent = { type: 'ObservationRecorded', ...stamp, prompt, words: 'zqobservedzq' };
      return [{ type: 'PromptAnswered', ...stamp, prompt, choices: [...choices], how: 'card', ...(words === undefined ? {} : { words }) }, ...chosen, observed];
    }),
  ];
}

const read = (told: readonly Told[]) => readCase({ caseId: 'c', state: replay(eventsOf(told)) as OpenCase, content, catalogue, today: '2026-11-24' });
const restricted = prompts.filter((prompt) => prompt.restricted).map(({ id }) => id);
const linesOf = (body: PlanBody): Line[] => [body.whatMatters, body.strengths, body.whyNow, Object.values(body.workedOut).flat(), body.goals, body.steps, body.why, body.ifThen, body.others, body.ifHarder, body.copy, body.adjustments].flat();
const rounds = { numRuns: 25 };

it('the framework feeds every block of the plan, and says whose names to look for', () => {
  const fed = new Set(prompts.flatMap(({ parts }) => parts.flatMap(({ feeds }) => feeds ?? [])));
  expect(planFeeds.filter((feed) => !fed.has(feed))).toEqual([]);
  const around = prompts.find(({ parts }) => parts.some(({ kind, feeds }) => kind === 'words' && feeds === 'people-around'));
  expect(namesOf(read([{ prompt: around!.id, choices: [], words: 'My daughter Efua' }]))).toContain('Efua');
});

describe('of any plan', () => {
  it('every line rests on something that is there: words as they were said, choices that were tapped', () => {
    fc.assert(
      fc.property(talks, (told) => {
        const reading = read(told);
        const body = reading.plan();
        for (const { from, target } of entriesOf(body)) {
          expect([target, from.length > 0]).toEqual([target, true]);
          for (const source of from) {
            if (source.kind !== 'words' && source.kind !== 'choice') continue;
            const answer = reading.conversation.answers.get(source.prompt);
            expect(source.kind === 'words' ? answer?.words?.includes(source.quote) : answer?.choices.includes(source.choice)).toBe(true);
          }
        }
        for (const line of linesOf(body).filter(({ quoted }) => quoted)) expect(line.from.some((source) => source.kind === 'words' && source.quote === line.text)).toBe(true);
      }),
      rounds,
    );
  });

  it('what somebody said stands only in lines that say so', () => {
    fc.assert(
      fc.property(talks, (told) => {
        for (const { text, from } of entriesOf(read(told).plan())) {
          const heard = prompts.filter(({ id }) => text.includes(canary(id))).map(({ id }) => id);
          const named = new Set(from.flatMap((source) => ('prompt' in source ? [source.prompt] : [])));
          expect(heard.filter((prompt) => !named.has(prompt))).toEqual([]);
        }
      }),
      rounds,
    );
  });

  it('with any answer deleted, everything that rested on it goes', () => {
    fc.assert(
      fc.property(talks.filter((told) => told.length > 0), fc.nat(), (told, pick) => {
        const { prompt } = told[pick % told.length]!;
        const before = read(told).plan();
        const after = read(told.filter((answer) => answer.prompt !== prompt)).plan();
        const written = JSON.stringify(after);
        expect(written).not.toContain(canary(prompt));
        expect(written).not.toContain(`"prompt":"${prompt}"`);
        const rested = linesOf(before).filter(({ from }) => from.every((source) => 'prompt' in source && source.prompt === prompt));
        const left = new Set(linesOf(after).map(({ id, text }) => `${id} ${text}`));
        expect(rested.filter(({ id, text }) => left.has(`${id} ${text}`))).toEqual([]);
      }),
      rounds,
    );
  });

  it('nothing from a restricted prompt, an observation or the name of the person reaches it, or what is posted or printed', () => {
    fc.assert(
      fc.property(talks, (told) => {
        const reading = read(told);
        const frozen = freezePlan(reading);
        const posted = postedPlan(frozen, { ref: 'WREN-204' });
        const written = [JSON.stringify(frozen), JSON.stringify(posted), postedText(posted), planText(frozen.body, { audience: 'person' }), planText(frozen.body, { audience: 'worker' })].join('\n');
        for (const prompt of restricted) {
          expect(written).not.toContain(canary(prompt));
          expect(written).not.toContain(`"prompt":"${prompt}"`);
        }
        expect(written).not.toMatch(/zqobservedzq|Zqnamezq/);
        for (const concern of reading.concerns.filter((raised) => raised.restricted)) expect(written).not.toContain(concern.id);
      }),
      rounds,
    );
  });

  it('keeps back what raised a restricted concern, whichever prompt it was said to', () => {
    const dark = talks.map((told) => told.map((answer) => ({ ...answer, words: `${answer.words}\nno point, I want to end it all` })));
    fc.assert(
      fc.property(dark, (told) => {
        const reading = read(told);
        const frozen = freezePlan(reading);
        const written = [JSON.stringify(frozen), postedText(postedPlan(frozen, { ref: 'WREN-204' })), planText(frozen.body, { audience: 'person' })].join('\n');
        for (const { from } of reading.concerns.filter((raised) => raised.restricted))
          for (const source of from) if (source.kind === 'words') expect(written).not.toContain(canary(source.prompt));
      }),
      rounds,
    );
  });

  it('is never posted with a name that was typed, unseen', () => {
    const named = talks.map((told) => told.map((answer) => ({ ...answer, words: `Zqnamezq and ${answer.words}` })));
    fc.assert(
      fc.property(named, (told) => {
        const reading = read(told);
        const shown = new Set(unconfirmedIn(reading).map(({ text }) => text));
        const { goals, steps, ifThen } = postedPlan(freezePlan(reading), { ref: 'WREN-204' });
        const written = [...goals, ...ifThen].map(({ text }) => text).concat(steps.flatMap(({ text, firstTime }) => [text, firstTime ?? '']));
        expect(written.filter((text) => text.includes('Zqnamezq') && !shown.has(text))).toEqual([]);
      }),
      rounds,
    );
  });
});
