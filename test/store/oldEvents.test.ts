/** What earlier versions wrote can be read for ever: samples that are only ever added to. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadActivities } from '../../src/content/loadActivities';
import { loadContent } from '../../src/content/load';
import { readCase } from '../../src/domain/analysis/readCase';
import { CaseEvent } from '../../src/domain/case/event';
import { evolve, noCase, replay } from '../../src/domain/case/evolve';
import { OrganisationEvent } from '../../src/domain/organisation/event';
import { organisationOf } from '../../src/domain/organisation/evolveOrganisation';
import { freezePlan } from '../../src/domain/plan/freezePlan';
import { postedPlan, postedText } from '../../src/domain/plan/postedPlan';

const folder = join(__dirname, 'samples');
const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const samples = read('events.json') as { readonly of: 'case' | 'organisation'; readonly since: string; readonly event: { readonly type: string } }[];
const ofCase = samples.filter(({ of }) => of === 'case').map(({ event, since }) => [event.type, since, event] as const);
const ofOrganisation = samples.filter(({ of }) => of === 'organisation').map(({ event, since }) => [event.type, since, event] as const);
const opening = CaseEvent.parse(ofCase.find(([type]) => type === 'CaseOpened')?.[2]);

describe('an event that an earlier version wrote', () => {
  it.each(ofCase)('%s of %s is read with all that it holds, and changes a case', (_type, _since, event) => {
    const parsed = CaseEvent.parse(event);
    expect(parsed).toMatchObject(event);
    const before = replay([opening]);
    expect(evolve(parsed.type === 'CaseOpened' ? noCase : before, parsed)).toMatchObject({ rev: parsed.type === 'CaseOpened' ? 1 : 2 });
  });

  it.each(ofOrganisation)('%s of %s is read with all that it holds, and changes the organisation', (_type, _since, event) => {
    const parsed = OrganisationEvent.parse(event);
    expect(parsed).toMatchObject(event);
    expect(() => organisationOf([parsed])).not.toThrow();
  });

  it('has a sample of each type, or one is missing: node scripts/sampleEvents.mjs', () => {
    const kept = new Set(samples.map(({ of, event }) => `${of} ${event.type}`));
    const known = [...CaseEvent.options.map(({ shape }) => `case ${shape.type.value}`), ...OrganisationEvent.options.map(({ shape }) => `organisation ${shape.type.value}`)];
    expect(known.filter((type) => !kept.has(type))).toEqual([]);
  });
});

type WholeCase = { readonly written: string; readonly today: string; readonly events: readonly unknown[]; readonly reads: { readonly status: string; readonly rev: number; readonly stage: string; readonly concerns: readonly string[]; readonly plan: string } };

/** The words of a plan that was submitted are frozen in its event; those of a draft may be drawn otherwise by a later version. */
describe.each(readdirSync(join(folder, 'cases')).map((file) => [file, read(join('cases', file)) as WholeCase] as const))('a whole case as it was stored: %s', (_file, { events, reads, today }) => {
  const state = replay(events.map((event) => CaseEvent.parse(event)));
  if (state.status === 'none') throw new Error('The sample opens no case');
  const content = loadContent(state.framework);
  const reading = readCase({ caseId: 'sample', state, content, catalogue: loadActivities(), today });

  it('stands where it stood', () => {
    expect({ status: state.closed ? 'closed' : 'open', rev: state.rev, stage: reading.process.here, concerns: reading.concerns.filter(({ by }) => by === 'worker').map(({ code, state: stands }) => `${code} ${stands}`) }).toEqual({ status: reads.status, rev: reads.rev, stage: reads.stage, concerns: reads.concerns });
  });

  it('shows the plan that was posted, word for word', () => {
    const last = state.submissions.at(-1);
    expect(postedText(postedPlan(last?.plan ?? freezePlan(reading), { ref: state.ref }))).toBe(reads.plan);
  });
});
