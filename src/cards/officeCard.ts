/** The one card on which the organisation is shown and changed: what to know, what to tap, a few boxes. */
import { z } from 'zod';
import { inputId } from './actions';
import { Button, sideButton } from './buttons';
import { plainLine } from './escape';
import { Block, Day, Field } from './formCard';
import { News, newsOf } from './header';
import { Group, oldClient } from './listCard';
import { defineCard, renderCard, type AdaptiveCard } from './registry';

const Choices = z.object({ id: z.string(), label: z.string().min(1), value: z.string(), /** Several may be chosen: then they are boxes to tick. */ many: z.boolean(), style: z.enum(['compact', 'expanded']), options: z.array(z.object({ title: z.string().min(1).max(40), value: z.string().min(1) }).strict()).min(1) }).strict();

export const officeView = z
  .object({
    fallback: z.string(),
    title: z.string().min(1),
    intro: z.string(),
    news: News,
    blocks: z.array(Block),
    groups: z.array(Group),
    lines: z.array(Field),
    choices: z.array(Choices),
    /** Boxes that ask more of what was chosen. */
    details: z.array(Field),
    days: z.array(Day),
    foot: z.string(),
    buttons: z.array(Button),
  })
  .strict();
export const officeCard = defineCard('office', officeView);

type View = z.input<typeof officeView>;
type OfficeInput = Partial<Omit<View, 'news'>> & Pick<View, 'title' | 'buttons'> & { readonly screen: { readonly said?: string; readonly problem?: string } };

export const renderOffice = ({ screen, ...view }: OfficeInput): AdaptiveCard =>
  renderCard(officeCard, { fallback: oldClient, intro: '', news: newsOf(screen), blocks: [], groups: [], lines: [], choices: [], details: [], days: [], foot: '', ...view });

export const officeList = (name: string, rev: number, label: string, options: readonly { readonly title: string; readonly value: string }[], value = ''): View['choices'] =>
  options.length === 0 ? [] : [{ id: inputId(name, rev), label, value, many: false, style: 'compact', options: options.map((option) => ({ title: plainLine(option.title, 40), value: option.value })) }];

export const officeDay = (name: string, rev: number, label: string, min: string, value = ''): View['days'][number] => ({ id: inputId(name, rev), label, value, min });

type ListScreen = 'people' | 'teams' | 'numbers' | 'changes';
/** What there is no room for on this page of a list is a tap away. */
export const pageButtons = (screen: ListScreen, title: string, { from, aPage, count }: { readonly from: number; readonly aPage: number; readonly count: number }): Button[] =>
  from + aPage < count ? [sideButton(title, { verb: 'office', screen, about: String(from + aPage) })] : from > 0 ? [sideButton('From the beginning', { verb: 'office', screen })] : [];
export const pageFoot = (from: number, shown: number, count: number): string => (count > shown ? `${from + 1} to ${from + shown} of ${count}.` : '');

export const backToOffice = sideButton('Administration', { verb: 'office', screen: 'office' });
export const backToMyCases = sideButton('My cases', { verb: 'cases' });
