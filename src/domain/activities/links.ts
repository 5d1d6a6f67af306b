/** What ties an activity to a person. Without a tie it is never offered, however easy it is to reach. */
import type { Source } from '../plan/frozenPlan';
import type { Activity } from './activity';
import { mentionsOf, showsInterest, type Mention } from './spoken';
import { stemsOfEach } from '../reading/words/stems';
import { factOf, toldBy, valuesTold, type Told } from './told';
import { listed, type Link } from './trial';

const experienceWords: Readonly<Record<string, string>> = { moving: 'movement', people: 'people', useful: 'being useful', 'self-care': 'looking after themselves', secure: 'feeling secure', identity: 'being themselves', learning: 'learning', joy: 'joy', calm: 'calm' };
export const inWords = (experience: string): string => experienceWords[experience] ?? experience;

export function mentionsIn(words: readonly string[], { spoken }: Told): readonly Mention[] {
  const mentions: Mention[] = [];
  for (const phrase of stemsOfEach(words)) if (spoken.places().has(phrase[0] ?? '')) mentions.push(...mentionsOf(phrase, spoken));
  return mentions;
}

const LONGEST_QUOTE = 90;
export const quoted = (quote: string): string => `“${quote.length <= LONGEST_QUOTE ? quote.replace(/[.]$/, '') : `${quote.slice(0, LONGEST_QUOTE).replace(/\s+\S*$/, '')}…`}”`;
export const sourceOf = ({ prompt, quote }: Pick<Mention, 'prompt' | 'quote'>): Source => ({ kind: 'words', prompt, quote });

export function linksOf(activity: Activity, told: Told): readonly Link[] {
  const words = wordLinks(activity, told);
  return [...words, ...meaningLinks(activity, told, words), ...interestLinks(activity, told), ...roleLinks(activity, told), ...wantLinks(activity, told)];
}

/** Advice answers a trouble, so there a mention of the trouble is reason enough. */
function wordLinks(activity: Activity, told: Told): Link[] {
  const advises = activity.kind === 'advice';
  const counts = (mention: Mention): boolean => (showsInterest(mention) && !(mention.mood === 'plain' && told.match.isLetDown(mention.quote))) || (advises && (mention.mood === 'trouble' || mention.mood === 'plain'));
  const mentions = [...mentionsIn(activity.words, told).filter(counts), ...(activity.madeFor ? ownMentions(activity.madeFor.words, told) : [])];
  const best = mentions.find(({ mood }) => mood === 'liked') ?? mentions[0];
  if (!best) return [];
  return [{ kind: 'words', text: `They said ${quoted(best.quote)}.`, from: [sourceOf(best)] }];
}

/** What they said and what its listing says, where both mean the same in other words. What the worker noticed comes last, and is no quotation. */
function meaningLinks(activity: Activity, { match }: Told, before: readonly Link[]): Link[] {
  const known = new Set(before.flatMap(({ from }) => from.flatMap((source) => (source.kind === 'words' ? [source.quote] : []))));
  const ties = match.tiesOf(activity).filter(({ said }) => !known.has(said.quote)).toSorted((a, b) => Number(a.said.noticed) - Number(b.said.noticed));
  return ties.slice(0, MOST_TIES).map(({ said, offered, label }) => ({
    kind: 'words',
    text: said.noticed ? `You noticed something about ${label}. Its listing says ${quoted(offered)}.` : `They said ${quoted(said.quote)}. Its listing says ${quoted(offered)}.`,
    from: [said.source, factOf(activity, 'what')],
  }));
}

const MOST_TIES = 2;

/** Where people say who they are: "my husband died" counts, "I am not a carer" does not. */
export const ownMentions = (words: readonly string[], told: Told): readonly Mention[] => mentionsIn(words, told).filter(({ mood }) => mood !== 'disliked' && mood !== 'refused');

const standing: Readonly<Record<string, string>> = { now: 'They enjoy', 'used-to': 'They used to enjoy', curious: 'They are curious about' };

/** What the activity is most about comes first. */
function interestLinks(activity: Activity, told: Told): Link[] {
  const place = (family: string): number => activity.interests.findIndex((interest) => interest === family);
  return told.interests
    .filter(({ family }) => activity.interests.some((interest) => interest === family))
    .sort((a, b) => place(a.family) - place(b.family))
    .map(({ enjoys, label, source }) => ({ kind: 'interest', text: `${standing[enjoys] ?? 'They enjoy'} ${label}.`, from: [source] }));
}

const callings: Readonly<Record<string, readonly [string, (activity: Activity) => boolean]>> = {
  volunteer: ['They would like to help out.', ({ kind }) => kind === 'volunteering'],
  give: ['They would like to give something.', ({ kind }) => kind === 'volunteering'],
  teach: ['They would like to share what they know.', ({ kind, gives }) => kind === 'volunteering' && gives.includes('useful')],
  work: ['They would like paid work.', ({ madeFor }) => madeFor?.means.includes('wantsTo:work') ?? false],
};

function roleLinks(activity: Activity, told: Told): Link[] {
  const called = valuesTold(told, 'wantsTo').flatMap((value): Link[] => {
    const calling = callings[value];
    return calling?.[1](activity) ? [{ kind: 'role', text: calling[0], from: toldBy(told, `wantsTo:${value}`) }] : [];
  });
  const shared = (activity.madeFor?.means ?? []).filter((meaning) => told.meanings.has(meaning) && !meaning.startsWith('wantsTo:'));
  const belongs: Link[] = shared.length === 0 ? [] : [{ kind: 'role', text: `It is for ${activity.madeFor?.whom}.`, from: toldBy(told, ...shared) }];
  const words = stemsOfEach(activity.words);
  const roles = told.roles.filter(({ stems }) => words.some((phrase) => phrase.length === 1 && stems.includes(phrase[0]!))).map(({ label, source }): Link => ({ kind: 'role', text: `Being a ${label} matters to them.`, from: [source] }));
  return [...called, ...belongs, ...roles].filter(({ from }) => from.length > 0);
}

export const wantsMet = (activity: Activity, told: Told): readonly string[] => activity.gives.filter((experience) => told.wants.values.includes(experience));

function wantLinks(activity: Activity, told: Told): Link[] {
  const met = wantsMet(activity, told);
  const from = toldBy(told, ...met.map((experience) => `wants:${experience}`));
  return from.length === 0 ? [] : [{ kind: 'wants', text: `They want more of ${listedWants(met)}.`, from }];
}

export const listedWants = (wants: readonly string[]): string => listed(wants.map(inWords));
