import type { CaseReading } from '../domain/analysis/caseReading';
import { mainButton, menuButton, sideButton } from './buttons';
import { field, renderForm } from './formCard';
import { headerOf, newsOf } from './header';
import type { AdaptiveCard } from './registry';
import { show } from './show';

/** Putting the name or the year right, and choosing how the conversation goes on. */
export function presentPerson(reading: CaseReading, screen: { readonly problem?: string; readonly typed?: string; readonly said?: string }): AdaptiveCard {
  const { caseId, state } = reading;
  const here = { caseId, rev: state.rev };
  return renderForm({
    header: headerOf(reading, 'Name'),
    news: newsOf(screen),
    title: 'What shall I call them?',
    intro: 'A preferred name or initials are enough. The name stays in your own chat; what is posted carries the reference.',
    lines: [field('name', state.rev, 'Preferred name or initials', { value: screen.typed ?? state.name }), field('year', state.rev, 'Year of birth (if you like)', { value: state.yearOfBirth === undefined ? '' : String(state.yearOfBirth), placeholder: '1950' })],
    buttons: [
      mainButton('Keep this', { verb: 'correct-person', ...here }),
      sideButton('Go back', show(reading, 'talk')),
      ...(state.mode === 'together' ? [] : [menuButton('We are together now', { verb: 'change-mode', ...here, mode: 'together' })]),
      ...(state.mode === 'phone' ? [] : [menuButton('We are on the phone now', { verb: 'change-mode', ...here, mode: 'phone' })]),
      ...(state.mode === 'notes' ? [] : [menuButton('I am writing it up', { verb: 'change-mode', ...here, mode: 'notes' })]),
    ],
  });
}
