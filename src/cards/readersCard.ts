/** Who can see this case, who did, and whose it was: told to its own worker. */
import { dayInLondon } from '../domain/case/londonTime';
import type { CaseReading } from '../domain/analysis/caseReading';
import { dayInWords } from '../domain/plan/days';
import { sideButton } from './buttons';
import { escapeText, shorten, unbroken } from './escape';
import { renderForm } from './formCard';
import { headerOf, newsOf } from './header';
import type { AdaptiveCard } from './registry';
import { show } from './show';

/** What the organisation says of it, by name. `team` is absent where there are no teams. */
export type Readers = { readonly team?: string; readonly supervisors: readonly string[]; readonly administrators: readonly string[]; /** Who took a copy of the whole record, as the person may ask for. */ readonly copies: readonly { readonly name: string; readonly at: string }[]; /** Who opened a posted plan in full. */ readonly planReaders: readonly { readonly name: string; readonly at: string }[] };

const mostNames = 6;
const mostOpenings = 8;

export function presentReaders(reading: CaseReading, screen: { readonly readers: Readers; readonly said?: string; readonly problem?: string }): AdaptiveCard {
  const { readers } = screen;
  return renderForm({
    header: headerOf(reading, 'Who can see'),
    news: newsOf(screen),
    title: 'Who can see this case',
    blocks: [
      { label: 'You', items: ['You see all of it, and nobody else can change it.'] },
      { label: 'Supervisors', items: [supervisorsLine(readers)] },
      { label: 'The channel', items: channelLines(reading) },
      { label: 'Administrators and managers', items: [`${readers.administrators.length === 0 ? 'Administrators' : names(readers.administrators)} can hand the case over to another link worker, and cannot read it. Managers see counts only.`] },
      { label: 'Who opened it', items: openingLines(reading, readers) },
      { label: 'Whose it was', items: handoverLines(reading) },
    ].filter(({ items }) => items.length > 0),
    buttons: [sideButton('Go on talking', show(reading, 'talk')), sideButton('Where things stand', show(reading, 'summary'))],
  });
}

function names(all: readonly string[]): string {
  const shown = all.slice(0, mostNames).map((name) => escapeText(shorten(name, 40)));
  const rest = all.length - shown.length;
  return `${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function supervisorsLine({ team, supervisors }: Readers): string {
  if (team === undefined) return 'No team is set up for you, so nobody else can open it.';
  if (supervisors.length === 0) return `${escapeText(shorten(team, 60))} has no supervisor yet, so nobody else can open it.`;
  return `${names(supervisors)}: can read all of it, one to one with me. Each time you are shown who did, and why if they said so.`;
}

function channelLines({ state }: CaseReading): string[] {
  const places = [...new Set(state.submissions.filter(({ message }) => message !== undefined).map(({ place }) => place.name))];
  if (places.length === 0) return ['Nothing of it was posted yet.'];
  return [`Everybody in ${places.slice(0, mostNames).map((name) => escapeText(shorten(name, 40))).join(', ')} can read the plan that was posted there: under ${unbroken(state.ref)}, without the name.`];
}

function openingLines({ state }: CaseReading, { planReaders, copies }: Readers): string[] {
  const opened = state.openings.map(({ at, name, reason }) => ({ at, line: `${escapeText(shorten(name, 40))}${reason === undefined ? '' : `: ${escapeText(shorten(reason, 80))}`}` }));
  const read = planReaders.map(({ at, name }) => ({ at, line: `${escapeText(shorten(name, 40))}: the posted plan in full` }));
  const taken = copies.map(({ at, name }) => ({ at, line: `${escapeText(shorten(name, 40))}: a copy of the whole record` }));
  const all = [...opened, ...read, ...taken].sort((a, b) => b.at.localeCompare(a.at)).slice(0, mostOpenings);
  return all.length === 0 ? ['Nobody so far.'] : all.map(({ at, line }) => `${dayInWords(dayInLondon(at))}, ${line}`);
}

const handoverLines = ({ state }: CaseReading): string[] => state.handovers.slice(-mostOpenings).map(({ at, fromName, toName, name, reason }) => `${dayInWords(dayInLondon(at))}: from ${escapeText(shorten(fromName, 40))} to ${escapeText(shorten(toName, 40))}, by ${escapeText(shorten(name, 40))} (${escapeText(shorten(reason, 80))})`);
