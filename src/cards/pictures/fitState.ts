import { z } from 'zod';
import { ink } from './ink';

export const FitState = z.enum(['works-now', 'with-changes', 'not-yet', 'not-known']);
export type FitState = z.infer<typeof FitState>;

type Look = { word: string; ground: string; text: string; border: string; dashed: boolean };

/** A state is a word, a shape and a ground: the darker the label, the more of the fit is there. */
export const looks: Readonly<Record<FitState, Look>> = {
  'works-now': { word: 'works now', ground: ink.text, text: '#ffffff', border: ink.text, dashed: false },
  'with-changes': { word: 'with a change', ground: '#dfe2f3', text: ink.text, border: ink.text, dashed: false },
  'not-yet': { word: 'does not fit yet', ground: '#ffffff', text: ink.text, border: ink.text, dashed: false },
  'not-known': { word: 'not known', ground: '#ffffff', text: ink.quiet, border: ink.quiet, dashed: true },
};

/** ● ◐ ○ ? as shapes, so that they look the same with every font. */
export function drawShape(state: FitState, x: number, y: number, r: number): string {
  const { text: colour } = looks[state];
  if (state === 'works-now') return `<circle cx="${x}" cy="${y}" r="${r}" fill="${colour}"/>`;
  if (state === 'not-known') {
    const k = r / 12;
    const hook = `M${x - 6 * k} ${y - 5 * k}a${6 * k} ${6 * k} 0 1 1 ${8.4 * k} ${5.5 * k}q${-2.4 * k} ${1.2 * k} ${-2.4 * k} ${4 * k}`;
    return `<path d="${hook}" fill="none" stroke="${colour}" stroke-width="${4 * k}" stroke-linecap="round"/><circle cx="${x}" cy="${y + 11 * k}" r="${2.6 * k}" fill="${colour}"/>`;
  }
  const ring = `<circle cx="${x}" cy="${y}" r="${r - 2}" fill="#ffffff" stroke="${colour}" stroke-width="4"/>`;
  return state === 'not-yet' ? ring : `${ring}<path d="M${x} ${y - r}a${r} ${r} 0 0 0 0 ${2 * r}z" fill="${colour}"/>`;
}
