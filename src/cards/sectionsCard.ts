/** Every prompt that is open, by section, each with its state as a shape and a word. One tap goes there. */
import { z } from 'zod';
import type { CaseReading } from '../domain/analysis/caseReading';
import type { Prompt } from '../domain/framework/framework';
import { Button, menuButton, pairs, Pressed, pressed, sideButton, type Press } from './buttons';
import { escapeText, plainLine } from './escape';
import { Header, headerOf, News, newsOf } from './header';
import { oldClient } from './listCard';
import { defineCard, renderCard, type AdaptiveCard } from './registry';
import { show } from './show';
import { sideIcon } from './sideIcon';

const Cell = z.object({ title: z.string().min(1), text: z.string().min(1), ...Pressed }).strict();
/** One section stands open; a tap on another opens that one, which keeps the card small. */
const SectionView = z.object({ title: z.string(), text: z.string(), icon: z.string(), note: z.string(), mark: z.string(), ...Pressed, rows: z.array(z.object({ cells: z.array(Cell) }).strict()) }).strict();
export type SectionView = z.infer<typeof SectionView>;

export const sectionsView = z
  .object({ fallback: z.string(), header: Header, news: News, title: z.string().min(1), intro: z.string(), groups: z.array(SectionView), foot: z.string(), buttons: z.array(Button) })
  .strict();
export const sectionsCard = defineCard('sections', sectionsView);

export function presentSections(reading: CaseReading, screen: { readonly about?: string; readonly problem?: string; readonly said?: string }): AdaptiveCard {
  const { caseId, state, conversation, content } = reading;
  const toOpen = ({ id }: Prompt): Press => ({ verb: 'open-prompt', caseId, rev: state.rev, prompt: id });
  const waitsForPrivacy = content.framework.prompts.length > conversation.open.length;
  return renderCard(sectionsCard, {
    fallback: oldClient,
    header: headerOf(reading, 'Everything'),
    news: newsOf(screen),
    title: 'Where would you like to go?',
    intro: 'In any order. ●\u00a0answered, ◐\u00a0parked, –\u00a0skipped, ○\u00a0not\u00a0yet',
    groups: sectionsOf(reading, { here: screen.about, open: toOpen, turnTo: (section) => show(reading, 'sections', section) }),
    foot: waitsForPrivacy ? 'Some prompts are not here: they do not apply, or they wait until you can talk in private.' : '',
    buttons: [sideButton('Go on from where we were', show(reading, 'talk')), sideButton('I’m worried', show(reading, 'worried')), menuButton('Where things stand', show(reading, 'summary')), menuButton('See the plan', show(reading, 'plan')), menuButton('Put the name right', show(reading, 'person'))],
  });
}

type Ways = { /** The section that stands open; by default that of the prompt that is due. */ readonly here: string | undefined; readonly open: (prompt: Prompt) => Press; readonly turnTo: (section: string) => Press };

/** The open prompts by section, each with the press that belongs to it. */
export function sectionsOf(reading: CaseReading, { here, open, turnTo }: Ways): SectionView[] {
  const { content, conversation, step } = reading;
  const standsOpen = here ?? step?.prompt.section ?? content.framework.sections[0]?.id;
  return content.framework.sections.flatMap(({ id, label, side }) => {
    const prompts = conversation.open.filter(({ section }) => section === id);
    if (prompts.length === 0) return [];
    const answered = prompts.filter((prompt) => conversation.answers.has(prompt.id)).length;
    const isOpen = id === standsOpen;
    const cells = isOpen ? prompts.map((prompt) => cellOf(reading, prompt, open(prompt))) : [];
    const note = answered === 0 ? '' : `${answered} answered`;
    return [{ title: plainLine(`${label} ${note}`, 60), text: escapeText(label), icon: side === undefined ? '' : sideIcon(side), note, mark: isOpen ? '▴' : '▾', ...pressed(turnTo(id)), rows: pairs(cells).map((pair) => ({ cells: pair })) }];
  });
}

function cellOf(reading: CaseReading, prompt: Prompt, press: Press): z.infer<typeof Cell> {
  const { shape, word } = stateOf(reading, prompt);
  const isHere = reading.step?.prompt.id === prompt.id;
  return { title: `${shape} ${plainLine(prompt.topic, 60)}, ${word}`, text: `${shape} ${isHere ? `**${escapeText(prompt.topic)}**` : escapeText(prompt.topic)}`, ...pressed(press) };
}

function stateOf({ conversation, state }: CaseReading, { id }: Prompt): { shape: string; word: string } {
  if (conversation.answers.has(id)) return { shape: '●', word: 'answered' };
  if (state.parked.has(id)) return { shape: '◐', word: 'parked' };
  if (state.skipped.has(id)) return { shape: '–', word: 'skipped' };
  return { shape: '○', word: 'not yet' };
}
