/** Looking at the plan again together: what it was like, how far along, and what now. */
import type { CaseReading } from '../domain/analysis/caseReading';
import { dayInLondon } from '../domain/case/londonTime';
import { dayInWords } from '../domain/plan/days';
import { inputId } from './actions';
import { sideButton, tile, type Press } from './buttons';
import { caseFormCard } from './caseForm';
import { cleanText, quoted } from './escape';
import { headerOf, newsOf } from './header';
import { lineText } from './planBlocks';
import { renderCard, type AdaptiveCard } from './registry';
import type { CaseScreen } from './screen';
import { show } from './show';

type Screen = Extract<CaseScreen, { kind: 'hold-review' }>;

const far = Array.from({ length: 11 }, (_, value) => ({ title: value === 0 ? '0: not started' : value === 10 ? '10: all the way' : String(value), value: String(value) }));

/** What was said when they looked at it last, or at the first visit: what comes now is held against it. */
function lastTime({ state: { reviews, firstVisit } }: CaseReading): string {
  const last = reviews.at(-1);
  const far = last?.progress === undefined ? '' : ` ${last.progress} of 10.`;
  if (last) return `Last time, on ${dayInWords(dayInLondon(last.at))}: ${quoted(last.words, 200)}${far}`;
  return firstVisit?.words === undefined ? '' : `Of the first visit: ${quoted(firstVisit.words, 200)}`;
}

export function presentHoldReview(reading: CaseReading, screen: Screen): AdaptiveCard {
  const { caseId, state } = reading;
  const then = (next: 'keep' | 'change' | 'stop'): Press => ({ verb: 'hold-review', caseId, rev: state.rev, then: next });
  const goal = reading.plan().goals[0];
  return renderCard(caseFormCard, {
    fallback: 'Please update Teams to record the review.',
    header: headerOf(reading, 'Review'),
    news: newsOf(screen),
    title: 'Looking at it again together',
    intro: [goal ? `The goal: ${lineText(goal, 200)}` : '', lastTime(reading)].filter((line) => line !== '').join('\n\n'),
    boxes: [{ id: inputId('words', state.rev), label: 'What was it like? What has changed?', placeholder: 'In their words', value: cleanText(screen.typed ?? '') }],
    choices: [{ id: inputId('progress', state.rev), label: 'How far along, as they see it', look: 'compact', value: '', options: far }],
    ask: 'What now?',
    tiles: [
      tile('Keep going with this plan', then('keep'), { note: 'You agree the next day to look at it' }),
      tile('Change the plan', then('change'), { note: 'You can edit it and post a new version' }),
      tile('Stop here', then('stop'), { note: 'The plan is kept, and the case stays open until you close it' }),
    ],
    foot: '',
    buttons: [sideButton('Back', show(reading, 'summary'))],
  });
}
