/** Exactly what will be posted, drawn by the same hand; and each text that may tell who somebody is. */
import { z } from 'zod';
import type { CaseReading } from '../domain/analysis/caseReading';
import { planSafetyOf } from '../domain/analysis/safetyAction';
import { heldBack } from '../domain/case/decide';
import { entryAt } from '../domain/plan/entries';
import { freezePlan } from '../domain/plan/freezePlan';
import { audienceWords } from './audienceWords';
import { asSeen, Button, mainButton, menuButton, pressed, Pressed, sideButton } from './buttons';
import { escapeText, quoted, shorten } from './escape';
import { Header, headerOf, News, newsOf } from './header';
import { PlanFace, planFace } from './planFace';
import { refusalText } from './refusals';
import { defineCard, renderCard, type AdaptiveCard } from './registry';
import type { CaseScreen } from './screen';
import { show } from './show';

const Found = z.object({ title: z.string(), line: z.string().min(1), text: z.string().min(1), ...Pressed }).strict();

export const previewView = z
  .object({ fallback: z.string(), header: Header, news: News, title: z.string().min(1), intro: z.string().min(1), audienceTitle: z.string(), audience: z.string(), foundTitle: z.string(), found: z.array(Found), more: z.string(), plan: PlanFace, buttons: z.array(Button) })
  .strict();

export const previewCard = defineCard('preview', previewView);

type Screen = Extract<CaseScreen, { kind: 'preview' }>;
const mostFound = 3;

export function presentPreview(reading: CaseReading, screen: Screen): AdaptiveCard {
  const { caseId, state } = reading;
  const { place, details, audience } = screen;
  const here = { caseId, rev: state.rev, place: place.id };
  const name = escapeText(shorten(place.name, 60));
  const held = heldBack(reading);
  const open = held === undefined && details.length > 0;
  return renderCard(previewCard, {
    fallback: 'Please update Teams to see what will be posted.',
    header: { ...headerOf(reading, 'Plan'), crisis: '' },
    news: newsOf(screen),
    title: held ? 'It cannot be posted yet' : open ? 'Before it goes out' : `Post this in ${name}?`,
    intro: held ? refusalText(held) : open ? `Nothing is posted yet. This goes to ${name} once you say so.` : 'This is all that will be posted. Who reads it there cannot see the rest of the case.',
    audienceTitle: audience?.kind === 'seen' ? 'Who can read it there' : 'Who can read it there is not known',
    audience: audience ? audienceWords(audience, name) : '',
    foundTitle: details.length === 1 ? 'This could show who somebody is. Is it all right to post?' : 'These could show who somebody is. Are they all right to post?',
    found: (open ? details : []).slice(0, mostFound).map(({ line, text, found }) => foundLine(reading, { line, text, found }, place.id)),
    more: open && details.length > mostFound ? `and ${details.length - mostFound} more in the plan` : '',
    plan: planFace({ ref: state.ref, workerName: state.workerName, plan: freezePlan(reading), status: { shape: '\u25cb', word: 'Not posted yet', colour: 'default' }, safety: planSafetyOf(reading) }),
    buttons: [
      held === 'concern-open' ? mainButton('Everything that is open', show(reading, 'concerns')) : held ? mainButton('See what is missing', show(reading, 'gate')) : open ? mainButton(details.length === 1 ? 'It is all right to post' : 'They are all right to post', { verb: 'confirm-words', ...here }) : mainButton('Post it', { verb: 'post-plan', ...here }),
      sideButton('Back to the plan', show(reading, 'plan')),
      menuButton('Choose another place', show(reading, 'place')),
    ],
  });
}

function foundLine(reading: CaseReading, { line, text, found }: Screen['details'][number], place: string): z.infer<typeof Found> {
  const entry = entryAt(reading.plan(), line);
  const what = found.slice(0, 4).map((part) => escapeText(shorten(part, 30))).join(', ');
  const shown = { line: `${escapeText(entry?.label ?? line)} \u00b7 found: ${what}`, text: entry?.quoted ? quoted(text, 90) : escapeText(shorten(text, 90)) };
  return {
    title: asSeen([shown.line, shown.text, 'Reword']),
    ...shown,
    ...pressed({ ...show(reading, 'edit-line', line), place }),
  };
}
