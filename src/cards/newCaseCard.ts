/** Opening a case. A name or initials is all that is needed; the reference is made by the bot. */
import { z } from 'zod';
import { inputId } from './actions';
import { Button, mainButton, sideButton } from './buttons';
import { cleanText, escapeText } from './escape';
import { Field } from './formCard';
import { oldClient } from './listCard';
import { defineCard, renderCard, type AdaptiveCard } from './registry';
import type { HomeScreen } from './screen';

export const newCaseView = z
  .object({ fallback: z.string(), title: z.string(), intro: z.string(), problem: z.string(), lines: z.array(Field), boxes: z.array(Field).max(1), foot: z.string(), buttons: z.array(Button) })
  .strict();
export const newCaseCard = defineCard('new-case', newCaseView);

type NewCase = Extract<HomeScreen, { kind: 'new-case' }>;

const titles = { together: 'A new case, together', phone: 'A new case, on the phone', notes: 'A new case, from your notes' } as const;

export function presentNewCase({ mode, form, name = '', year = '', referral = '', note = '', problem }: NewCase): AdaptiveCard {
  const writesUp = mode === 'notes' || note !== '';
  // A form that comes back needs new input ids, or some clients show a value and do not send it.
  const round = problem === undefined ? 0 : 1 + name.length + year.length + referral.length + note.length;
  const line = (id: string, label: string, value: string, placeholder = ''): Field => ({ id: inputId(id, round), label, placeholder, value: cleanText(value) });
  return renderCard(newCaseCard, {
    fallback: oldClient,
    title: titles[mode],
    intro: 'The name stays in your own chat. What is posted carries a reference only.',
    problem: escapeText(problem ?? ''),
    lines: [line('name', 'Preferred name or initials', name), line('year', 'Year of birth (if you like)', year, '1950')],
    // A referral is pasted, and has more than one line.
    boxes: [writesUp ? line('note', 'Your note, as it is', note, 'Paste it here. It is kept word for word.') : line('referral', 'What the referral says (if there is one)', referral)],
    foot: '',
    buttons: [mainButton('Open the case', { verb: 'open-case', mode, form }), sideButton('Not now', { verb: 'home' })],
  });
}
