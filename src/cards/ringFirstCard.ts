/** An activity was chosen that nobody has checked for long: one tap says what was heard by ringing. */
import type { CaseReading } from '../domain/analysis/caseReading';
import type { Heard } from '../domain/learnt/learnt';
import { factsOf } from './activityFacts';
import { mainButton, menuButton, sideButton, tile, type Press } from './buttons';
import { caseFormCard } from './caseForm';
import { escapeText, shorten } from './escape';
import { headerOf, newsOf } from './header';
import { renderList } from './listCard';
import { renderCard, type AdaptiveCard } from './registry';
import type { CaseScreen } from './screen';
import { show } from './show';

export function presentRingFirst(reading: CaseReading, screen: Extract<CaseScreen, { kind: 'ring-first' }>): AdaptiveCard {
  const { caseId, state, today } = reading;
  const activity = reading.standingOf(screen.about)?.option.activity;
  if (activity === undefined) return presentNobody(reading, screen);
  const rung = (heard: Heard): Press => ({ verb: 'rung', caseId, rev: state.rev, activity: screen.about, heard });
  return renderCard(caseFormCard, {
    fallback: 'Please update Teams to say what you heard.',
    header: headerOf(reading, 'Ring first'),
    news: newsOf(screen),
    title: `Please ring ${escapeText(shorten(activity.name, 60))} first`,
    intro: `It is chosen. ${factsOf(activity, today)}.`,
    boxes: [],
    choices: [],
    ask: 'What did you hear?',
    tiles: [
      tile('I rang: it is still so', rung('still-so'), { note: 'Then it counts as checked today' }),
      tile('I rang: something has changed', rung('changed'), { note: 'Others are told to ring first' }),
      tile('I rang: it is closed', rung('closed'), { note: 'It does not come first any more' }),
    ],
    foot: 'What you heard is shown to all link workers, without this case.',
    buttons: [mainButton('I will ring later', show(reading, 'talk')), menuButton('See the plan', show(reading, 'plan')), menuButton('Other options', show(reading, 'options'))],
  });
}

/** There is nobody to ring: nothing is chosen, or it is no longer listed. */
function presentNobody(reading: CaseReading, screen: Extract<CaseScreen, { kind: 'ring-first' }>): AdaptiveCard {
  return renderList({
    header: headerOf(reading, 'Ring first'),
    news: newsOf(screen),
    title: screen.about === '' ? 'Nothing is chosen yet' : 'It is not on the list any more',
    intro: screen.about === '' ? 'Choose an activity first, and then say what you heard.' : 'So there is nobody here to ring. You can look for something else together.',
    buttons: [mainButton(screen.about === '' ? 'See options' : 'Other options', show(reading, 'options')), sideButton('See the plan', show(reading, 'plan')), sideButton('Go on talking', show(reading, 'talk'))],
  });
}
