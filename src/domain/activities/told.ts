/** Everything that a person told which bears on an activity, with the answers behind it. */
import { interestsOf, valuesOf, type Meanings } from '../analysis/meanings';
import type { Answer } from '../case/case';
import type { Conversation } from '../case/conversation';
import { perAnswer } from '../case/perAnswer';
import { labelOfChoice, offers, optionsBehind, optionsOf } from '../framework/choices';
import type { Prompt, PromptId } from '../framework/framework';
import type { Meaning, MeaningKind } from '../framework/meaning';
import type { Source } from '../plan/frozenPlan';
import type { Activity } from './activity';
import type { Mood } from '../reading/filing/moods';
import type { Match } from './tie';
import { readSpoken, type Sentence, type Spoken } from './spoken';
import { stemsOf } from '../reading/words/stems';

export type ToldInterest = { readonly family: string; readonly enjoys: string; readonly label: string; readonly source: Source };
export type ToldPlace = { readonly place: string; readonly avoided: boolean; readonly source: Source };
export type ToldRole = { readonly stems: readonly string[]; readonly label: string; readonly source: Source };
export type Dislike = { readonly what: string; readonly quote: string; readonly source: Source };

export type Told = {
  readonly open: readonly Prompt[];
  readonly answers: Conversation['answers'];
  readonly answered: ReadonlySet<PromptId>;
  readonly meanings: Meanings;
  readonly restricted: ReadonlySet<PromptId>;
  readonly spoken: Spoken;
  /** Everything that was said, held against the catalogue by meaning. */
  readonly match: Match;
  readonly interests: readonly ToldInterest[];
  readonly places: readonly ToldPlace[];
  readonly roles: readonly ToldRole[];
  /** The experiences that they picked; only if they picked none, those that they have too little of. */
  readonly wants: { readonly values: readonly string[]; readonly picked: boolean };
  /** Families, forms of company and manners that the person's words turn down. */
  readonly dislikes: readonly Dislike[];
};

/** Forms of doing things that people turn down in words. */
const turnedDown: readonly (readonly [string, readonly string[]])[] = [
  ['company:small', ['group', 'groups', 'joining in', 'strangers']],
  ['company:big', ['group', 'groups', 'joining in', 'strangers', 'crowds', 'crowded places', 'lots of people', 'big places']],
  ['company:alone', ['being alone', 'on my own', 'being on my own']],
  ['manner:chatting', ['chatting', 'small talk', 'chit chat', 'sitting talking', 'talking to strangers']],
];
type FormStems = { readonly what: string; readonly stems: readonly string[]; readonly wide: boolean };
let formStems: readonly FormStems[] | undefined;

/** Made when somebody turns something down: a start does not wait for it. */
const stemsOfForms = (): readonly FormStems[] => (formStems ??= turnedDown.flatMap(([what, phrases]) => phrases.map((phrase) => ({ what, stems: stemsOf(phrase), wide: what === 'company:small' }))));

export function readTold({ conversation, meanings, match }: { readonly conversation: Conversation; readonly meanings: Meanings; readonly match: Match }): Told {
  const { open, answers } = conversation;
  const restricted = new Set(open.filter((prompt) => prompt.restricted).map(({ id }) => id));
  const spoken = readSpoken(conversation);
  const dislikes = readDislikes(spoken.sentences, open);
  return {
    open,
    answers,
    answered: new Set(open.filter(({ id }) => hasContent(answers.get(id))).map(({ id }) => id)),
    meanings,
    restricted,
    spoken,
    match,
    interests: interestsOf(conversation)
      .filter(({ family, source }) => family !== 'other' && isOpenTo(source, restricted) && !dislikes.some(({ what }) => what === `interest:${family}`))
      .map((interest) => ({ ...interest, label: rowOf(interest.source) })),
    places: [...readPlaces(conversation, restricted), ...avoidedInWords(spoken.sentences, open)],
    roles: readRoles(conversation, restricted),
    wants: readWants(conversation, meanings),
    dislikes,
  };
}

const hasContent = (answer: { readonly choices: readonly string[]; readonly words?: string } | undefined): boolean => answer !== undefined && (answer.choices.length > 0 || answer.words !== undefined);
const isOpenTo = (source: Source, restricted: ReadonlySet<PromptId>): boolean => !('prompt' in source) || !restricted.has(source.prompt);
/** "Growing and nature: used to" -> "growing and nature". */
const rowOf = (source: Source): string => (source.kind === 'choice' ? source.label.split(':')[0]!.toLowerCase() : '');

function readPlaces({ open, answers }: Conversation, restricted: ReadonlySet<PromptId>): ToldPlace[] {
  return toldIn(open, answers, restricted, placesIn);
}

