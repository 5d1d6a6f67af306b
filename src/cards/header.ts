/** The quiet first line of every card of a case, so that nobody writes on the wrong person. */
import { z } from 'zod';
import type { CaseReading } from '../domain/analysis/caseReading';
import { valuesOf } from '../domain/analysis/meanings';
import type { Side } from '../domain/framework/framework';
import { escapeText, shorten } from './escape';
import { sideIcon } from './sideIcon';

export const Header = z
  .object({
    name: z.string().min(1),
    ref: z.string().min(1),
    section: z.string(),
    /** Person, environment and occupation are told apart by the word and an icon with its shape and colour; elsewhere there is no icon. */
    icon: z.string(),
    adjustments: z.string(),
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
  };
}

const needWords: Readonly<Record<string, string>> = {
  interpreter: 'interpreter',
  bsl: 'BSL',
  'large-print': 'large print',
  'easy-read': 'Easy Read',
  audio: 'audio',
  'text-not-calls': 'text, not calls',
  'more-time': 'more time',
  'someone-with-me': 'someone with them',
  quiet: 'quiet place',
  'step-free': 'step-free',
  seated: 'seated',
  short: 'short visits',
  hearing: 'help with hearing',
  seeing: 'help with seeing',
  prompting: 'reminders',
};

const mostShown = 4;

/** What makes talking and meeting easier for this person; empty when nothing was said. */
export function adjustmentsLine({ meanings }: Pick<CaseReading, 'meanings'>): string {
  const needs = valuesOf(meanings, 'needs').flatMap((need) => needWords[need] ?? []);
  if (needs.length === 0) return '';
  const rest = needs.length - mostShown;
  const line = [...needs.slice(0, mostShown), ...(rest > 0 ? [`and ${rest} more`] : [])].join(' · ');
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}`;
}

/** Beneath the header of every card of a case: what was just kept, and what could not be done. */
export const News = z.object({ said: z.string(), problem: z.string() }).strict();
export const newsOf = ({ said, problem }: { readonly said?: string; readonly problem?: string }): z.infer<typeof News> => ({ said: escapeText(shorten(said ?? '', 160)), problem: escapeText(problem ?? '') });
