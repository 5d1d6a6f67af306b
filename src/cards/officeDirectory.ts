/** Where the activities come from: each source, how old it is, and what became of bringing it in again. */
import type { DirectorySource } from '../domain/activities/directorySource';
import { dayInWords } from '../domain/plan/days';
import { sideButton, tile, type Tile } from './buttons';
import { escapeText, plainLine, shorten } from './escape';
import { backToOffice, renderOffice } from './officeCard';
import type { OfficeScreen } from './officeScreen';
import type { AdaptiveCard } from './registry';

const mostShown = 5;
const mostLines = 3;

export function presentDirectory(screen: Extract<OfficeScreen, { kind: 'directory' }>): AdaptiveCard {
  const { sources, services, waiting } = screen;
  const shown = sources.slice(0, mostShown);
  const more = sources.length > mostShown ? [{ label: '', items: [`And ${sources.length - mostShown} more sources.`] }] : [];
  const tiles = shown.filter(({ isRefreshable, run }) => isRefreshable && run?.state !== 'going-on').map(refreshTile);
  return renderOffice({
    screen,
    title: 'The directory',
    intro: sources.length === 0 ? 'No directory was brought in yet, or it cannot be read. Whoever runs Threefold brings the first one in.' : 'Where the activities come from. What is withdrawn is kept, and not offered.',
    blocks: [...shown.map((source) => ({ label: escapeText(shorten(source.name, 60)), items: linesOf(source) })), ...more],
    groups: [...(services === 0 ? [] : [{ label: 'What is said of activities', tiles: [checkTile(services, waiting)] }]), ...(tiles.length === 0 ? [] : [{ label: 'Bring in again', tiles }])],
    foot: sources.length === 0 ? '' : 'A new source, and files, are brought in by whoever runs Threefold. Nothing changes here until all of it is in.',
    buttons: [...(services === 0 ? [] : [sideButton('Find one', { verb: 'find-service' })]), sideButton('Look again', { verb: 'office', screen: 'directory' }), backToOffice],
  });
}

const checkTile = (services: number, waiting: number): Tile =>
  waiting === 0
    ? tile('All were looked at', { verb: 'find-service', words: '' }, { note: 'Look one up by its name' })
    : tile('Check them one by one', { verb: 'check-tags' }, { note: `${waiting.toLocaleString('en-GB')} of ${services.toLocaleString('en-GB')} to look at, the most used and the least clear first` });

const refreshTile = ({ name }: DirectorySource): Tile => tile(plainLine(name, 60), { verb: 'refresh-source', which: name }, { text: escapeText(shorten(name, 60)), note: 'From the same place as before' });

function linesOf({ day, services, withdrawn, unchecked, run }: DirectorySource): string[] {
  return [
    `${services.toLocaleString('en-GB')} on offer${withdrawn === 0 ? '' : `, ${withdrawn.toLocaleString('en-GB')} withdrawn`}. Brought in on ${dayInWords(day)} ${day.slice(0, 4)}.`,
    ...(unchecked === 0 ? [] : [`No check in the last half year is listed for ${unchecked.toLocaleString('en-GB')} of them.`]),
    ...(run === undefined ? [] : run.state === 'going-on' ? [`Being brought in again: ${run.rows.toLocaleString('en-GB')}${run.of === undefined ? '' : ` of ${run.of.toLocaleString('en-GB')}`} read.`] : [`**${run.isDone ? 'Brought in again.' : 'Not brought in.'}** ${escapeText(shorten(run.said[0] ?? '', 200))}`, ...run.said.slice(1, mostLines).map((line) => escapeText(shorten(line, 120)))]),
  ];
}
