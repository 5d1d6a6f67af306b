/**
 * A case that is read by the supervisor of its team, one to one: everything that is in it, page by page, and nothing to
 * change it with. Only shown after a check of rights, and after the opening was recorded.
 */
import { dayInLondon } from '../domain/case/londonTime';
import type { CaseReading } from '../domain/analysis/caseReading';
import type { Concern } from '../domain/analysis/finding';
import { recordSoFar } from '../domain/case/decideConcern';
import { escalationFields } from '../domain/case/event';
import { choiceInWords } from '../domain/analysis/choiceInWords';
import type { Section } from '../domain/framework/framework';
import { capital } from '../domain/learnt/capital';
import { dayInWords } from '../domain/plan/days';
import { nextWords } from '../domain/record/recordWords';
import { recordLabels } from './concernParts';
import { mainButton, sideButton, tile, type Press, type Tile } from './buttons';
import { escapeText, plainLine, quoted, shorten } from './escape';
import { renderForm } from './formCard';
import { headerOf, newsOf } from './header';
import { mentionQuote } from './mentionWords';
import { paragraph, planBlocks } from './planBlocks';
import { pagesOf, piecesOf, type Block } from './readPages';
import type { AdaptiveCard } from './registry';
import { roomFor } from './room';
import type { Shown } from './shown';
import { talkedAbout } from './summaryCard';
import { tierName, tierReasons } from './tierWords';

type Page = { readonly section: string; readonly title: string; readonly intro: string; readonly blocks: Block[]; readonly tiles: Tile[] };
export type OthersCaseScreen = { /** `overview`, `referral`, `concerns`, `plan`, `since`, `seen`, or a section of the conversation; `seen-2` is the second page of it. */ readonly about: string; readonly said?: string; readonly problem?: string };

export function presentOthersCase(reading: CaseReading, screen: OthersCaseScreen): Shown {
  return { card: draw(reading, screen), summary: 'A case of your team', caseId: reading.caseId };
}

function draw(reading: CaseReading, screen: OthersCaseScreen): AdaptiveCard {
  const [, name = screen.about, number = '1'] = /^(.+)-(\d{1,4})$/.exec(screen.about) ?? [];
  const { section, title, intro, blocks, tiles } = pageOf(reading, name);
  const { caseId, state } = reading;
  const pages = pagesOf(blocks);
  const here = Math.min(Math.max(Number(number), 1), pages.length);
  const more = here < pages.length ? [tile(`The rest: page ${here + 1} of ${pages.length}`, read(caseId, `${name}-${here + 1}`))] : [];
  return renderForm({
    header: { ...headerOf(reading, section), crisis: '' },
    news: newsOf(screen),
    banner: { title: '', text: `This case is with ${escapeText(shorten(state.workerName, 60))}. They can see that you have read it. You cannot change it here.`, style: 'emphasis' },
    title,
    intro: here > 1 ? `Page ${here} of ${pages.length}.` : intro,
    blocks: tiles.length > 0 ? fitting(blocks) : name === 'plan' ? fitting(pages[here - 1]!) : [...pages[here - 1]!],
    groups: groupOf(tiles.length > 0 ? tiles : more),
    buttons: [...(screen.about === 'overview' ? [] : [mainButton('Where things stand', read(caseId, 'overview'))]), sideButton('Hand it over', { verb: 'show-hand-over', caseId }), sideButton('Back to the team', { verb: 'team' })],
  });
}

const groupOf = (tiles: Tile[]): { label: string; tiles: Tile[] }[] => (tiles.length === 0 ? [] : [{ label: '', tiles }]);

const read = (caseId: string, about: string): Press => ({ verb: 'case-of-team', caseId, about });

function pageOf(reading: CaseReading, about: string): Page {
  if (about === 'referral') return referralPage(reading);
  if (about === 'concerns') return concernsPage(reading);
  if (about === 'plan') return planPage(reading);
  if (about === 'since') return sincePage(reading);
  if (about === 'seen') return seenPage(reading);
  const section = reading.content.framework.sections.find(({ id }) => id === about);
  return section ? saidPage(reading, section) : overviewPage(reading);
}

const letters = 6500;

/** The longest lines are cut first, and all alike, so that one long note does not push the rest off the card. */
function fitting(blocks: readonly Block[]): Block[] {
  const room = roomFor(blocks.flatMap(({ items }) => items), letters);
  return blocks.filter(({ items }) => items.length > 0).map(({ label, items }) => ({ label, items: items.map((item) => cut(item, room)) }));
}

