/** The person's own copy of the plan, in words that can be copied from here: for a letter, a message, large print, or to read aloud. Nothing is sent. */
import type { CaseReading } from '../domain/analysis/caseReading';
import { mustAskWhatIsSafe } from '../domain/activities/gates';
import { mostInABox } from '../domain/case/case';
import { planText } from '../domain/plan/planText';
import { mainButton, menuButton, sideButton } from './buttons';
import { escapeText, shorten } from './escape';
import { field, renderForm } from './formCard';
import { mendTile } from './gateCard';
import { headerOf, newsOf } from './header';
import { noBanner } from './listCard';
import { standsAs } from './planCard';
import type { AdaptiveCard } from './registry';
import type { CaseScreen } from './screen';
import { show } from './show';

type Screen = Extract<CaseScreen, { kind: 'copy' }>;

export function presentCopy(reading: CaseReading, screen: Screen): AdaptiveCard {
  const body = reading.plan();
  const text = planText(body, { audience: 'person' });
  const asked = reading.gate().filter(({ id, ok }) => id === 'copy' && !ok);
  return renderForm({
    header: headerOf(reading, 'Plan'),
    news: newsOf(screen),
    title: 'Their copy',
    intro: text === '' ? 'There is nothing in the plan yet.' : [standsAs(reading, body), wanted(body.copy.map((line) => line.text))].filter((line) => line !== '').join('\n\n'),
    banner: mustAskWhatIsSafe(reading.concerns) ? { title: 'Ask first what is safe', text: 'A safety action is open. Send and hand over nothing before they have said how. Whoever is at home may read it.', style: 'warning' } : noBanner,
    boxes: text === '' ? [] : [field('copy', reading.state.rev, 'Select all of it and copy it', { value: inABox(text) })],
    groups: text === '' || asked.length === 0 ? [] : [{ label: '', tiles: asked.map((item) => mendTile(item, reading)) }],
    foot: text === '' ? '' : `Read it with them first. Nothing is sent from here, and what you change in the box is not kept.${text.length > mostInABox ? ' It is longer than a box can hold: the last part stands on the plan alone.' : ''} For large print, paste it where you can set 18 points. Easy Read with pictures has to be made by hand.`,
    buttons: [mainButton('Back to the plan', show(reading, 'plan')), sideButton('Where things stand', show(reading, 'summary')), menuButton('I\u2019m worried', show(reading, 'worried'))],
  });
}

const wanted = (ways: readonly string[]): string => (ways.length === 0 ? '' : `How they would like it: ${ways.map((way) => escapeText(shorten(way, 120))).join('; ')}`);

/** Whole parts of the plan. */
const inABox = (text: string): string => (text.length <= mostInABox ? text : text.slice(0, text.lastIndexOf('\n\n', mostInABox)));
