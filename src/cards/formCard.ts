/** A case card with a few fields: what it is about, what to do, then what to write down. */
import { z } from 'zod';
import { inputId } from './actions';
import { Button } from './buttons';
import { cleanText } from './escape';
import { caseTop } from './header';
import { Banner, Group, noBanner, oldClient } from './listCard';
import { defineCard, renderCard, type AdaptiveCard } from './registry';

export const Field = z.object({ id: z.string(), label: z.string().min(1), placeholder: z.string(), value: z.string() }).strict();
export type Field = z.infer<typeof Field>;
const Choices = z.object({ id: z.string(), label: z.string().min(1), value: z.string(), options: z.array(z.object({ title: z.string().max(40), value: z.string() }).strict()).min(2) }).strict();
export const Day = z.object({ id: z.string(), label: z.string().min(1), value: z.string(), min: z.string() }).strict();
export const Block = z.object({ label: z.string(), items: z.array(z.string()) }).strict();
/** Opened and shut without asking the bot; `open` where something in it has to be put right. */
export const Aside = z.object({ id: z.string(), open: z.boolean(), title: z.string().min(1), items: z.array(z.string()), lines: z.array(Field), buttons: z.array(Button) }).strict();

export const formView = z
  .object({
    ...caseTop,
    banner: Banner,
    blocks: z.array(Block),
    asides: z.array(Aside),
    /** The same, beneath what is to be filled in. */
    more: z.array(Aside),
    groups: z.array(Group),
    boxes: z.array(Field).max(1),
    lines: z.array(Field),
    choices: z.array(Choices),
    days: z.array(Day),
    foot: z.string(),
    buttons: z.array(Button),
  })
  .strict();

export const formCard = defineCard('form', formView);

type FormInput = Partial<z.input<typeof formView>> & Pick<z.input<typeof formView>, 'header' | 'news' | 'title' | 'buttons'>;

export const renderForm = (view: FormInput): AdaptiveCard =>
  renderCard(formCard, { fallback: oldClient, banner: noBanner, intro: '', blocks: [], asides: [], more: [], groups: [], boxes: [], lines: [], choices: [], days: [], foot: '', ...view });

export type Aside = z.infer<typeof Aside>;

/** A field under the name that carries the revision; `value` is shown as it was typed. */
export const field = (name: string, rev: number, label: string, { value = '', placeholder = '' }: { value?: string; placeholder?: string } = {}): Field => ({ id: inputId(name, rev), label, placeholder, value: cleanText(value) });