/** Escaped text is cut between words, never inside of a mark. */
function cut(text: string, most: number): string {
  if (text.length <= most * 1.5) return text;
  const shown = text.slice(0, Math.floor(most * 1.5));
  return `${shown.slice(0, Math.max(shown.lastIndexOf(' '), 1))}\u2026`;
}

const someOf = (items: readonly string[], most: number): string[] => (items.length <= most ? [...items] : [...items.slice(0, most), `and ${items.length - most} more`]);

const mostOfReferral = 600;
const referralPage = ({ state }: CaseReading): Page => ({ section: 'So far', title: 'The referral', intro: '', blocks: [{ label: '', items: inTheirWords(state.referral?.words) }], tiles: [] });

function overviewPage(reading: CaseReading): Page {
  const { caseId, state, tier, process, content, coverage, findings, concerns } = reading;
  const open = concerns.filter((concern) => concern.state === 'open').length;
  const found = (kind: 'barrier' | 'enabler'): string[] => someOf([...new Set(findings.filter((finding) => finding.kind === kind).map(({ what }) => escapeText(capital(what))))], 8);
  const stage = content.process.find(({ id }) => id === process.here)?.label ?? '';
  const tiles = [
    tile(open === 0 ? 'Concerns' : open === 1 ? 'Concerns: one is open' : `Concerns: ${open} are open`, read(caseId, 'concerns')),
    tile('The plan as it stands', read(caseId, 'plan')),
    ...((state.referral?.words.length ?? 0) > mostOfReferral ? [tile('All of the referral', read(caseId, 'referral'))] : []),
    ...content.framework.sections.filter((section) => answeredIn(reading, section).length > 0).map(({ id, label }) => tile(plainLine(`What was said: ${label}`, 80), read(caseId, id), { text: escapeText(`What was said: ${label}`) })),
    ...(hasGoneOn(state) ? [tile('How it went', read(caseId, 'since'))] : []),
    ...(state.observations.length + state.notes.length === 0 ? [] : [tile('What the link worker noted', read(caseId, 'seen'))]),
  ];
  return {
    section: 'So far',
    title: `Where ${escapeText(shorten(state.name, 40))} stands`,
    intro: `**Stage:** ${escapeText(stage)}. **Support:** ${escapeText(tierName(tier.is))}.`,
    blocks: [
      { label: 'Why this much support', items: tierReasons(reading) },
      { label: 'The referral', items: state.referral ? [quoted(state.referral.words, mostOfReferral)] : [] },
      { label: 'What helps', items: found('enabler') },
      { label: 'What gets in the way', items: found('barrier') },
      { label: 'The conversation', items: [coverage.every(({ state: reached }) => reached === 'not-yet') && state.answers.size > 0 ? 'Only the opening so far.' : talkedAbout(coverage)] },
    ],
    tiles,
  };
}

const answeredIn = ({ content, conversation }: CaseReading, { id }: Section) => content.framework.prompts.filter((prompt) => prompt.section === id && conversation.answers.has(prompt.id));

const inTheirWords = (words: string | undefined): string[] => (words === undefined ? [] : piecesOf(words).map((piece) => quoted(piece)));
const written = (text: string): string[] => piecesOf(text).map(escapeText);
/** In one paragraph, where what is between is no longer than that. */
function between(before: string, pieces: readonly string[], after = ''): string[] {
  const parts = pieces.map((piece, at) => [...(at === 0 ? [before] : []), piece, ...(at === pieces.length - 1 ? [after] : [])].join(' ').trim());
  return parts.length === 0 ? [`${before} ${after}`.trim()] : parts;
}
const dated = (day: string, pieces: readonly string[]): string[] => between(`${day}:`, pieces);

function saidPage(reading: CaseReading, section: Section): Page {
  const blocks = answeredIn(reading, section).map((prompt): Block => {
    const { choices, words } = reading.conversation.answers.get(prompt.id)!;
    const labels = choices.map((choice) => escapeText(dayInWords(choiceInWords(reading, prompt, choice))));
    return { label: escapeText(prompt.topic), items: [...(labels.length === 0 ? [] : [labels.join(' \u00b7 ')]), ...inTheirWords(words)] };
  });
  return { section: 'Said', title: escapeText(section.label), intro: blocks.length === 0 ? 'Nothing was said of this yet.' : 'What they said stands between quotation marks, word for word.', blocks, tiles: [] };
}

