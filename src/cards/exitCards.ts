/** The ways a case can end, the record that each needs, and the closed case. */
import type { CaseReading } from '../domain/analysis/caseReading';
import type { Exit } from '../domain/framework/content';
import { mainButton, menuButton, sideButton, tile, type Tile } from './buttons';
import { escapeText, shorten } from './escape';
import { field, renderForm } from './formCard';
import { headerOf, newsOf } from './header';
import { renderList } from './listCard';
import type { AdaptiveCard } from './registry';
import { show } from './show';

type Lines = { readonly problem?: string; readonly typed?: string; readonly said?: string; readonly fields?: Readonly<Record<string, string>> };

export function presentExits(reading: CaseReading, lines: Lines): AdaptiveCard {
  const suggested = new Map(reading.conversation.fired.flatMap(({ trigger }) => (trigger.suggestsExit === undefined ? [] : [[trigger.suggestsExit, trigger.why] as const])));
  const tiles = reading.content.exits.map((exit) => ({ exit, why: suggested.get(exit.code) }));
  const usual: readonly string[] = reading.content.process.find(({ id }) => id === reading.process.here)?.exits ?? [];
  const asTile = ({ exit, why }: (typeof tiles)[number]): Tile => tile(exit.label, show(reading, 'exit', exit.code), { text: escapeText(exit.label), note: escapeText(shorten(why ?? exit.means, 120)) });
  const others = tiles.filter(({ why }) => why === undefined);
  const byUse = (one: (typeof tiles)[number], other: (typeof tiles)[number]): number => usual.indexOf(one.exit.code) - usual.indexOf(other.exit.code);
  const isUsual = ({ exit: { code } }: (typeof tiles)[number]): boolean => usual.includes(code);
  return renderList({
    header: headerOf(reading, 'Ending'),
    news: newsOf(lines),
    title: 'How does this end?',
    intro: 'You decide. Nothing is closed before you have said why.',
    groups: [
      { label: 'What was said points to', tiles: tiles.filter(({ why }) => why !== undefined).map(asTile) },
      { label: 'Usual where this case stands', tiles: others.filter(isUsual).sort(byUse).map(asTile) },
      { label: 'Or', tiles: others.filter((other) => !isUsual(other)).map(asTile) },
    ].filter(({ tiles: some }) => some.length > 0),
    buttons: [sideButton('Go on talking', show(reading, 'talk')), sideButton('Pause, do not close', show(reading, 'pause')), sideButton('I’m worried', show(reading, 'worried'))],
  });
}

export function presentExit(reading: CaseReading, screen: Lines & { readonly about: string }): AdaptiveCard {
  const { caseId, state } = reading;
  const exit = exitOf(reading, screen.about);
  if (!exit) return presentExits(reading, screen);
  const hasDay = exit.code === 'P';
  return renderForm({
    header: headerOf(reading, 'Ending'),
    news: newsOf(screen),
    title: escapeText(exit.label),
    intro: escapeText(exit.means),
    blocks: [{ label: 'Before you close', items: [escapeText(exit.offer)] }],
    boxes: [field('reason', state.rev, 'Why, in their words if you can', { value: screen.typed ?? '' })],
    lines: [field('told', state.rev, 'Who was told (if anybody)', { value: screen.fields?.['told'] ?? '' }), field('offered', state.rev, 'What was offered (if anything)', { value: screen.fields?.['offered'] ?? '' })],
    foot: ['The case stays readable, and can be opened again.', ...(hasDay ? ['Nobody is reminded of the day once the case is closed.'] : [])].join(' '),
    buttons: [mainButton('Close the case', { verb: 'close-case', caseId, rev: state.rev, exit: exit.code }), ...(hasDay ? [sideButton('Pause until that day', show(reading, 'pause'))] : []), sideButton('Another way', show(reading, 'exits')), (hasDay ? menuButton : sideButton)('Go on talking', show(reading, 'talk'))],
  });
}

const mostOfALine = 2000;

export function presentClosed(reading: CaseReading, lines: Lines): AdaptiveCard {
  const { caseId, state } = reading;
  const { closed } = state;
  const label = closed === undefined ? 'Closed' : (exitOf(reading, closed.exit)?.label ?? 'Closed');
  const said = [
    closed?.reason === undefined ? '' : `Why: ${escapeText(shorten(closed.reason, mostOfALine))}`,
    closed?.told === undefined ? '' : `Told: ${escapeText(shorten(closed.told, mostOfALine))}`,
    closed?.offered === undefined ? '' : `Offered: ${escapeText(shorten(closed.offered, mostOfALine))}`,
  ].filter((line) => line !== '');
  return renderForm({
    header: headerOf(reading, 'Closed'),
    news: newsOf(lines),
    title: `Closed: ${escapeText(label)}`,
    blocks: said.length === 0 ? [] : [{ label: '', items: said }],
    foot: 'Everything can still be read. The door stays open.',
    buttons: [sideButton('Open it again', { verb: 'reopen', caseId, rev: state.rev }), sideButton('See the plan', show(reading, 'plan')), sideButton('My cases', { verb: 'cases' })],
  });
}

const exitOf = ({ content }: CaseReading, code: string): Exit | undefined => content.exits.find((exit) => exit.code === code);
