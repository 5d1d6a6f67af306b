/** One activity that was found by looking for it: what it meets of what was asked, its facts, and what is not known. */
import { z } from 'zod';
import type { ActivityOption } from '../domain/activities/option';
import { fitNames } from '../domain/activities/option';
import { changesOf } from '../domain/activities/trial';
import type { Hit, SearchReading } from '../domain/activities/searchActivities';
import { factsOf } from './activityFacts';
import { Button } from './buttons';
import { dot, escapeText, quoted, shorten } from './escape';
import { fitWords, stateLooks } from './fitWords';

/** The first stands off what is above it, the others close beneath. */
const FitRow = z.object({ shape: z.string(), state: z.string(), ask: z.string(), spacing: z.enum(['Small', 'None']) }).strict();

export const FoundView = z
  .object({ name: z.string().min(1), facts: z.string(), what: z.string(), why: z.string(), fits: z.array(FitRow), changes: z.array(z.string()), unknown: z.string(), shut: z.string(), buttons: z.array(Button) })
  .strict();
export type FoundView = z.infer<typeof FoundView>;

/** Without a case nothing is said of how it fits. */
export function foundView({ activity, meets, misses }: Hit, { today, option, shut, buttons = [] }: { readonly today: string; readonly option?: ActivityOption; readonly shut?: string; readonly buttons?: Button[] }): FoundView {
  const asks = option === undefined || shut !== undefined ? [] : option.unknowns.filter(({ askThem }) => askThem).slice(0, 2).map(({ text }) => text);
  return {
    name: escapeText(activity.name),
    facts: factsOf(activity, today),
    what: escapeText(shorten(activity.what, 160)),
    why: [...meets.map(({ asked, offered }) => `You looked for ${quoted(asked, 60)}. Its listing says ${quoted(offered, 60)}.`), ...misses.map(escapeText)].join(' '),
    fits: option === undefined || shut !== undefined ? [] : fitNames.map((fit, at) => ({ shape: stateLooks[option.fits[fit].state].shape, state: stateLooks[option.fits[fit].state].word, ask: fitWords[fit].ask, spacing: at === 0 ? 'Small' : 'None' })),
    changes: option === undefined || shut !== undefined ? [] : changesOfEach(option),
    unknown: asks.map((text) => escapeText(shorten(text, 120))).join(' '),
    shut: shut === undefined ? '' : escapeText(shorten(shut, 200)),
    buttons,
  };
}

/** What does not fit as it is comes with what would change it; where nothing would, that is said. */
function changesOfEach({ fits }: ActivityOption): string[] {
  const failed = fitNames.flatMap((fit) => fits[fit].checks).filter(({ outcome }) => outcome === 'no');
  return failed.slice(0, 2).map((check) => escapeText(shorten(`${check.because} ${changesOf(check).join(' ') || 'Nothing on the list would change that.'}`, 200)));
}

/** What was understood of the words, and how much was found. */
export function understoodLine({ understood, unknownPlaces, many }: SearchReading): string {
  const places = unknownPlaces.length === 0 ? '' : ` Nothing on the list says ${unknownPlaces.map(escapeText).join(' or ')}.`;
  const looked = `${understood.length === 0 ? '' : `Understood: ${understood.map(escapeText).join(dot)}.`}${places}`.trim();
  return many === 0 ? looked : `${looked} The nearest come first, then what is full or not checked lately.`.trim();
}

export const pageLine = ({ from, hits, many }: SearchReading): string => (many === 0 ? '' : `${hits.length === 1 ? `${from + 1}` : `${from + 1} to ${from + hits.length}`} of ${many}.`);