function concernsPage(reading: CaseReading): Page {
  const all = [...reading.concerns, ...reading.noted];
  const mark = { open: '\u25cb open', owned: '\u25cf taken on', answered: '\u25cf answered', 'set-aside': '\u2013 set aside' } as const;
  const blocks = all.map((concern): Block => ({ label: `${escapeText(reading.content.concerns.get(concern.code)?.title ?? concern.why)} \u00b7 ${mark[concern.state]}`, items: concernLines(reading, concern) }));
  return { section: 'Concerns', title: 'Concerns', intro: all.length === 0 ? 'Nothing was raised in what was recorded.' : '', blocks, tiles: [] };
}

function concernLines({ state }: CaseReading, concern: Concern): string[] {
  const { owned, answered, setAside, notes } = state.concerns.get(concern.id) ?? { notes: [] as readonly string[] };
  const record = recordSoFar(state.concerns.get(concern.id));
  return [
    ...(concern.by === 'worker' ? dated('The link worker wrote', inTheirWords(concern.words)) : concern.mentions.map((mention) => mentionQuote(mention))),
    ...concern.from.flatMap((source) => (source.kind === 'choice' ? [`The answer was: ${escapeText(source.label)}`] : source.kind === 'words' && concern.mentions.length === 0 ? inTheirWords(source.quote) : [])),
    ...(owned ? written(`With ${owned.owner}: ${owned.action} (${dayInWords(dayInLondon(owned.at))})`) : []),
    ...(answered ? written(`${answered.from} replied: ${answered.reply}`) : []),
    ...(setAside ? written(`Set aside: ${setAside.reason}`) : []),
    ...escalationFields.flatMap((field) => (record[field] === undefined ? [] : written(`${recordLabels[field].replace(/\?$/, '')}: ${record[field]}`))),
    ...notes.flatMap(written),
  ];
}

function planPage(reading: CaseReading): Page {
  const last = reading.state.submissions.at(-1);
  const blocks = planBlocks(reading.plan()).map(({ title, lines }): Block => ({ label: title, items: lines.map((line) => `${line.mark === '' ? '' : `${line.mark}. `}${paragraph(line)}`) }));
  const posted = last === undefined ? 'It was not posted yet.' : `Version ${last.plan.version} was posted on ${dayInWords(dayInLondon(last.postedAt ?? last.at))} in ${escapeText(shorten(last.place.name, 60))}.`;
  return { section: 'Plan', title: 'The plan as it stands', intro: blocks.length === 0 ? 'Nothing stands in it yet.' : posted, blocks, tiles: [] };
}

const hasGoneOn = ({ firstVisit, reviews }: CaseReading['state']): boolean => firstVisit !== undefined || reviews.length > 0;

function sincePage({ state: { firstVisit, reviews } }: CaseReading): Page {
  const visit = firstVisit === undefined ? [] : between(`${dayInWords(dayInLondon(firstVisit.at))}: ${firstVisit.went ? 'they went' : 'they did not go'}.`, inTheirWords(firstVisit.words));
  const held = reviews.flatMap(({ at, words, progress, next }) => between(`${dayInWords(dayInLondon(at))}:`, inTheirWords(words), `${progress === undefined ? '' : `${progress} of 10. `}${capital(nextWords[next])}.`));
  return { section: 'Since', title: 'How it went', intro: '', blocks: [{ label: 'The first visit', items: visit }, { label: 'Looking at it together', items: held }], tiles: [] };
}

function seenPage({ state, content }: CaseReading): Page {
  const topic = (id: string | undefined): string => content.framework.prompts.find((prompt) => prompt.id === id)?.topic ?? '';
  const seen = [...state.observations].reverse().flatMap(({ words, at, prompt }) => dated(`${dayInWords(dayInLondon(at))}${topic(prompt) === '' ? '' : `, ${escapeText(topic(prompt))}`}`, written(words)));
  const notes = [...state.notes].reverse().flatMap(({ text, at }) => dated(dayInWords(dayInLondon(at)), written(text)));
  return {
    section: 'Notes',
    title: 'What the link worker noted',
    intro: state.observations.length + state.notes.length === 0 ? 'Nothing was noted yet.' : 'These are the link worker\u2019s words, not the person\u2019s.',
    blocks: [{ label: 'Noticed', items: seen }, { label: 'Notes', items: notes }],
    tiles: [],
  };
}
