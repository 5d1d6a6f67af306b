/** Whether the first visit happened; if not, where it lay: with the person, around them, or in the activity. */
import type { CaseReading } from '../domain/analysis/caseReading';
import { inputId } from './actions';
import { sideButton, tile, type Press } from './buttons';
import { caseFormCard } from './caseForm';
import { cleanText, escapeText, shorten } from './escape';
import { headerOf, newsOf } from './header';
import { renderCard, type AdaptiveCard } from './registry';
import type { CaseScreen } from './screen';
import { show } from './show';

type Screen = Extract<CaseScreen, { kind: 'first-visit' }>;

export function presentFirstVisit(reading: CaseReading, screen: Screen): AdaptiveCard {
  const { caseId, state } = reading;
  const visit = (went: 'yes' | 'no', lies?: 'person' | 'environment' | 'occupation'): Press => ({ verb: 'first-visit', caseId, rev: state.rev, went, ...(lies === undefined ? {} : { lies }) });
  const what = state.chosen?.name;
  return renderCard(caseFormCard, {
    fallback: 'Please update Teams to record the first visit.',
    header: headerOf(reading, 'First visit'),
    news: newsOf(screen),
    title: what === undefined ? 'How did the first time go?' : `How did the first time go: ${escapeText(shorten(what, 60))}?`,
    intro: state.firstVisit ? `Recorded so far: ${state.firstVisit.went ? 'they went' : 'they did not go'}. A new answer stands beside it.` : '',
    boxes: [{ id: inputId('words', state.rev), label: 'In their words (if you like)', placeholder: 'Type it first, then tap below', value: cleanText(screen.typed ?? '') }],
    choices: [],
    ask: 'Did they go?',
    tiles: [
      tile('Yes, they went', visit('yes')),
      tile('No: it lay with them', visit('no', 'person'), { note: 'Health, energy, nerves, not wanting to' }),
      tile('No: it lay around them', visit('no', 'environment'), { note: 'Getting there, money, company, nobody rang back' }),
      tile('No: it lay in the activity', visit('no', 'occupation'), { note: 'Closed, changed, too hard, not what they thought' }),
      tile('No, and I do not know why', visit('no')),
    ],
    foot: 'Not going is something to learn from. The options are read again with it.',
    buttons: [sideButton('Back', show(reading, 'summary'))],
  });
}
