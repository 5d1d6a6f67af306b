/** The quiet first line of every card of a case, so that nobody writes on the wrong person. */
import { z } from 'zod';
import type { CaseReading } from '../domain/analysis/caseReading';
import type { Side } from '../domain/framework/framework';
import { answersFeeding, tellsSomething } from '../domain/plan/fedAnswers';
import { dot, escapeText, quoted, shorten, unbroken } from './escape';
import { sideIcon } from './sideIcon';
import { emergencyText } from './textOf';

export const Header = z
  .object({
    name: z.string().min(1),
    ref: z.string().min(1),
    section: z.string(),
    /** Person, environment and occupation are told apart by the word and an icon with its shape and colour; elsewhere there is no icon. */
    icon: z.string(),
    adjustments: z.string(),
    /** Whom to ring in an emergency: opened on the card itself, so that it needs no network. Long cards away from the conversation leave it out. */
    crisis: z.string(),
  })
  .strict();
export type Header = z.infer<typeof Header>;

export const nameOf = { person: 'Person', environment: 'Environment', occupation: 'Occupation' } as const satisfies Record<Side, string>;

export function headerOf(reading: CaseReading, section: string, side?: Side): Header {
  const { state } = reading;
  return {
    name: escapeText(shorten(state.name, 40)),
    ref: escapeText(state.ref),
    section: escapeText(section),
    icon: side === undefined ? '' : sideIcon(side),
    adjustments: adjustmentsLine(reading),
    crisis: crisisLine(reading),
  };
}

/** Somebody to talk to, beside the numbers that the text names. */
const alwaysOpen = ['samaritans', 'crisis-team'] as const;

const crisisLines = new WeakMap<CaseReading['content'], string>();

/** The same on every card until a number changes, and with it the content. */
function crisisLine({ content }: Pick<CaseReading, 'content'>): string {
  const known = crisisLines.get(content);
  if (known !== undefined) return known;
  const somebody = alwaysOpen.flatMap((id) => content.contacts.get(id) ?? []).map(({ name, number }) => `${escapeText(name)} **${unbroken(number)}**`);
  const line = [emergencyText(content), somebody.join(dot)].join(' ');
  crisisLines.set(content, line);
  return line;
}

const mostShown = 4;
const mostWords = 60;

/** What makes talking and meeting easier for this person, as they answered it; empty when nothing was said. */
export function adjustmentsLine({ conversation }: Pick<CaseReading, 'conversation'>): string {
  const fed = answersFeeding(conversation, 'adjustments');
  const needs = fed.flatMap(({ part, choices }) => choices.filter((choice) => tellsSomething(part, choice)).map(({ label }) => escapeText(label)));
  const words = fed.flatMap(({ words: said }) => (said === undefined ? [] : [quoted(said.quote, mostWords)]));
  const rest = needs.length - mostShown;
  return [...needs.slice(0, mostShown), ...(rest > 0 ? [`and ${rest} more`] : []), ...words].join(dot);
}

/** Beneath the header of every card of a case: what was just kept, and what could not be done. */
export const News = z.object({ said: z.string(), problem: z.string() }).strict();
export const newsOf = ({ said, problem }: { readonly said?: string; readonly problem?: string }): z.infer<typeof News> => ({ said: escapeText(shorten(said ?? '', 160)), problem: escapeText(problem ?? '') });

/** What a card that leads through a case begins with; `fallback` is what a client shows that cannot draw it. */
export const caseTop = { fallback: z.string(), header: Header, news: News, title: z.string().min(1), intro: z.string() };
