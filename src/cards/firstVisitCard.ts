/** Whether the first visit happened; if not, what it was about: the person, what is around them, or the activity. */
import type { CaseReading } from '../domain/analysis/caseReading';
import { inputId } from './actions';
import type { Found, Reply } from '../domain/learnt/learnt';
import { menuButton, sideButton, tile, type Press } from './buttons';
import { caseFormCard } from './caseForm';
import { cleanText, escapeText, shorten } from './escape';
import { headerOf, newsOf } from './header';
import { renderCard, type AdaptiveCard } from './registry';
import type { CaseScreen } from './screen';
import { show } from './show';

type Screen = Extract<CaseScreen, { kind: 'first-visit' }>;

export function presentFirstVisit(reading: CaseReading, screen: Screen): AdaptiveCard {
  const { caseId, state } = reading;
  const visit = (went: 'yes' | 'no', more: { readonly lies?: 'person' | 'environment' | 'occupation'; readonly found?: Found } = {}): Press => ({ verb: 'first-visit', caseId, rev: state.rev, went, ...more });
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
      tile('Yes, and it went well', visit('yes', { found: 'well' })),
      tile('Yes, but it was not as listed', visit('yes', { found: 'not-as-described' })),
      tile('Yes, they went', visit('yes')),
      tile('No: something about them', visit('no', { lies: 'person' }), { note: 'Health, energy, nerves, not wanting to' }),
      tile('No: something around them', visit('no', { lies: 'environment' }), { note: 'Getting there, money, company, nobody rang back' }),
      tile('No: it was closed', visit('no', { lies: 'occupation', found: 'closed' })),
      tile('No: it was full', visit('no', { lies: 'occupation', found: 'full' })),
      tile('No: something about the activity', visit('no', { lies: 'occupation' }), { note: 'Too hard, too easy, not what they thought' }),
      tile('No, and I do not know why', visit('no')),
    ],
    foot: 'Not going is something to learn from. What it says of the activity is shown to all link workers, without this case.',
    buttons: [sideButton('Back', show(reading, 'summary')), ...(state.chosen ? [menuButton('What they answered', show(reading, 'reply'))] : [])],
  });
}

/** What those who run the chosen activity made of the introduction. */
export function presentReply(reading: CaseReading, screen: Extract<CaseScreen, { kind: 'reply' }>): AdaptiveCard {
  const { caseId, state } = reading;
  const answered = (reply: Reply): Press => ({ verb: 'replied', caseId, rev: state.rev, reply });
  const what = state.chosen?.name;
  return renderCard(caseFormCard, {
    fallback: 'Please update Teams to record what they answered.',
    header: headerOf(reading, 'The introduction'),
    news: newsOf(screen),
    title: what === undefined ? 'Nothing is chosen yet' : `What did ${escapeText(shorten(what, 60))} answer?`,
    intro: what === undefined ? 'Choose an activity first.' : 'To your introduction, which the person agreed to.',
    boxes: [],
    choices: [],
    ask: what === undefined ? '' : 'Their answer',
    tiles: what === undefined ? [] : [tile('They said yes', answered('accepted')), tile('They said no', answered('declined')), tile('They did not answer', answered('no-reply'))],
    foot: what === undefined ? '' : 'How often and how soon they answer is shown to all link workers, without this case.',
    buttons: [sideButton('Back', show(reading, 'summary'))],
  });
}
