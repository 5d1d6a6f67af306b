/** What a concern's card is made of: the words behind it, what to do, whom to ring, what is written down of it. */
import type { CaseReading } from '../domain/analysis/caseReading';
import type { Concern } from '../domain/analysis/finding';
import type { ConcernRecord } from '../domain/case/case';
import { recordSoFar } from '../domain/case/decideConcern';
import { escalationFields, type Escalation, type SetAsideKind } from '../domain/case/event';
import type { ConcernGuide } from '../domain/framework/content';
import { promptOf } from '../domain/framework/framework';
import { sideButton, type Button, type Press } from './buttons';
import { contactLine } from './contactLine';
import { escapeText, quoted, shorten } from './escape';
import { field, type Aside, type Field } from './formCard';
import { howRead, mentionQuote, whereWritten } from './mentionWords';
import { textOf } from './textOf';

const mostQuotes = 3;

/** Quoted, never decided: whose words they are, or what was chosen, and why that matters. */
export function evidenceOf(reading: CaseReading, concern: Concern): string {
  if (concern.by === 'worker') return `You wrote: ${quoted(concern.words, 280)}`;
  const sentences = concern.mentions.filter((mention, index) => concern.mentions.findIndex((first) => first.sentence.text === mention.sentence.text) === index);
  const said = sentences.map((mention) => `${mentionQuote(mention)} (${whereWritten(mention, reading)})`);
  const chosen = concern.from.flatMap((source) => {
    const topic = 'prompt' in source ? (promptOf(reading.content.framework, source.prompt)?.topic ?? '') : '';
    const about = topic === '' || concern.why.toLowerCase().includes(topic.toLowerCase()) ? '' : ` (${escapeText(topic)})`;
    if (source.kind === 'choice') return [`The answer was: ${escapeText(source.label)}${about}`];
    return source.kind === 'words' && concern.mentions.length === 0 ? [`They said ${quoted(source.quote, 200)}${about}`] : [];
  });
  return [...[...said, ...chosen].slice(0, mostQuotes).map((line) => `${line}.`), `${escapeText(`${concern.why.charAt(0).toUpperCase()}${concern.why.slice(1)}`)}.`].join(' ');
}

export const stepsOf = (guide: ConcernGuide | undefined): string[] => (guide?.steps ?? ['Tell your supervisor or the duty GP, and write down who takes it on.']).map((step, index) => `${index + 1}. ${escapeText(step)}`);

const mostContacts = 4;
export function contactsOf({ content, today }: CaseReading, guide: ConcernGuide | undefined): string[] {
  const contacts = (guide?.contacts ?? []).flatMap((id) => content.contacts.get(id) ?? []);
  const lines = contacts.slice(0, mostContacts).map((contact) => contactLine(contact, today));
  return lines.length > 0 || guide === undefined ? lines : [escapeText(guide.who)];
}

type Inside = { items?: string[]; lines?: Field[]; buttons?: Button[]; open?: boolean };
const aside = (id: string, title: string, { items = [], lines = [], buttons = [], open = false }: Inside): Aside[] => (items.length + lines.length + buttons.length === 0 ? [] : [{ id, open, title, items, lines, buttons }]);

export const wordsAside = (guide: ConcernGuide | undefined): Aside[] => (guide === undefined ? [] : aside('words-to-say', 'Words to say', { items: [escapeText(guide.wordsToSay)] }));

/** Who works on it together, every number, and until when it is to be checked. */
export function partnersAside({ content, today }: CaseReading, guide: ConcernGuide | undefined): Aside[] {
  if (guide === undefined) return [];
  const contacts = guide.contacts.flatMap((id) => content.contacts.get(id) ?? []).map((contact) => contactLine(contact, today, { dated: true }));
  return aside('partners', 'Who works on it together', { items: [escapeText(guide.who), ...(guide.partners.length === 0 ? [] : [escapeText(`Together with: ${guide.partners.join(', ')}`)]), ...contacts] });
}

const mostReceipts = 6;
/** The receipts: words, rule and reading, and what this kind of reading cannot do. */
export function readAside(reading: CaseReading, { mentions }: Concern): Aside[] {
  if (mentions.length === 0) return [];
  const receipts = mentions.slice(0, mostReceipts).map((mention) => `${mentionQuote(mention)} ${howRead(mention)}`);
  return aside('how-read', 'How this was read', { items: [...receipts, escapeText(textOf(reading.content, 'reads-words'))] });
}

