/** Hello: what it is for, what it is not for, what to do in an emergency, and the ways to begin. */
import { z } from 'zod';
import { inputId } from './actions';
import { Button, menuButton, sideButton, Tile, tile } from './buttons';
import type { ConcernGuide, Content } from '../domain/framework/content';
import { capital } from '../domain/learnt/capital';
import type { Mention } from '../domain/reading/mention';
import { whenWords } from './concernCard';
import { stepsOf } from './concernParts';
import { cleanText, escapeText, unbroken } from './escape';
import { Field } from './formCard';
import { oldClient } from './listCard';
import { mentionQuote } from './mentionWords';
import { defineCard, renderCard, type AdaptiveCard } from './registry';
import type { HomeDesk, HomeScreen } from './screen';
import { emergencyText, textOf } from './textOf';

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

const waiting = { title: 'Where shall I keep this?', intro: 'No case is open, so I have not kept it yet. Begin a case and it goes in as your note, word for word.' };

type Welcome = Extract<HomeScreen, { kind: 'welcome' }>;

function casesButton(open: number, hasClosed: boolean): Button[] {
  if (open === 0) return hasClosed ? [sideButton('My closed cases', { verb: 'cases' })] : [];
  return [sideButton(open === 1 ? 'My open case' : `My ${open} open cases`, { verb: 'cases' })];
}

/** Nobody has to begin a case before they are told what to do. */
function stopAt(urgent: Mention, isCarried: boolean, content: Content): Pick<z.input<typeof welcomeView>, 'title' | 'intro' | 'problem'> {
  const guide = content.concerns.get(urgent.code);
  return {
    title: whenWords[urgent.urgency].title,
    intro: `${mentionQuote(urgent)} ${escapeText(guide?.title ?? capital(urgent.why))}. No case is open, so nothing of it is kept yet. When somebody is with them, begin one${isCarried ? ': it goes in as your note, word for word' : ' and send the text again: it is long, and is kept whole'}.`,
    problem: [stepsOf(guide).join('\n'), ...numbersOf(guide, content)].join('\n\n'),
  };
}

const mostNumbers = 3;
const numbersOf = (guide: ConcernGuide | undefined, { contacts }: Content): string[] =>
  (guide?.contacts ?? []).slice(0, mostNumbers).flatMap((id) => contacts.get(id) ?? []).map(({ name, number }) => `${escapeText(name)}: **${unbroken(number)}**`);

function saying({ cases, hasClosed = false, typed, urgent, needsCase = false }: Welcome, content: Content, says: (key: string) => string): Pick<z.input<typeof welcomeView>, 'title' | 'intro' | 'problem'> {
  if (urgent !== undefined) return stopAt(urgent, typed !== undefined, content);
  if (typed !== undefined) return { ...waiting, problem: '' };
  if (!needsCase) return { title: says('welcome-title'), intro: says('welcome-for'), problem: '' };
  return { title: 'No case is open', intro: cases === 0 ? `Begin one${hasClosed ? ', or go back to a closed one' : ''}, and then ask again.` : 'Go on with one of yours or begin one, and then ask again.', problem: '' };
}

export function presentWelcome(screen: Welcome, { content }: HomeDesk): AdaptiveCard {
  const { cases, hasClosed = false, local, roles, typed } = screen;
  const says = (key: string): string => escapeText(textOf(content, key));
  const way = (mode: 'together' | 'phone' | 'notes'): Tile => tile(textOf(content, `begin-${mode}`), { verb: 'start', mode }, { note: says(`begin-${mode}-hint`) });
  return renderCard(welcomeCard, {
    fallback: oldClient,
    ...saying(screen, content, says),
    boxes: typed === undefined ? [] : [{ id: inputId('note', 0), label: 'What you typed', placeholder: '', value: cleanText(typed) }],
    ways: cases === 0 ? 'Begin' : 'Begin with somebody new',
    tiles: [way('together'), way('phone'), way('notes')],
    emergency: emergencyText(content),
    limits: `${says('welcome-not-for')} ${says('welcome-privacy')}`,
    foot: local ? says('welcome-invented') : '',
    buttons: [...casesButton(cases, hasClosed), sideButton('Find an activity', { verb: 'find' }), sideButton('What can you do?', { verb: 'help' }), ...(roles?.supervises ? [menuButton('My team', { verb: 'team' })] : []), ...(roles?.manages || roles?.administers ? [menuButton('Unmet needs', { verb: 'unmet-needs' })] : []), ...(roles?.administers ? [menuButton('Administration', { verb: 'office', screen: 'office' })] : [])],
  });
}
