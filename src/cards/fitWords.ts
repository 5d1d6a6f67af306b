/** How the three fits and their states are said, the same on every card: a word and a shape, which every theme shows. */
import type { FitName, FitState } from '../domain/activities/option';

export const fitWords: Readonly<Record<FitName, { readonly name: string; readonly ask: string }>> = {
  po: { name: 'Person and occupation', ask: 'Is it them?' },
  pe: { name: 'Person and environment', ask: 'Can they get there and be there?' },
  eo: { name: 'Environment and occupation', ask: 'Can it be done there?' },
};

export type StateLook = { readonly shape: string; readonly word: string };

export const stateLooks: Readonly<Record<FitState, StateLook>> = {
  'works-now': { shape: '●', word: 'Works now' },
  'with-changes': { shape: '◐', word: 'With a change' },
  'not-yet': { shape: '○', word: 'Does not fit yet' },
  'not-known': { shape: '?', word: 'Not known' },
};

export const checkMarks = { yes: '●', no: '○', 'not-known': '?' } as const;
