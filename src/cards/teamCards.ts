/** What a supervisor sees of their teams: references, never names of people; and how a case goes to somebody else. */
import { dayInLondon } from '../domain/case/londonTime';
import { memberOf, nameOfMember, type Member } from '../domain/organisation/organisation';
import { isAway } from '../domain/organisation/organisation';
import { dayInWords } from '../domain/plan/days';
import { mainButton, sideButton, tile, type Tile } from './buttons';
import { escapeText, plainLine, shorten, unbroken } from './escape';
import { field } from './formCard';
import { backToMyCases, backToOffice, officeList, renderOffice } from './officeCard';
import type { ListedCase, OfficeDesk, OfficeScreen, TeamCases } from './officeScreen';
import type { AdaptiveCard } from './registry';

const aPage = 12;

export function presentMyTeam(screen: Extract<OfficeScreen, { kind: 'my-team' }>, desk: OfficeDesk): AdaptiveCard {
  const all = screen.teams.flatMap(({ team, cases }) => cases.map((one) => ({ team, one })));
  const page = all.slice(screen.from, screen.from + aPage);
  const groups = screen.teams.map(({ team }) => ({ label: escapeText(shorten(team.name, 60)), tiles: page.filter((found) => found.team === team).map(({ one }) => caseTile(one, desk)) }));
  const next = screen.from + aPage;
  return renderOffice({
    screen,
    title: screen.teams.length === 1 ? 'Your team' : 'Your teams',
    intro: all.length === 0 ? 'No case is open in it.' : 'Tap a case to read it. Whoever works on it is shown that you did. You can read it and hand it over; you cannot change it.',
    groups: groups.filter(({ tiles }) => tiles.length > 0),
    lines: all.length === 0 ? [] : [field('reason', desk.organisation.rev, 'Why you read it (if you like)', { placeholder: 'Its link worker sees this' })],
    foot: all.length > page.length ? `${screen.from + 1} to ${screen.from + page.length} of ${all.length}. Or type “open case” and the reference.` : '',
    buttons: [...(next < all.length ? [sideButton('More cases', { verb: 'team', from: next })] : []), ...(screen.from > 0 ? [sideButton('From the beginning', { verb: 'team' })] : []), backToMyCases],
  });
}

/** Those that wait for somebody come first, then those that nobody has touched for longest. */
export const inOrder = (cases: readonly ListedCase[]): TeamCases['cases'] => [...cases].sort((a, b) => Math.sign(b.openConcerns) - Math.sign(a.openConcerns) || a.touchedAt.localeCompare(b.touchedAt) || a.ref.localeCompare(b.ref));

function caseTile({ caseId, ref, worker, state, stage, touchedAt, openConcerns }: ListedCase, { organisation, stages, today }: OfficeDesk): Tile {
  const member = memberOf(organisation, worker);
  const concerns = openConcerns === 0 ? [] : [openConcerns === 1 ? '▲ one concern open' : `▲ ${openConcerns} concerns open`];
  const note = [...concerns, `${nameOfMember(member)}${standing(member, today)}`, ...(state === 'paused' ? ['paused'] : [stages.get(stage) ?? '']), `last touched ${dayInWords(dayInLondon(touchedAt))}`].filter((part) => part !== '').join(' · ');
  return tile(plainLine(ref, 40), { verb: 'case-of-team', caseId }, { text: escapeText(ref), note: escapeText(shorten(note, 200)) });
}

const standing = (member: Member, today: string): string => (member.leftAt !== undefined ? ' (has left)' : member.worksIn === undefined ? ' (not in the team any more)' : isAway(member, today) ? ' (on leave)' : '');

/** Nobody is given cases by a list that was not looked at. */
const onlyOne = <Item>(items: readonly Item[]): Item | undefined => (items.length === 1 ? items[0] : undefined);

const workerList = (workers: readonly Member[], { organisation, today }: OfficeDesk, label = 'Who gets it') =>
  officeList('to', organisation.rev, label, workers.map((member) => ({ title: `${nameOfMember(member)}${standing(member, today)}`, value: member.id })), onlyOne(workers)?.id);

export function presentHandOver(screen: Extract<OfficeScreen, { kind: 'hand-over' }>, desk: OfficeDesk): AdaptiveCard {
  const { head, workers, fields } = screen;
  const { caseId, ref, worker } = head;
  return renderOffice({
    screen,
    title: `Hand over ${unbroken(ref)}`,
    intro: workers.length === 0 ? 'There is no other link worker to whom it could go. An administrator can put one in the team.' : `It is with ${escapeText(nameOfMember(memberOf(desk.organisation, worker)))} now. Whoever gets it sees all of it; whoever had it does not any more. Nothing is lost.`,
    lines: workers.length === 0 ? [] : [field('reason', desk.organisation.rev, 'Why', { value: fields?.['reason'] ?? '', placeholder: 'Both can read this in the case' })],
    choices: workerList(workers, desk),
    buttons: [...(workers.length === 0 ? [] : [mainButton('Hand it over', { verb: 'hand-over', caseId })]), sideButton('Back to the team', { verb: 'team' })],
  });
}

export function presentHandOverAll(screen: Extract<OfficeScreen, { kind: 'hand-over-all' }>, desk: OfficeDesk): AdaptiveCard {
  const { about, open, workers, fields } = screen;
  const name = escapeText(shorten(nameOfMember(memberOf(desk.organisation, about)), 60));
  const some = open > 0 && workers.length > 0;
  return renderOffice({
    screen,
    title: `Cases of ${name}`,
    intro: open === 0 ? 'None is open: there is nothing to hand over.' : workers.length === 0 ? 'There is no other link worker to whom they could go. Put one in a team first.' : `${open === 1 ? 'One case is' : `${open} cases are`} open. Whoever gets them is told. You do not see what is in them.`,
    lines: some ? [field('reason', desk.organisation.rev, 'Why', { value: fields?.['reason'] ?? '', placeholder: 'Both can read this in the cases' })] : [],
    choices: some ? workerList(workers, desk, open === 1 ? 'Who gets it' : 'Who gets them') : [],
    buttons: [...(some ? [mainButton(open === 1 ? 'Hand it over' : `Hand over all ${open}`, { verb: 'hand-over-all', person: about })] : []), backToOffice],
  });
}
