/** What a line may rest on, and how lines are made of it. */
import type { Concern } from '../analysis/finding';
import type { Answer } from '../case/case';
import type { Conversation } from '../case/conversation';
import type { FedAnswer } from './fedAnswers';
import { tellsSomething } from './fedAnswers';
import type { Line, Source } from './frozenPlan';

/**
 * The conversation as a plan may use it: without restricted prompts, and without the words and choices that raised a
 * restricted concern, wherever they were said. A plan travels, to a reviewer and onto paper at home. Words that were set
 * aside as misread ("no point in an umbrella") are given back.
 */
export function withoutPrivate(conversation: Conversation, concerns: readonly Concern[]): Conversation {
  const kept = concerns.filter(({ restricted, state }) => restricted && state !== 'set-aside').flatMap(({ from }) => from);
  const wordsKept = new Set(concerns.flatMap(({ withheld }) => withheld));
  const choicesKept = new Set(kept.flatMap((source) => (source.kind === 'choice' ? [`${source.prompt} ${source.choice}`] : [])));
  const open = conversation.open.filter(({ restricted }) => !restricted);
  const answers = open.flatMap(({ id }): [string, Answer][] => {
    const answer = conversation.answers.get(id);
    if (!answer) return [];
    const { words, ...rest } = answer;
    return [[id, { ...rest, choices: answer.choices.filter((choice) => !choicesKept.has(`${id} ${choice}`)), ...(words === undefined || wordsKept.has(id) ? {} : { words }) }]];
  });
  return { ...conversation, open, answers: new Map(answers) };
}

/** Whether a line may rest on this source: it is an answer that is still there, or no answer at all. What the worker noticed stays out of plans. */
export function standsIn({ answers }: Pick<Conversation, 'answers'>): (source: Source) => boolean {
  return (source) => {
    if (source.kind === 'words') return answers.get(source.prompt)?.words !== undefined;
    if (source.kind === 'observation') return false;
    return source.kind === 'choice' ? (answers.get(source.prompt)?.choices.includes(source.choice) ?? false) : true;
  };
}

export function unique(sources: readonly Source[]): Source[] {
  return [...new Map(sources.map((source) => [JSON.stringify(source), source])).values()];
}

/** A part of an id: ids travel in events and cards, so they keep to small letters, digits and dashes. */
export const slug = (text: string): string => text.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60);

export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('en-GB') + text.slice(1);

/** A quotation that does not end its own sentence gets its full stop after it. */
export const asSentence = (text: string): string => (/[.!?…][”’]?$/u.test(text) ? text : `${text}.`);

/** The words of each answer as one line, verbatim; `byLine` gives each line that was typed its own. */
export function quotedLines(id: string, fed: readonly FedAnswer[], { byLine = false } = {}): Line[] {
  const said = fed.flatMap(({ words }) => (words ? (byLine ? words.quote.split(/\r\n|[\n\r\u2028\u2029]/).map((quote) => ({ ...words, quote: quote.trim() })) : [words]) : []));
  return said.filter(({ quote }) => quote !== '').map((words, index) => ({ id: `${id}-${index + 1}`, text: words.quote, from: [words], quoted: true }));
}

/** Each choice that says something as a line, under an id that stays with the choice. `alone` keeps "none" as well. */
export function chosenLines(id: string, fed: readonly FedAnswer[], { alone = false } = {}): Line[] {
  return fed.flatMap(({ part, choices }) =>
    choices.filter((source) => alone || tellsSomething(part, source)).map((source) => ({ id: `${id}-${slug(source.choice)}`, text: source.label, from: [source], quoted: false })),
  );
}
