/** Stopping for now, and coming back: on another day or another device. */
import type { CaseReading } from '../domain/analysis/caseReading';
import { dayInWords } from '../domain/plan/days';
import { inputId } from './actions';
import { mainButton, menuButton, sideButton } from './buttons';
import { renderForm } from './formCard';
import { headerOf, newsOf } from './header';
import { renderList } from './listCard';
import type { AdaptiveCard } from './registry';
import { show } from './show';

type Lines = { readonly problem?: string; readonly said?: string };

export function presentPause(reading: CaseReading, lines: Lines): AdaptiveCard {
  const { caseId, state, today } = reading;
  return renderForm({
    header: headerOf(reading, 'Pause'),
    news: newsOf(lines),
    title: 'Stop here for now',
    intro: 'Everything is kept. Go on from here whenever you like, on any device.',
    days: [{ id: inputId('until', state.rev), label: 'Until (if you know)', value: '', min: today }],
    buttons: [mainButton('Pause', { verb: 'pause', caseId, rev: state.rev }), sideButton('Go on talking', show(reading, 'talk')), menuButton('Close the case', show(reading, 'exits'))],
  });
}

export function presentPaused(reading: CaseReading, lines: Lines): AdaptiveCard {
  const { caseId, state, concerns } = reading;
  const until = state.paused?.until;
  const open = concerns.filter((concern) => concern.state === 'open' && concern.urgency !== 'ROUTINE').length;
  return renderList({
    header: headerOf(reading, 'Paused'),
    news: newsOf(lines),
    title: until === undefined ? 'Paused' : `Paused until ${dayInWords(until)}`,
    intro: 'Nothing is lost. You go on exactly where you were.',
    foot: open === 0 ? '' : 'Something here still waits for a named person. A pause does not stop that.',
    buttons: [mainButton('Go on now', { verb: 'resume', caseId }), ...(open === 0 ? [] : [sideButton('See what waits', show(reading, 'concerns'))]), sideButton('My cases', { verb: 'cases' }), menuButton('Close the case', show(reading, 'exits'))],
  });
}