export const recordLabels: Readonly<Record<keyof Escalation, string>> = {
  where: 'Where are they now?',
  said: 'What they said, in their words',
  seen: 'What you saw yourself',
  wants: 'What they want to happen',
  consent: 'Do they agree? If not, why you act',
  time: 'When you told them',
  reply: 'What they answered',
  after: 'What happens next',
  closer: 'Closed by',
};

/** Longer words stay in the record as they are and are not drawn in a box: what is typed there then comes instead of them. */
const mostDrawn = 200;

/** The fields of the record, filled with what was typed or written down before. */
export function recordFields({ state }: CaseReading, concern: Concern, typed: Readonly<Record<string, string>>, names: readonly (keyof Escalation)[]): Field[] {
  const before = recordSoFar(state.concerns.get(concern.id));
  const drawn = (text = ''): string => (text.length > mostDrawn ? '' : text);
  return names.map((name) => field(name, state.rev, recordLabels[name], { value: typed[name] ?? drawn(before[name]) }));
}

/** Behind one line, so that the card stays short; what is typed there comes along with any button. */
export const recordAside = (lines: Field[], buttons: Button[] = []): Aside[] => aside('record', 'Write the detail in the safety record', { lines, buttons });

/** What ends it: somebody has it, and this is what became of it. Until then others read that an action is open. */
export function answerAside({ caseId, state: { rev } }: CaseReading, concern: Concern, typed: Readonly<Record<string, string>>): Aside[] {
  const was = (name: string) => ({ value: typed[name] ?? '' });
  return aside('answered', 'They have answered, and it is settled', {
    lines: [field('from', rev, 'Who answered', was('from')), field('reply', rev, 'What was done, or what they said', was('reply'))],
    buttons: [sideButton('Record the answer', { verb: 'answer-concern', caseId, rev, concern: concern.id })],
    open: typed['from'] !== undefined,
  });
}

export function recordLines({ state }: CaseReading, concern: Concern): string[] {
  const kept = recordSoFar(state.concerns.get(concern.id));
  const notes = state.concerns.get(concern.id)?.notes ?? [];
  return [...escalationFields.flatMap((name) => (kept[name] === undefined ? [] : [`${recordLabels[name].replace(/\?$/, '')}: ${escapeText(shorten(kept[name], mostDrawn))}`])), ...notes.slice(-3).map((note) => escapeText(shorten(note, mostDrawn)))];
}

const quickReasons: readonly (readonly [SetAsideKind, string])[] = [
  ['somebody-else', 'About somebody else'],
  ['past', 'In the past'],
  ['figure', 'A figure of speech'],
  ['other', 'Another reason'],
];

/** One tap each; words may be added, and have to be for another reason. */
export function reasonButtons({ caseId, state }: CaseReading, concern: Concern): Button[] {
  const press: Press = { verb: 'set-aside-concern', caseId, rev: state.rev, concern: concern.id };
  return concern.mentions.length > 0 ? quickReasons.map(([kind, title]) => sideButton(title, { ...press, kind })) : [sideButton('Set it aside', press)];
}

/** `typed` is what was in its box when the reason was refused: then it stands open, for the words that are asked for. */
export function setAsideAside(reading: CaseReading, concern: Concern, typed?: string): Aside[] {
  const words = field('reason', reading.state.rev, concern.mentions.length > 0 ? 'In your words (if you like)' : 'Why this is not a concern', { value: typed ?? '' });
  return aside('set-aside', 'Not a concern, because', { lines: [words], buttons: reasonButtons(reading, concern), open: typed !== undefined });
}

type Owned = NonNullable<ConcernRecord['owned']>;

/** Who took on another concern of the same sentence: proposed for this one, and recorded only when the worker says so. */
export function ownedBeside({ concerns, state }: CaseReading, concern: Concern): Owned | undefined {
  const places = new Set(concern.mentions.map(sentenceOf));
  const beside = concerns.filter((other) => other.id !== concern.id && other.mentions.some((mention) => places.has(sentenceOf(mention))));
  return beside.flatMap(({ id }) => state.concerns.get(id)?.owned ?? [])[0];
}

const sentenceOf = ({ where, at, sentence }: Concern['mentions'][number]): string => JSON.stringify([where, at, sentence.start, sentence.text]);

/** Some prompts are only asked in private: while they are kept back, somebody may hear. Who writes up a note is alone with it. */
export const mayBeHeard = ({ content, conversation, state }: CaseReading): boolean => state.mode !== 'notes' && content.framework.prompts.some((prompt) => prompt.restricted && !conversation.open.includes(prompt));
