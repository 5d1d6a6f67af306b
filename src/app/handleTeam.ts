/** A supervisor's turns: the cases of their teams, one of them to read, and to whom it goes. */
import type { ActionOf, CardAction } from '../cards/actions';
import { presentOthersCase } from '../cards/othersCaseCard';
import type { ListedCase, OfficeScreen, TeamCases } from '../cards/officeScreen';
import { presentOffice } from '../cards/presentOffice';
import { refusalText } from '../cards/refusals';
import { inOrder } from '../cards/teamCards';
import { dayInLondon } from '../domain/case/londonTime';
import { authorityOf, teamsSupervisedBy, workersOf, workersToGiveTo } from '../domain/organisation/authority';
import type { Organisation } from '../domain/organisation/organisation';
import { idForAudit } from './auditOf';
import { act, loadDesk, type CaseDesk } from './caseDesk';
import { handOver, openHeadsOf } from './handOver';
import { officeDesk } from './handleOffice';
import { home } from './homeCards';
import { organisationNow } from './organisationNow';
import type { Parts } from './ports';
import type { Outcome, Shown, Turn } from './turn';

const teamVerbs = ['team', 'case-of-team', 'show-hand-over', 'hand-over'] as const;
export type TeamAction = ActionOf<(typeof teamVerbs)[number]>;
export const isTeamAction = (action: CardAction): action is TeamAction => (teamVerbs as readonly string[]).includes(action.verb);

export async function handleTeam(parts: Parts, turn: Turn, action: TeamAction): Promise<Outcome> {
  const organisation = await organisationNow(parts, { fresh: true });
  switch (action.verb) {
    case 'team':
      return { shown: await teamShown(parts, turn, organisation, action.from) };
    case 'case-of-team':
      return openCaseOfTeam(parts, turn, organisation, action);
    case 'show-hand-over':
      return { shown: await handOverShown(parts, turn, organisation, action.caseId) };
    case 'hand-over':
      return handOverOne(parts, turn, organisation, action);
  }
}

/** Typed: `open case WREN-204`. Only references of their own teams are looked through. */
export async function openByRef(parts: Parts, turn: Turn, ref: string): Promise<Outcome> {
  const organisation = await organisationNow(parts, { fresh: true });
  const teams = await casesOf(parts, turn, organisation, 'all');
  const found = teams.flatMap(({ cases }) => cases).find((one) => one.ref.toLowerCase() === ref.toLowerCase());
  if (found) return openCaseOfTeam(parts, turn, organisation, { verb: 'case-of-team', caseId: found.caseId, reason: '' });
  return { shown: notYours(parts) };
}

export const supervisesAnybody = async (parts: Parts, person: string): Promise<boolean> => teamsSupervisedBy(await organisationNow(parts), person).length > 0;

async function teamShown(parts: Parts, turn: Turn, organisation: Organisation, from: number, lines: { said?: string; problem?: string } = {}): Promise<Shown> {
  const teams = await casesOf(parts, turn, organisation);
  if (teams.length === 0) return home(parts, { kind: 'notice', title: 'You supervise no team', text: 'An administrator of your service says who supervises. Type cases to see your own.' });
  return draw(parts, turn, organisation, { kind: 'my-team', teams, from, ...lines });
}

const draw = (parts: Parts, turn: Turn, organisation: Organisation, screen: OfficeScreen): Shown => presentOffice(screen, officeDesk(parts, turn, organisation));

/** Never with the name of a person in it: that comes with the opening of the case. Their own cases are on their own list. */
async function casesOf(parts: Parts, { by }: Turn, organisation: Organisation, which: 'open' | 'all' = 'open'): Promise<readonly TeamCases[]> {
  return Promise.all(
    teamsSupervisedBy(organisation, by.id).map(async (team) => {
      const workers = workersOf(organisation, team.id).filter(({ id }) => id !== by.id);
      const heads = await Promise.all(workers.map(({ id }) => (which === 'open' ? openHeadsOf(parts, id) : parts.cases.headsOf(id))));
      return { team, cases: inOrder(heads.flat().map(({ caseId, ref, worker, state, stage, touchedAt, openConcerns }): ListedCase => ({ caseId, ref, worker, state, stage, touchedAt, openConcerns }))) };
    }),
  );
}

