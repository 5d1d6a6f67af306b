/** What can be wrong with the answers that a prompt offers. Each problem says how to mend it. */
import { plain } from '../reading/words/phrase';
import { offers, optionsOf } from './choices';
import type { Option, Part, PlanFeed, Prompt } from './framework';
import { repeated } from './repeated';

/** A scale, a day, a goal and an activity mean something by their kind, so only that kind can feed it. */
const kindThatFeeds: Partial<Record<PlanFeed, Part['kind']>> = { 'first-goal': 'goal', importance: 'scale', activity: 'activity', confidence: 'scale', review: 'day', 'first-time-day': 'day', consent: 'grid', sharing: 'grid' };

/** Returns one sentence for each problem; none when the parts make sense. */
export function partProblems(prompt: Prompt): string[] {
  const problems = [
    ...repeated(prompt.parts.map(({ id }) => id)).map((id) => `two parts are called “${id}”. Give each its own id.`),
    ...repeated(prompt.parts.flatMap(choicesOffered)).map((choice) => `the choice “${choice}” is offered twice. Give each choice of a prompt its own id.`),
    ...prompt.parts.flatMap((part) => [...gridProblems(part), ...aloneProblems(part), ...wordingProblems(part), ...sideProblems(prompt, part), ...feedProblems(prompt, part)]),
    ...namelessChoices(prompt).map((label) => `“${label}” cannot be told apart when it is typed. Add a wording of its own to its aka.`),
  ];
  return problems.map((problem) => `Prompt ${prompt.id}: ${problem}`);
}

/** Ids that a part stores; days and activities are not known beforehand and stand for one each. */
function choicesOffered(part: Part): readonly string[] {
  switch (part.kind) {
    case 'one':
    case 'many':
      return part.options.map(({ id }) => id);
    case 'grid':
      return part.rows.flatMap((row) => part.columns.map((column) => `${row.id}:${column.id}`));
    case 'scale':
      return Array.from({ length: Math.max(part.to - part.from + 1, 0) }, (_, index) => String(part.from + index));
    case 'day':
      return ['a day'];
    case 'goal':
      return ['a goal'];
    case 'activity':
      return ['something-else', 'not-now'];
    case 'words':
      return ['words'];
  }
}

function gridProblems(part: Part): string[] {
  if (part.kind === 'scale') return part.from < part.to ? [] : [`the scale “${part.id}” ends where it starts. Let it run from a lower to a higher number.`];
  if (part.kind !== 'grid') return [];
  const rows = new Set(part.rows.map(({ id }) => id));
  const both = part.columns.filter(({ id }) => rows.has(id)).map(({ id }) => `“${id}” is a row and a column of “${part.id}”. Give them different ids.`);
  const shortcuts = part.shortcuts.flatMap(({ label, choices }) => [
    ...choices.filter((choice) => !offers(part, choice)).map((choice) => `the shortcut “${label}” names “${choice}”, which “${part.id}” does not offer. Use row:column.`),
    ...(part.oneColumnARow ? repeated(choices.map((choice) => choice.split(':')[0]!)).map((row) => `the shortcut “${label}” answers “${row}” twice. Keep one.`) : []),
  ]);
  return [...both, ...shortcuts];
}

const standsForNothing = /^(?:none|nothing|no one|nobody|not now|fine)(?: (?:else|needed|like that|of these|at all))?$/i;

function aloneProblems(part: Part): string[] {
  const options = optionsOf(part);
  if (part.kind === 'grid') return options.filter(({ alone }) => alone).map(({ label }) => `“${label}” in the grid “${part.id}” cannot stand alone. Put it into a part of its own.`);
  if (options.length > 0 && options.every(({ alone }) => alone)) return [`every choice of “${part.id}” stands alone. Leave one that does not.`];
  if (part.kind !== 'many') return [];
  return options.filter(({ label, alone }) => standsForNothing.test(label) && !alone).map(({ label }) => `“${label}” excludes the other choices. Write "alone": true.`);
}

/** Within one part a wording belongs to one choice. */
function wordingProblems(part: Part): string[] {
  const lists = part.kind === 'grid' ? [part.rows, part.columns] : [optionsOf(part)];
  return lists.flatMap((options) =>
    repeated(options.flatMap((option) => [...new Set(wordingsOf(option))])).map((wording) => `“${wording.trim()}” names two choices of “${part.id}”. Keep it with one of them.`),
  );
}

const wordingsOf = ({ label, aka }: Option): string[] => [label, ...aka].map(plain);

/** Choices that share every wording with a choice of an earlier part, which would be taken instead. */
function namelessChoices({ parts }: Prompt): string[] {
  const taken = new Set<string>();
  return parts.flatMap((part) => {
    if (part.kind !== 'one' && part.kind !== 'many') return [];
    const nameless = part.options.filter((option) => [...wordingsOf(option), plain(option.id.replaceAll('-', ' '))].every((wording) => taken.has(wording)));
    for (const option of part.options) for (const wording of wordingsOf(option)) taken.add(wording);
    return nameless.map(({ label }) => label);
  });
}

function sideProblems(prompt: Prompt, part: Part): string[] {
  return optionsOf(part).flatMap(({ label, barrier, enabler, side }) => {
    if (barrier === undefined && enabler === undefined) return [];
    if (barrier !== undefined && enabler !== undefined) return [`“${label}” is a barrier and an enabler. Keep one of them.`];
    if (prompt.restricted) return [`“${label}” tells a ${barrier === undefined ? 'enabler' : 'barrier'}, and this prompt is restricted: it would travel with the plan. Leave it out.`];
    return side === undefined && prompt.side === undefined ? [`“${label}” does not say on which side it lies. Add "side".`] : [];
  });
}

function feedProblems(prompt: Prompt, part: Part): string[] {
  if (part.feeds === undefined) return [];
  if (prompt.restricted) return [`“${part.id}” feeds the plan, and this prompt is restricted. Leave out "feeds".`];
  const needed = kindThatFeeds[part.feeds];
  if (needed === undefined || needed === part.kind || (part.feeds === 'activity' && part.kind === 'words')) return [];
  return [`“${part.id}” feeds “${part.feeds}”, which takes a part of the kind “${needed}”.`];
}