/** "I keep away from the park": the place as the framework calls it, under a word of dislike or fear. */
function avoidedInWords(sentences: readonly Sentence[], open: readonly Prompt[]): ToldPlace[] {
  const named = namedIn(open, 'likes');
  return sentences.filter(({ moods }) => moods.includes('disliked')).flatMap((sentence) =>
    named.filter(({ words }) => turnsDown(sentence, words, ['disliked'])).map(({ what }) => ({ place: what.slice('likes:'.length), avoided: true, source: { kind: 'words' as const, prompt: sentence.prompt, quote: sentence.quote } })),
  );
}

const turnsDown = ({ stems, moods }: Sentence, words: readonly string[], by: readonly Mood[]): boolean =>
  stems.some((stem, at) => stem === words[0] && by.includes(moods[at] ?? 'plain') && words.every((word, index) => stems[at + index] === word));

/** A wish outranks what a lack suggests: too little company is no reason to fit a wish for calm. */
function readWants({ open }: Conversation, meanings: Meanings): Told['wants'] {
  const isALack = (source: Source): boolean => {
    const prompt = source.kind === 'choice' ? open.find(({ id }) => id === source.prompt) : undefined;
    return prompt !== undefined && source.kind === 'choice' && optionsBehind(prompt, source.choice).some(({ barrier }) => barrier !== undefined);
  };
  const told = valuesOf(meanings, 'wants');
  const picked = told.filter((want) => !(meanings.get(`wants:${want}`) ?? []).every(isALack));
  return picked.length > 0 ? { values: picked, picked: true } : { values: told, picked: false };
}

function readRoles({ open, answers }: Conversation, restricted: ReadonlySet<PromptId>): ToldRole[] {
  return toldIn(open, answers, restricted, rolesIn);
}

/** What the answers in the open tell, one after the other. */
function toldIn<Told>(open: readonly Prompt[], answers: Conversation['answers'], restricted: ReadonlySet<PromptId>, readIn: (prompt: Prompt, answer: Answer) => readonly Told[]): Told[] {
  const told: Told[] = [];
  for (const prompt of open) {
    const answer = restricted.has(prompt.id) ? undefined : answers.get(prompt.id);
    if (answer) told.push(...readIn(prompt, answer));
  }
  return told;
}

const choicesIn = (prompt: Prompt, { choices }: Answer) => choices.map((choice) => ({ behind: optionsBehind(prompt, choice), source: { kind: 'choice' as const, prompt: prompt.id, choice, label: labelOfChoice(prompt, choice) } }));

const placesIn = perAnswer((prompt, answer): readonly ToldPlace[] =>
  choicesIn(prompt, answer).flatMap(({ behind, source }) =>
    behind.flatMap(({ means }) => means.filter((meaning) => meaning.startsWith('likes:'))).map((meaning) => ({ place: meaning.slice('likes:'.length), avoided: behind.some(({ barrier }) => barrier !== undefined), source })),
  ),
);

const rolesIn = perAnswer((prompt, answer): readonly ToldRole[] =>
  choicesIn(prompt, answer).flatMap(({ behind, source }) => {
    const wanted = behind.some(({ means }) => means.some((meaning) => meaning.startsWith('role:') && meaning !== 'role:let-go'));
    return wanted ? [{ stems: stemsOf(rowOf(source)), label: rowOf(source), source }] : [];
  }),
);

type Named = { readonly what: Meaning; readonly words: readonly string[] };
const names = new WeakMap<Prompt, Map<MeaningKind, readonly Named[]>>();

/** What the framework calls the choices of a kind, by the first word: "Music and singing", "Park or water". */
function namedIn(open: readonly Prompt[], kind: MeaningKind): readonly Named[] {
  return open.flatMap((prompt) => {
    let known = names.get(prompt);
    if (!known) names.set(prompt, (known = new Map()));
    let named = known.get(kind);
    if (!named) known.set(kind, (named = namedBy(prompt, kind)));
    return named;
  });
}

