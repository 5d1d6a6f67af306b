import fc from 'fast-check';
import { loadActivities } from '../../../src/content/loadActivities';
import { loadContent } from '../../../src/content/load';
import type { CaseReading } from '../../../src/domain/analysis/caseReading';
import { readCase, type CaseToRead } from '../../../src/domain/analysis/readCase';
import type { Case } from '../../../src/domain/case/case';
import type { CaseEvent, Mode } from '../../../src/domain/case/event';
import { evolve, noCase } from '../../../src/domain/case/evolve';
import type { Source } from '../../../src/domain/plan/frozenPlan';
import { anyAnswers } from '../../support/anyAnswers';
import { answered, now, openedBy, readingOf } from '../../support/givenCase';

const someone = fc.record({ mode: fc.constantFrom<Mode>('together', 'phone', 'notes'), yearOfBirth: fc.option(fc.integer({ min: 1930, max: 2005 }), { nil: undefined }) });
const whoIsThere = fc.constantFrom('private', 'near-fine', 'near-light', 'not-a-good-time');
const openedFor = ({ mode, yearOfBirth }: { mode: Mode; yearOfBirth: number | undefined }) => openedBy({ mode, ...(yearOfBirth === undefined ? {} : { yearOfBirth }) });
const restsOn = (sources: readonly Source[], prompt: string) => sources.some((source) => 'prompt' in source && source.prompt === prompt);
const promptOf = (event: CaseEvent) => (event.type === 'PromptAnswered' ? event.prompt : '');
const asRead = (state: Case): CaseToRead => {
  if (state.status === 'none') throw new Error('These events open no case');
  return { caseId: 'c1', state, content: loadContent(), catalogue: loadActivities(), today: now.at.slice(0, 10) };
};
const everythingIn = (reading: CaseReading) => {
  const { conversation, step, meanings, findings, concerns, noted, coverage, suggestions, tier, noticed, process } = reading;
  return { conversation, step, meanings, findings, concerns, noted, coverage, suggestions, tier, noticed, process, fits: reading.fits(), plan: reading.plan() };
};
const urgencies = ['NOW', 'TODAY', 'SOON', 'ROUTINE'];

describe('whatever is answered, in whatever order', () => {
  it('reads without a fault, and everything that is read quotes what was said', () => {
    fc.assert(
      fc.property(someone, anyAnswers, (person, answers) => {
        const reading = readingOf([openedFor(person), ...answers]);
        const said = new Map(answers.map((event) => [promptOf(event), event]));
        for (const { from } of [...reading.findings, ...reading.concerns]) {
          expect(from.length).toBeGreaterThan(0);
          for (const source of from) {
            const answer = 'prompt' in source ? said.get(source.prompt) : undefined;
            if (answer?.type !== 'PromptAnswered') throw new Error(`${JSON.stringify(source)} was never said`);
            expect(source.kind === 'choice' ? answer.choices.includes(source.choice) : source.kind === 'words' && source.quote === answer.words).toBe(true);
          }
        }
        expect(reading.suggestions.length).toBeLessThanOrEqual(3);
        for (const { prompt } of reading.suggestions) expect(said.has(prompt) && reading.conversation.answers.has(prompt)).toBe(false);
        expect(reading.tier.why.length).toBeGreaterThan(0);
        reading.options();
        reading.fits();
        reading.plan();
        reading.gate();
      }),
      { numRuns: 80 },
    );
  });

  it('nothing that rested on an answer is left when the answer is gone', () => {
    fc.assert(
      fc.property(someone, anyAnswers, fc.nat(), (person, answers, pick) => {
        const gone = promptOf(answers[pick % answers.length]!);
        const { findings, concerns, meanings, conversation } = readingOf([openedFor(person), ...answers.filter((event) => promptOf(event) !== gone)]);
        const sources = [...findings, ...concerns, ...conversation.fired].flatMap(({ from }) => from);
        expect(restsOn([...sources, ...[...meanings.values()].flat()], gone)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('one more answer never takes an open concern away, and never makes it less urgent', () => {
    fc.assert(
      fc.property(someone, anyAnswers, fc.oneof(fc.nat(), whoIsThere), (person, answers, pick) => {
        const added = typeof pick === 'number' ? answers[pick % answers.length]! : answered('OP1', [pick]);
        const rest = answers.filter((event) => promptOf(event) !== promptOf(added));
        const before = readingOf([openedFor(person), ...rest]).concerns;
        const after = readingOf([openedFor(person), ...rest, added]).concerns;
        for (const { id, code, urgency } of before) {
          expect(after.map((concern) => concern.id)).toContain(id);
          expect(Math.min(...after.filter((concern) => concern.code === code).map((concern) => urgencies.indexOf(concern.urgency)))).toBeLessThanOrEqual(urgencies.indexOf(urgency));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('one more answer never makes the tier one in which less help is given, while a concern is open', () => {
    fc.assert(
      fc.property(someone, anyAnswers, fc.nat(), (person, answers, pick) => {
        const added = answers[pick % answers.length]!;
        const before = readingOf([openedFor(person), ...answers.filter((event) => event !== added)]);
        const after = readingOf([openedFor(person), ...answers]);
        if (before.tier.is === 5) expect(after.tier.is).toBe(5);
      }),
      { numRuns: 100 },
    );
  });

  it('a case that was read after each answer reads as one that nobody has read before', () => {
    fc.assert(
      fc.property(someone, anyAnswers, (person, answers) => {
        const events = [openedFor(person), ...answers];
        const turnByTurn = events.reduce((before: Case, event) => {
          if (before.status !== 'none') everythingIn(readCase(asRead(before)));
          return evolve(before, event);
        }, noCase);
        expect(everythingIn(readCase(asRead(turnByTurn)))).toEqual(everythingIn(readingOf(structuredClone(events))));
      }),
      { numRuns: 40 },
    );
  });

  it('the order of the answers changes nothing', () => {
    fc.assert(
      fc.property(someone, anyAnswers, (person, answers) => {
        const read = (events: readonly CaseEvent[]) => {
          const { findings, concerns, meanings, tier, coverage, suggestions } = readingOf([openedFor(person), ...events]);
          return { findings, concerns, meanings, tier, coverage, suggestions };
        };
        expect(read([...answers].reverse())).toEqual(read(answers));
      }),
      { numRuns: 100 },
    );
  });
});
