/** What a line may rest on, and how lines are made of it. */
import type { Conversation } from '../case/conversation';
import type { FedAnswer } from './fedAnswers';
import { tellsSomething } from './fedAnswers';
import type { Line, Source } from './frozenPlan';

/** Whether a plan may rest on this source: a plan travels, so nothing from a restricted prompt, nor from one that is not open. */
export function sharesWith({ open }: Pick<Conversation, 'open'>): (source: Source) => boolean {
  const shared = new Set(open.filter(({ restricted }) => !restricted).map(({ id }) => id));
  return (source) => (source.kind === 'words' || source.kind === 'choice' ? shared.has(source.prompt) : true);
}

export function unique(sources: readonly Source[]): Source[] {
  return [...new Map(sources.map((source) => [JSON.stringify(source), source])).values()];
}

/** A part of an id: ids travel in events and cards, so they keep to small letters, digits and dashes. */
export const slug = (text: string): string => text.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60);

export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('en-GB') + text.slice(1);

export const asSentence = (text: string): string => (/[.!?…”]$/.test(text) ? text : `${text}.`);

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
