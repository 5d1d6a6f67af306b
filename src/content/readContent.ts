/** Puts the parts of one version together and checks them against each other. */
import { z } from 'zod';
import { ExitCode } from '../domain/case/event';
import { ConcernGuide, Contact, Exit, ProcessStage, type Content } from '../domain/framework/content';
import { promptOf, type Framework } from '../domain/framework/framework';
import { inWords, readFramework } from '../domain/framework/readFramework';
import { SafetyTimes } from '../domain/framework/safetyTimes';
import { repeated } from '../domain/framework/repeated';
import { keepFiling, type FilingWords } from '../domain/reading/filing/filingWords';
import type { Lexicon } from '../domain/reading/lexicon';
import { bannedWordsIn, proseOf } from './bannedWords';
import { readFiling } from './loadFiling';
import type { KeptRules } from './keptRules';
import { loadConcepts } from './loadConcepts';
import { openedLexicon, readReading, type ReadingFiles } from './loadReading';

/** The files of a version as they were written. */
export type ContentFiles = { readonly framework: unknown; readonly concerns: unknown; readonly contacts: unknown; readonly exits: unknown; readonly process: unknown; readonly texts: unknown; readonly filing: unknown; readonly safety: unknown; readonly reading: ReadingFiles; /** What was made of the rules of reading and filing before, if it still holds: then they are not checked again. */ readonly kept?: () => KeptRules | undefined };

/** Numbers that a service must fill in for itself before it works with real people. */
export const localContacts = ['duty-gp', 'crisis-team', 'adult-safeguarding', 'childrens-mash', 'domestic-abuse-local', 'housing-options', 'drug-alcohol', 'adult-social-care', 'out-of-hours', 'gp-supervisor'] as const;

/** Sentences that cards say; without one of them a card could not be drawn. */
export const neededTexts = [
  'welcome-title', 'welcome-for', 'welcome-not-for', 'welcome-emergency', 'welcome-privacy', 'welcome-invented', 'begin-together', 'begin-together-hint', 'begin-phone', 'begin-phone-hint', 'begin-notes', 'begin-notes-hint',
  'nothing-raised', 'nothing-fits', 'leave-as-is', 'plan-is-draft', 'restricted-note', 'not-with-them', 'worried', 'worker-care', 'reads-words',
] as const;

/** The worker's own worry, raised without any rule. */
const WORRIED = 'F28';

type Shelf = { readonly framework?: Framework; readonly concerns?: ConcernGuide[]; readonly contacts?: Contact[]; readonly exits?: Exit[]; readonly process?: ProcessStage[]; readonly texts?: Record<string, string>; readonly filing?: FilingWords; readonly safety?: SafetyTimes };

/**
 * Returns the content of a version. Throws one error that lists every problem of every file, each with its mend. With
 * `rules: 'when-asked'` the many rules by which text is read are made when they are first asked for, and refused then.
 */
export function readContent(version: string, files: ContentFiles, rules: 'at-once' | 'when-asked' = 'at-once'): Content {
  const problems: string[] = [];
  const readFile = <Shape>(name: Exclude<keyof ContentFiles, 'reading'>, schema: z.ZodType<Shape>): Shape | undefined => {
    const parsed = schema.safeParse(files[name]);
    if (!parsed.success) problems.push(...parsed.error.issues.map((issue) => `${name}.json: ${inWords(issue, files[name])}`));
    return parsed.success ? parsed.data : undefined;
  };
  const reading = readFramework(files.framework);
  if (reading.kind === 'refused') problems.push(...reading.problems.map((problem) => `framework.json: ${problem}`));
  const atOnce = rules === 'at-once' && files.kept?.() === undefined;
  const filingReading = readFiling(files.filing, atOnce);
  const shelf: Shelf = {
    framework: reading.kind === 'read' ? reading.framework : undefined,
    concerns: readFile('concerns', z.array(ConcernGuide)),
    contacts: readFile('contacts', z.array(Contact)),
    exits: readFile('exits', z.array(Exit)),
    process: readFile('process', z.array(ProcessStage)),
    texts: readFile('texts', z.record(z.string(), z.string().min(1))),
    filing: filingReading.filing,
    safety: readFile('safety', SafetyTimes),
  };
  if (atOnce) problems.push(...readReading(files.reading).problems);
  problems.push(...frameworkNeeds(shelf, version), ...concernNeeds(shelf), ...contactNeeds(shelf), ...wayNeeds(shelf), ...filingReading.problems, ...filingNeeds(shelf), ...textNeeds(shelf), ...wordingProblems(files));
  const { framework, concerns, contacts, exits, process, texts, filing, safety } = shelf;
  if (problems.length > 0 || !framework || !concerns || !contacts || !exits || !process || !texts || !filing || !safety) throw new Error(refusal(version, problems));
  return { version, framework, concerns: new Map(concerns.map((guide) => [guide.code, guide])), contacts: new Map(contacts.map((contact) => [contact.id, contact])), exits, process, texts, safety, concepts: loadConcepts, get filing() { return withRules(filing, files); }, get lexicon() { return lexiconOf(version, files); } };
}

