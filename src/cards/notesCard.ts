/** A pasted note, sentence by sentence: each stays, moves or goes with one tap. The note itself stays as it was pasted. */
import { z } from 'zod';
import type { CaseReading } from '../domain/analysis/caseReading';
import { promptOf } from '../domain/framework/framework';
import type { Proposal } from '../domain/reading/filing/fileNote';
import { wantsIn } from '../domain/reading/filing/wants';
import { Button, mainButton, sideButton } from './buttons';
import { escapeText, plainLine, quoted, shorten } from './escape';
import { Field, field } from './formCard';
import { caseTop, headerOf, newsOf } from './header';
import { oldClient } from './listCard';
import { defineCard, renderCard, type AdaptiveCard } from './registry';
import { roomFor } from './room';
import { sectionsCard, sectionsOf } from './sectionsCard';
import { show } from './show';

export const notesView = z
  .object({
    ...caseTop,
    boxes: z.array(Field).max(1),
    sentences: z.array(z.object({ quote: z.string(), proposal: z.string(), buttons: z.array(Button) }).strict()),
    /** What has no room for buttons of its own yet, and is kept with the others: nothing is kept unseen. */
    rest: z.string(),
    whole: z.string(),
    foot: z.string(),
    buttons: z.array(Button),
  })
  .strict();
export const notesCard = defineCard('notes', notesView);

type Screen = { readonly about?: string; readonly problem?: string; readonly typed?: string; readonly said?: string };

const onOnePage = 5;
const mostInShort = 12;
const lettersInShort = 1500;
const wholeNote = 4000;

export function presentNotes(reading: CaseReading, screen: Screen): AdaptiveCard {
  const { proposals } = reading;
  const [place, section] = (screen.about ?? '').split('@');
  const moved = proposals.find((proposal) => placeOf(proposal) === place);
  if (moved) return moveCard(reading, moved, section, screen);
  return proposals.length === 0 ? pasteCard(reading, screen) : filingCard(reading, screen);
}

/** A sentence is named by its note and where it starts. */
const placeOf = ({ note, start }: Proposal): string => `${note}:${start}`;

const hasPlace = ({ first }: Proposal): boolean => first !== undefined;

function filingCard(reading: CaseReading, screen: Screen): AdaptiveCard {
  const { caseId, state, proposals } = reading;
  // What would be kept is seen before what has no place.
  const shown = [...proposals.filter(hasPlace), ...proposals.filter((proposal) => !hasPlace(proposal))].slice(0, onOnePage);
  const rest = proposals.length - shown.length;
  const note = state.notes.find(({ id }) => id === shown[0]!.note);
  const [first] = shown;
  const placed = proposals.filter((proposal) => proposal.note === first!.note && hasPlace(proposal)).length;
  return renderCard(notesCard, {
    fallback: oldClient,
    header: headerOf(reading, 'Your note'),
    news: newsOf(screen),
    title: 'Where does each sentence belong?',
    intro: rest > 0 ? `${shown.length} of ${proposals.length} sentences. ${rest === 1 ? 'The last one comes' : 'The others come'} next.` : '',
    boxes: [],
    sentences: shown.map((proposal) => sentenceView(reading, proposal)),
    rest: restLines(reading, proposals.filter((proposal) => hasPlace(proposal) && proposal.note === first!.note && !shown.includes(proposal))),
    whole: note === undefined ? '' : escapeText(shorten(note.text, wholeNote)),
    foot: 'The note stays as you pasted it.',
    buttons: [
      ...(placed > 0
        ? [mainButton(rest > 0 ? `Keep all ${placed} as proposed` : 'Keep all as proposed', { verb: 'file-rest', caseId, rev: state.rev, note: first!.note }), sideButton('Talk first, file later', show(reading, 'sections'))]
        : [mainButton('Go on, these stay in the note', show(reading, 'talk'))]),
      sideButton('I’m worried', show(reading, 'worried')),
    ],
  });
}