const namedBy = ({ parts }: Prompt, kind: MeaningKind): Named[] =>
  parts.flatMap(optionsOf).flatMap(({ label, means }) => means.filter((meaning) => meaning.startsWith(`${kind}:`) && !meaning.endsWith(':other')).map((what) => ({ what, words: stemsOf(label.split(/ and | or |,|\//)[0]!) })));

/** "Not groups" is enough for company; a pastime is only disliked when they say so. */
function readDislikes(sentences: readonly Sentence[], open: readonly Prompt[]): Dislike[] {
  const families = namedIn(open, 'interest');
  return sentences.filter(({ moods }) => moods.some((mood) => mood === 'disliked' || mood === 'refused')).flatMap((sentence) => {
    const big = sentence.stems.some((stem) => stem === 'big' || stem === 'larg' || stem === 'huge');
    const forms = stemsOfForms().filter(({ stems, wide }) => turnsDown(sentence, stems, ['disliked', 'refused']) && !(wide && big)).map(({ what }) => what);
    const found = [...forms, ...families.filter(({ words }) => turnsDown(sentence, words, ['disliked'])).map(({ what }) => what)];
    return [...new Set(found)].map((what) => ({ what, quote: sentence.quote, source: { kind: 'words' as const, prompt: sentence.prompt, quote: sentence.quote } }));
  });
}

export const says = (told: Told, meaning: Meaning): boolean => told.meanings.has(meaning);
export const valuesTold = (told: Told, kind: MeaningKind): readonly string[] => valuesOf(told.meanings, kind);

/** The answers behind these meanings, those on restricted prompts left out. */
export function toldBy(told: Told, ...wanted: readonly Meaning[]): readonly Source[] {
  const known = openSources.get(told) ?? openSources.set(told, readOpenSources(told)).get(told)!;
  const [first] = wanted;
  return wanted.length === 1 && first !== undefined ? (known.get(first) ?? nobody) : wanted.flatMap((meaning) => known.get(meaning) ?? nobody);
}

const nobody: readonly Source[] = [];
const openSources = new WeakMap<Told, Meanings>();
const readOpenSources = ({ meanings, restricted }: Told): Meanings => new Map([...meanings].map(([meaning, from]) => [meaning, from.filter((source) => isOpenTo(source, restricted))]));

/**
 * The prompt that would settle something: the one that offers most meanings of this kind, as long as the part of it that asks
 * was left empty; else the next that has no answer. No prompt is named in code.
 */
export function promptOffering({ open, answers, answered }: Pick<Told, 'open' | 'answers' | 'answered'>, kind: MeaningKind): PromptId | undefined {
  const [main, ...others] = promptsOffering(open, kind);
  if (main && isLeftEmpty(open.find(({ id }) => id === main.id), answers.get(main.id), kind)) return main.id;
  return others.find(({ id }) => !answered.has(id))?.id;
}

function isLeftEmpty(prompt: Prompt | undefined, answer: Answer | undefined, kind: MeaningKind): boolean {
  if (!prompt || !hasContent(answer)) return true;
  const asking = prompt.parts.filter((part) => optionsOf(part).some(({ means }) => means.some((meaning) => kindOf(meaning) === kind)));
  return asking.length > 0 && !asking.some((part) => answer!.choices.some((choice) => offers(part, choice)));
}

/** True when the prompt that asks most about it has an answer; a wheelchair does not say that needs were asked about. */
export function isAnswered(told: Told, kind: MeaningKind): boolean {
  const [main] = promptsOffering(told.open, kind);
  return main !== undefined && told.answered.has(main.id);
}

const offering = new WeakMap<readonly Prompt[], Map<MeaningKind, readonly Offered[]>>();

function promptsOffering(open: readonly Prompt[], kind: MeaningKind): readonly Offered[] {
  let known = offering.get(open);
  if (!known) offering.set(open, (known = new Map()));
  let ids = known.get(kind);
  if (!ids) known.set(kind, (ids = findOffering(open, kind)));
  return ids;
}

/** What can be ticked comes before what a rule only concludes. */
function findOffering(open: readonly Prompt[], kind: MeaningKind): readonly Offered[] {
  return open.flatMap((prompt) => offeredBy(prompt).get(kind) ?? []).sort((a, b) => b.many - a.many);
}

type Offered = { readonly id: PromptId; readonly many: number };
const offersOf = new WeakMap<Prompt, ReadonlyMap<string, Offered>>();

/** For each kind of meaning how many choices of the prompt have it; none when only a rule of its has. */
function offeredBy(prompt: Prompt): ReadonlyMap<string, Offered> {
  const known = offersOf.get(prompt);
  if (known) return known;
  const offered = new Map<string, Offered>();
  const count = ({ means }: { readonly means: readonly Meaning[] }, each: number): void => {
    for (const kind of new Set(means.map(kindOf))) offered.set(kind, { id: prompt.id, many: (offered.get(kind)?.many ?? 0) + each });
  };
  for (const option of prompt.parts.flatMap(optionsOf)) count(option, 1);
  for (const trigger of prompt.triggers) count(trigger, 0);
  offersOf.set(prompt, offered);
  return offered;
}

const kindOf = (meaning: Meaning): string => meaning.slice(0, meaning.indexOf(':'));

/** A fact of the directory, as the source of a line. */
export const factOf = ({ id, name }: Activity, field: keyof Activity): Source => ({ kind: 'activity', activity: id, name, field });