function lexiconOf(version: string, { reading, kept }: ContentFiles): Lexicon {
  const made = kept?.();
  if (made) return openedLexicon(made.lexicon);
  const { lexicon, problems } = readReading(reading);
  if (!lexicon) throw new Error(refusal(version, problems));
  return lexicon;
}

function withRules(filing: FilingWords, { kept }: ContentFiles): FilingWords {
  const made = kept?.();
  if (made) keepFiling(filing, made.filing);
  return filing;
}

const refusal = (version: string, problems: readonly string[]): string =>
  `The content ${version} does not make sense yet. ${problems.length === 1 ? 'One thing needs' : `${problems.length} things need`} mending:\n${problems.map((problem) => `- ${problem}`).join('\n')}`;

function frameworkNeeds({ framework, concerns, exits }: Shelf, version: string): string[] {
  if (!framework) return [];
  const codes = new Set(concerns?.map(({ code }) => code));
  const exitCodes = new Set<string>(exits?.map(({ code }) => code));
  const rules = framework.prompts.flatMap(({ id, triggers }) => triggers.map((trigger) => ({ ...trigger, at: `framework.json: Prompt ${id}: the rule “${trigger.why}”` })));
  return [
    ...(framework.version === version ? [] : [`framework.json: it says that it is version “${framework.version}”. Write “${version}”.`]),
    ...(concerns ? rules.flatMap(({ at, raises }) => raises.filter(({ code }) => !codes.has(code)).map(({ code }) => `${at} raises ${code}, and concerns.json does not explain it. Add it there.`)) : []),
    ...(exits ? rules.flatMap(({ at, suggestsExit }) => (suggestsExit !== undefined && !exitCodes.has(suggestsExit) ? [`${at} suggests the exit ${suggestsExit}, and exits.json has none. Use one of ${[...exitCodes].join(', ')}.`] : [])) : []),
  ];
}

function concernNeeds({ concerns, contacts }: Shelf): string[] {
  if (!concerns) return [];
  const known = new Set(contacts?.map(({ id }) => id));
  return [
    ...repeated(concerns.map(({ code }) => code)).map((code) => `concerns.json: ${code} stands there twice. Keep one.`),
    ...(concerns.some(({ code }) => code === WORRIED) ? [] : [`concerns.json: ${WORRIED} is missing. It stands for the link worker's own worry.`]),
    ...(contacts ? concerns.flatMap(({ code, contacts: names }) => names.filter((id) => !known.has(id)).map((id) => `concerns.json: ${code} points to the contact “${id}”, and contacts.json has none. Add it there.`)) : []),
  ];
}

function contactNeeds({ contacts }: Shelf): string[] {
  if (!contacts) return [];
  return [
    ...repeated(contacts.map(({ id }) => id)).map((id) => `contacts.json: “${id}” stands there twice. Keep one.`),
    ...localContacts.filter((id) => !contacts.some((contact) => contact.id === id && contact.scope === 'local')).map((id) => `contacts.json: the local number “${id}” is missing. Fill it in.`),
  ];
}

function wayNeeds({ exits, process }: Shelf): string[] {
  const codes = exits?.map(({ code }) => code) ?? [];
  const stages = process?.map(({ id }) => id) ?? [];
  const offered = new Set(process?.flatMap((stage) => stage.exits));
  return [
    ...repeated(codes).map((code) => `exits.json: ${code} stands there twice. Keep one.`),
    ...(exits ? ExitCode.options.filter((code) => !codes.includes(code)).map((code) => `exits.json: the exit ${code} is missing. Say what it means.`) : []),
    ...(process ? ExitCode.options.filter((code) => !offered.has(code)).map((code) => `process.json: no stage offers the exit ${code}. Add it to one.`) : []),
    ...(process && stages.join() !== ProcessStage.shape.id.options.join() ? [`process.json: the stages should be, in this order: ${ProcessStage.shape.id.options.join(', ')}.`] : []),
  ];
}

function textNeeds({ texts }: Shelf): string[] {
  return texts ? neededTexts.filter((key) => !Object.hasOwn(texts, key)).map((key) => `texts.json: “${key}” is missing. A card says it: write it there.`) : [];
}

function filingNeeds({ framework, filing }: Shelf): string[] {
  if (!framework || !filing) return [];
  const strangers = [...Object.keys(filing.prompts), ...Object.values(filing.wants).flat()].filter((id) => !promptOf(framework, id));
  return strangers.map((id) => `filing.json: there is no prompt ${id}. Name one that exists, or leave it out.`);
}

/** What the reading rules quote is how people speak; what they say of it is ours (see loadReading). */
function wordingProblems({ reading: _, kept: __, ...files }: ContentFiles): string[] {
  return Object.entries(files).flatMap(([name, data]) =>
    proseOf(data).flatMap(({ at, text }) => bannedWordsIn(text).map(({ word, instead }) => `${name}.json, ${at}: “${word}” is not for us to say. Instead: ${instead}.`)),
  );
}
