/** An older card was pressed: what it held is offered again, and nothing is changed before the worker says so. */
import type { CaseReading } from '../domain/analysis/caseReading';
import { choiceInWords } from '../domain/analysis/choiceInWords';
import { dayInWords } from '../domain/plan/days';
import { mainButton, menuButton, sideButton, type Button, type Press } from './buttons';
import { escapeText, quoted } from './escape';
import { field, renderForm } from './formCard';
import { headerOf, newsOf } from './header';
import type { AdaptiveCard } from './registry';
import { show } from './show';

type Screen = { readonly rev: number; readonly prompt?: string; readonly part?: string; readonly choices: readonly string[]; readonly words?: string; readonly problem?: string; readonly said?: string };

export function presentStale(reading: CaseReading, screen: Screen): AdaptiveCard {
  const { caseId, state, conversation } = reading;
  const prompt = conversation.open.find(({ id }) => id === screen.prompt);
  const now = prompt && conversation.answers.get(prompt.id);
  const held = prompt ? screen.choices.map((choice) => escapeText(dayInWords(choiceInWords(reading, prompt, choice)))) : [];
  const stands = prompt && now ? [...now.choices.map((choice) => escapeText(dayInWords(choiceInWords(reading, prompt, choice)))), ...(now.words === undefined ? [] : [quoted(now.words, 200)])] : [];
  const words = screen.words ?? '';
  const use: Button[] =
    prompt === undefined
      ? []
      : [mainButton('Use the older card', { verb: 'answer', caseId, rev: state.rev, prompt: prompt.id, part: screen.part ?? prompt.parts[0]!.id, ...(screen.choices.length === 0 ? {} : { choice: screen.choices.join(',') }) })];
  /** Goes elsewhere; the words in the box are added to those that stand, as those of any older card. */
  const adding = (to: 'talk' | 'worried'): Press => ({ ...show(reading, to), ...(prompt === undefined ? {} : { rev: screen.rev, from: prompt.id }) });
  const both: Button[] = prompt === undefined || words === '' || now?.words === undefined ? [] : [sideButton('Use both', adding('talk'))];
  return renderForm({
    header: headerOf(reading, 'Older card'),
    news: newsOf(screen),
    title: 'That card is an older one',
    intro: prompt === undefined ? 'The conversation has moved on. What you typed is kept here.' : `The answer about ${escapeText(prompt.topic.toLowerCase())} has changed since. Nothing is overwritten before you say so.`,
    blocks: [
      { label: 'What stands now', items: stands },
      { label: 'What the older card held', items: held },
    ].filter(({ items }) => items.length > 0),
    boxes: words === '' ? [] : [field('words', state.rev, 'The words on it', { value: words })],
    buttons: [...use, ...both, sideButton('Keep what stands now', show(reading, 'talk')), ...(prompt === undefined && words !== '' ? [sideButton('Keep it as what I noticed', { verb: 'observe', caseId, rev: state.rev })] : []), (both.length > 0 ? menuButton : sideButton)('I’m worried', adding('worried'))],
  });
}
