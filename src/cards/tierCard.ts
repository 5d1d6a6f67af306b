/** How much support there should be, when the link worker sees it otherwise than the answers alone. */
import type { CaseReading } from '../domain/analysis/caseReading';
import { inputId } from './actions';
import { sideButton, tile } from './buttons';
import { caseFormCard } from './caseForm';
import { cleanText, escapeText } from './escape';
import { headerOf, newsOf } from './header';
import { renderCard, type AdaptiveCard } from './registry';
import type { CaseScreen } from './screen';
import { show } from './show';
import { tierName, tierWords } from './tierWords';

type Screen = Extract<CaseScreen, { kind: 'tier' }>;

/** Acting at once is not chosen here: it follows from what is open, and ends when somebody has taken it on. */
const choosable = tierWords.slice(0, 5);

export function presentTier(reading: CaseReading, screen: Screen): AdaptiveCard {
  const { caseId, state, tier } = reading;
  return renderCard(caseFormCard, {
    fallback: 'Please update Teams to change how much support there is.',
    header: headerOf(reading, 'So far'),
    news: newsOf(screen),
    title: 'How much support?',
    intro: `Now: ${tierName(tier.is).toLowerCase()}. It is about who helps. It says nothing about how the person is doing.`,
    boxes: [{ id: inputId('reason', state.rev), label: 'Why you see it otherwise', placeholder: '', value: cleanText(screen.typed ?? state.tierChange?.reason ?? '') }],
    choices: [],
    ask: '',
    tiles: choosable.map(({ name, means }, index) => tile(name, { verb: 'change-tier', caseId, rev: state.rev, tier: index }, { text: name, note: escapeText(means), chosen: tier.is === index })),
    foot: tier.is === 5 ? 'Something must be taken on first. What you choose here holds from then on.' : '',
    buttons: [sideButton('Back', show(reading, 'summary'))],
  });
}
