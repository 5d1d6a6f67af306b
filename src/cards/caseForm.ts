/** A short form about a case: tiles that answer it in one tap, at most one list and one box that come along. */
import { z } from 'zod';
import { Button, Tile } from './buttons';
import { caseTop } from './header';
import { defineCard } from './registry';

export const FormBox = z.object({ id: z.string(), label: z.string().min(1), placeholder: z.string(), value: z.string() }).strict();
export const FormList = z
  .object({ id: z.string(), label: z.string().min(1), look: z.enum(['compact', 'expanded']), value: z.string(), options: z.array(z.object({ title: z.string().min(1).max(40), value: z.string().min(1) }).strict()).min(1) })
  .strict();

export const caseFormView = z
  .object({
    ...caseTop,
    boxes: z.array(FormBox).max(1),
    choices: z.array(FormList).max(1),
    ask: z.string(),
    tiles: z.array(Tile),
    foot: z.string(),
    buttons: z.array(Button),
  })
  .strict();

export const caseFormCard = defineCard('case-form', caseFormView);