/** A case of somebody else's team is answered as if it were not there: that it exists is already too much. */
const notYours = (parts: Parts): Shown => home(parts, { kind: 'notice', title: 'I cannot find that case', text: 'It is with nobody in a team that you supervise, so nothing was opened. Type team to see the cases of your team.' });

/**
 * The opening is recorded before anything is shown: on the case, where its owner sees it, and in the audit trail. Other
 * pages of the same case on the same day are the same opening.
 */
async function openCaseOfTeam(parts: Parts, turn: Turn, organisation: Organisation, { caseId, about = 'overview', reason }: ActionOf<'case-of-team'>): Promise<Outcome> {
  const { at, by } = turn;
  const found = await loadDesk(parts, caseId, at);
  if (!found || found.state.worker === by.id) return { shown: notYours(parts) };
  const { supervises, reviewPlaces } = authorityOf(organisation, parts.settings, by.id, found.state.worker);
  const isInTheirChannel = supervises && (reviewPlaces === undefined || (await isInOneOf(parts, by.id, reviewPlaces)));
  const { restricted, erasing } = found.state.record;
  const wasOpened = isInTheirChannel && !restricted && !erasing && openedToday(found, turn);
  const done = wasOpened ? undefined : await act(parts, found, { at, by: by.id }, () => ({ type: 'OpenCaseOfTeam', name: by.name, isInTheirChannel, ...(reason === '' ? {} : { reason }) }));
  if (done?.kind === 'refused') {
    await parts.audit.record([{ at, by: idForAudit(by.id), verb: 'open', caseId: idForAudit(caseId), place: 'personal', what: done.reason, outcome: 'refused' }]);
    return { shown: supervises ? await teamShown(parts, turn, organisation, 0, { problem: refusalText(done.reason) }) : notYours(parts) };
  }
  await parts.audit.record([{ at, by: idForAudit(by.id), verb: 'open', caseId: idForAudit(caseId), place: 'personal', what: nameOfPage(about), outcome: 'done' }]);
  const { reading } = done?.desk ?? found;
  return { shown: presentOthersCase(reading, { about, ...(done ? { said: 'It is recorded that you opened this case.' } : {}) }) };
}

const isInOneOf = async ({ messenger }: Parts, person: string, places: readonly string[]): Promise<boolean> => (await Promise.all(places.map((id) => messenger.isIn(person, id)))).includes(true);

const openedToday = ({ state }: CaseDesk, { at, by }: Turn): boolean => state.openings.some((opening) => opening.by === by.id && dayInLondon(opening.at) === dayInLondon(at));

/** The trail takes names of the code, and a card may send anything. */
const nameOfPage = (about: string): string => (/^[A-Za-z0-9][A-Za-z0-9-]{0,59}$/.test(about) ? about : 'overview');

async function handOverShown(parts: Parts, turn: Turn, organisation: Organisation, caseId: string, lines: { problem?: string; fields?: Readonly<Record<string, string>> } = {}): Promise<Shown> {
  const teams = await casesOf(parts, turn, organisation, 'all');
  const head = teams.flatMap(({ cases }) => cases).find((one) => one.caseId === caseId);
  if (!head) return notYours(parts);
  return draw(parts, turn, organisation, { kind: 'hand-over', head, workers: workersToGiveTo(organisation, parts.settings, turn.by.id, head.worker), ...lines });
}

async function handOverOne(parts: Parts, turn: Turn, organisation: Organisation, { caseId, to, reason }: ActionOf<'hand-over'>): Promise<Outcome> {
  const done = await handOver(parts, turn, organisation, { caseId, to, reason });
  if (done.kind === 'refused') return { shown: await handOverShown(parts, turn, organisation, caseId, { problem: refusalText(done.reason), fields: { reason } }) };
  const { ref, workerName } = done.desk.state;
  return { shown: await teamShown(parts, turn, organisation, 0, { said: `${ref} is with ${workerName} now.` }), owes: caseId };
}
