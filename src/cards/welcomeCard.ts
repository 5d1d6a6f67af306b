/** Hello: what it is for, what it is not for, what to do in an emergency, and the ways to begin. */
import { z } from 'zod';
import { inputId } from './actions';
import { Button, sideButton, Tile, tile } from './buttons';
import { inDanger } from './crisis';
import { cleanText } from './escape';
import { Field } from './formCard';
import { oldClient } from './listCard';
import { defineCard, renderCard, type AdaptiveCard } from './registry';
import type { HomeScreen } from './screen';

export const welcomeView = z
  .object({
    fallback: z.string(),
    title: z.string().min(1),
    intro: z.string(),
    problem: z.string(),
    boxes: z.array(Field).max(1),
    ways: z.string(),
    tiles: z.array(Tile),
    emergency: z.string(),
    limits: z.string(),
    foot: z.string(),
    buttons: z.array(Button),
  })
  .strict();
export const welcomeCard = defineCard('welcome', welcomeView);

type Welcome = Extract<HomeScreen, { kind: 'welcome' }>;

export function presentWelcome({ cases, local, typed }: Welcome): AdaptiveCard {
  return renderCard(welcomeCard, {
    fallback: oldClient,
    title: typed === undefined ? 'Ready when you are' : 'Where shall I keep this?',
    intro:
      typed === undefined
        ? 'I lead you through a good conversation, show how a person, their surroundings and what they do fit together, and write the plan with you. You decide, always.'
        : 'No case is open, so I have not kept it yet. Begin a case and it goes in as your note, word for word.',
    problem: '',
    boxes: typed === undefined ? [] : [{ id: inputId('note', 0), label: 'What you typed', placeholder: '', value: cleanText(typed) }],
    ways: cases === 0 ? 'Begin' : 'Begin with somebody new',
    tiles: [
      tile('Together', { verb: 'start', mode: 'together' }, { note: 'We are in the same room. All the prompts.' }),
      tile('On the phone', { verb: 'start', mode: 'phone' }, { note: 'Short prompts, about twenty minutes.' }),
      tile('Write up afterwards', { verb: 'start', mode: 'notes' }, { note: 'Paste your note. I ask only for the gaps.' }),
    ],
    emergency: inDanger,
    limits: 'Not the clinical record. I do not diagnose, and I make no decision about capacity or safeguarding: people do.',
    foot: local ? 'This is a local trial with invented people. Please do not type about a real person.' : '',
    buttons: [...(cases === 0 ? [] : [sideButton(cases === 1 ? 'My open case' : `My ${cases} open cases`, { verb: 'cases' })]), sideButton('What can you do?', { verb: 'help' })],
  });
}