function sentenceView(reading: CaseReading, proposal: Proposal): z.input<typeof notesView>['sentences'][number] {
  const { caseId, state, content } = reading;
  const on = { caseId, rev: state.rev, note: proposal.note, start: proposal.start, end: proposal.end };
  const topicOf = (id: string): string => promptOf(content.framework, id)?.topic ?? id;
  const file = (id: string, title: string, make: typeof sideButton) => make(title, { verb: 'file-sentence', ...on, prompt: id });
  const [main, ...others] = [proposal.first, ...proposal.others].filter((id) => id !== undefined);
  return {
    quote: quoted(proposal.text, 400),
    proposal: main === undefined ? 'No prompt fits by itself' : `Answers: **${escapeText(topicOf(main))}**${because(proposal)}${manner(reading, proposal)}`,
    buttons: [
      ...(main === undefined ? [] : [file(main, 'Keep', sideButton)]),
      ...others.slice(0, 2).map((id) => file(id, insteadOf(topicOf(id)), sideButton)),
      sideButton('Elsewhere', show(reading, 'notes', placeOf(proposal))),
      sideButton('Leave out', { verb: 'discard-sentence', ...on }),
    ],
  };
}

/** A button of a phone cuts off longer ones. */
const mostOnAButton = 32;
function insteadOf(topic: string): string {
  const title = `${plainLine(topic, 40)} instead`;
  return title.length > mostOnAButton ? plainLine(topic, mostOnAButton) : title;
}

function restLines({ content }: CaseReading, proposals: readonly Proposal[]): string {
  const next = proposals.slice(0, mostInShort);
  const most = roomFor(next.map(({ text }) => text), lettersInShort);
  const lines = next.map(({ text, first }) => `${quoted(text, most)} \u203a ${escapeText(promptOf(content.framework, first!)?.topic ?? first!)}`);
  const more = proposals.length - lines.length;
  return lines.length === 0 ? '' : ['**Next, and kept with them:**', ...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n\n');
}

/** The words that say so, unless they are all of it. */
const because = ({ because: words, text }: Proposal): string => (words === undefined || words.length >= text.length - 1 ? '' : ` · ${quoted(words, 60)}`);

/** Interests, what is only past and what is turned down stay apart. */
function manner({ content }: CaseReading, { first, text }: Proposal): string {
  if (first === undefined || !Object.values(content.filing.wants).includes(first)) return '';
  const { disliked, past } = wantsIn(text);
  return `${disliked.length > 0 ? ' · turned down' : ''}${past.length > 0 ? ' · in the past' : ''}`;
}

function moveCard(reading: CaseReading, proposal: Proposal, section: string | undefined, screen: Screen): AdaptiveCard {
  const { caseId, state } = reading;
  return renderCard(sectionsCard, {
    fallback: oldClient,
    header: headerOf(reading, 'Your note'),
    news: newsOf(screen),
    title: 'What does this answer?',
    intro: quoted(proposal.text, 400),
    groups: sectionsOf(reading, {
      here: section ?? sectionOf(reading, proposal),
      open: ({ id }) => ({ verb: 'file-sentence', caseId, rev: state.rev, note: proposal.note, start: proposal.start, end: proposal.end, prompt: id }),
      turnTo: (id) => show(reading, 'notes', `${placeOf(proposal)}@${id}`),
    }),
    foot: '',
    buttons: [sideButton('Back to the note', show(reading, 'notes'))],
  });
}

/** Near the best guess, when there is one. */
const sectionOf = ({ content }: CaseReading, { first }: Proposal): string | undefined => (first === undefined ? undefined : promptOf(content.framework, first)?.section);

function pasteCard(reading: CaseReading, screen: Screen): AdaptiveCard {
  const { caseId, state } = reading;
  const before = state.notes.length > 0;
  return renderCard(notesCard, {
    fallback: oldClient,
    header: headerOf(reading, 'Your note'),
    news: newsOf(screen),
    title: before ? 'Every sentence has its place' : 'Write up from your notes',
    intro: before ? 'Only the gaps are left to ask. You can add another note.' : 'Paste your note as it is. I keep it word for word, and propose where each sentence belongs.',
    boxes: [field('note', state.rev, before ? 'Another note' : 'Your note', { value: screen.typed ?? '' })],
    sentences: [],
    rest: '',
    whole: escapeText(shorten(state.notes.at(-1)?.text ?? '', wholeNote)),
    foot: '',
    buttons: before
      ? [mainButton('Go on to the gaps', show(reading, 'talk')), sideButton('Keep this note too', { verb: 'paste-note', caseId, rev: state.rev }), sideButton('I’m worried', show(reading, 'worried'))]
      : [mainButton('Keep this note', { verb: 'paste-note', caseId, rev: state.rev }), sideButton('Go on without a note', show(reading, 'talk')), sideButton('I’m worried', show(reading, 'worried'))],
  });
}
