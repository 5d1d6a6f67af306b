/**
 * What a choice means for finding an activity: a closed vocabulary between the words of the framework and the
 * rules of the fits. A framework in other words keeps the same meanings.
 */
import { z } from 'zod';

export const interestFamilies = ['making', 'music', 'moving', 'growing', 'food', 'reading', 'games', 'faith', 'helping', 'animals', 'fixing', 'local', 'screens', 'other'] as const;
/** What a person wants more of (after Do-Live-Well, Moll et al.; own wording). */
export const experiences = ['moving', 'people', 'useful', 'self-care', 'secure', 'identity', 'learning', 'joy', 'calm'] as const;

const vocabulary = {
  interest: interestFamilies,
  /** The column of an interest: how it stands today. */
  enjoys: ['now', 'used-to', 'curious'],
  wants: experiences,
  company: ['alone', 'one-to-one', 'small', 'big'],
  setting: ['indoors', 'outdoors'],
  rhythm: ['regular', 'drop-in'],
  manner: ['chatting', 'doing'],
  level: ['gentle', 'stretch', 'challenge'],
  travel: ['walk', 'wheels', 'bus', 'lift', 'car', 'taxi', 'not-out'],
  minutes: ['10', '20', '30', '45', '60'],
  free: ['morning', 'afternoon', 'evening', 'weekday', 'weekend', 'daylight-only'],
  cost: ['free-only', 'low', 'any'],
  online: ['yes', 'with-help', 'phone-only', 'no'],
  needs: ['interpreter', 'bsl', 'large-print', 'easy-read', 'audio', 'text-not-calls', 'more-time', 'someone-with-me', 'quiet', 'step-free', 'seated', 'short', 'hearing', 'seeing', 'prompting'],
  welcome: ['women-only', 'men-only', 'language', 'prayer-times', 'food-rules', 'lgbtq', 'veteran', 'trauma-aware'],
  /** What put the person off before, or stands in the way now. */
  snag: ['cost', 'travel', 'nerves', 'not-my-people', 'unwell', 'judged', 'too-hard', 'too-easy', 'wrong-time', 'nobody-got-back', 'caring', 'rules', 'confidence', 'digital', 'home', 'closed'],
  /** Kinds of place that are liked or avoided. */
  likes: ['park', 'library', 'cafe', 'faith-place', 'community-centre', 'shops'],
  support: ['someone', 'no-one'],
  belief: ['low', 'middle', 'high'],
  role: ['keep', 'get-back', 'start', 'let-go'],
  wantsTo: ['give', 'teach', 'join', 'work', 'volunteer', 'learn', 'campaign'],
  balance: ['duties-too-much', 'fun-too-little', 'rest-too-little', 'people-too-little'],
  gate: ['check-first'],
  lies: ['person', 'environment', 'occupation'],
  /** With whom something may be shared, and the answer to that. */
  shares: ['notes', 'supervisor', 'practice', 'provider', 'relative'],
  consent: ['yes', 'no', 'ask'],
  /** What makes the first time easier, where a place may ask for the same. */
  eases: ['call-before'],
  /** Who does what makes the first time easier. */
  doneBy: ['me', 'link-worker', 'other'],
} as const satisfies Record<string, readonly string[]>;

export type MeaningKind = keyof typeof vocabulary;
export const meanings: readonly string[] = Object.entries(vocabulary).flatMap(([kind, values]) => values.map((value) => `${kind}:${value}`));
const known = new Set(meanings);

export const Meaning = z.string().refine((value) => known.has(value), { error: (issue) => `"${String(issue.input)}" is not a known meaning; the list is in domain/framework/meaning.ts` });
export type Meaning = string;
