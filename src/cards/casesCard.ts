/** The worker's own cases, the latest first, page by page. One tap goes on with one. */
import { dayInLondon } from '../domain/case/londonTime';
import { z } from 'zod';
import type { CaseHead } from '../domain/case/head';
import type { Content } from '../domain/framework/content';
import { dayAndYear, dayInWords } from '../domain/plan/days';
import { Button, menuButton, sideButton, Tile, tile } from './buttons';
import { escapeText, plainLine, shorten, unbroken } from './escape';
import { oldClient } from './listCard';
import { defineCard, renderCard, type AdaptiveCard } from './registry';
import type { HomeScreen } from './screen';

export const casesView = z
  .object({ fallback: z.string(), title: z.string(), intro: z.string(), groups: z.array(z.object({ label: z.string(), tiles: z.array(Tile) }).strict()), foot: z.string(), buttons: z.array(Button) })
  .strict();
export const casesCard = defineCard('cases', casesView);

type Cases = Extract<HomeScreen, { kind: 'cases' }>;

const onFirst = { open: 9, paused: 4, closed: 4 } as const;
const aPage = 14;
const states = Object.keys(onFirst) as readonly (keyof typeof onFirst)[];
const labels: Readonly<Record<CaseHead['state'], string>> = { open: '', paused: 'Paused', closed: 'Closed' };

/** The latest of each come first; the others are some taps away, so that none is out of sight. */
function pageOf(heads: readonly CaseHead[], page: number): { readonly shown: readonly CaseHead[]; readonly later: readonly CaseHead[] } {
  const inState = (state: CaseHead['state']): readonly CaseHead[] => heads.filter((head) => head.state === state);
  const rest = states.flatMap((state) => inState(state).slice(onFirst[state]));
  if (page === 0) return { shown: states.flatMap((state) => inState(state).slice(0, onFirst[state])), later: rest };
  return { shown: rest.slice((page - 1) * aPage, page * aPage), later: rest.slice(page * aPage) };
}

export function presentCases({ heads, active, page = 0 }: Cases, { content }: { readonly content: Content }): AdaptiveCard {
  const stageOf = (head: CaseHead): string => content.process.find(({ id }) => id === head.stage)?.label ?? '';
  const { shown, later } = pageOf(heads, page);
  const groups = states.map((state) => ({ label: labels[state], tiles: shown.filter((head) => head.state === state).map((head) => caseTile(head, stageOf(head), head.caseId === active)) }));
  return renderCard(casesCard, {
    fallback: oldClient,
    title: heads.length === 0 ? 'No cases yet' : 'Your cases',
    intro: heads.length === 0 ? 'Begin one whenever you are ready.' : 'Tap one to go on with it.',
    groups: groups.filter(({ tiles }) => tiles.length > 0),
    foot: later.length > 0 ? `${later.length === 1 ? 'One more' : `${later.length} more`}${withConcerns(later)}. Or type resume and the reference, such as “resume WREN-204”.` : '',
    buttons: buttonsOf(page, later.length > 0),
  });
}

const mostInSight = 3;
const starts = [['New, together', 'together'], ['New, on the phone', 'phone'], ['New, from notes', 'notes']] as const;

function buttonsOf(page: number, goesOn: boolean): Button[] {
  const moves = [...(goesOn ? [sideButton('More cases', { verb: 'cases', from: page + 1 })] : []), ...(page > 0 ? [sideButton('From the beginning', { verb: 'cases' })] : [])];
  return [...moves, ...starts.map(([title, mode], index) => (index < mostInSight - moves.length ? sideButton : menuButton)(title, { verb: 'start', mode }))];
}

function withConcerns(later: readonly CaseHead[]): string {
  const waiting = later.filter(({ openConcerns }) => openConcerns > 0).length;
  return waiting === 0 ? '' : `, ${waiting === 1 ? 'one' : waiting} of them with a concern open`;
}

const inWords = { restricted: 'set aside: kept and not used for now', erasing: 'being erased' } as const;
const concernsOf = ({ openConcerns }: CaseHead): string[] => (openConcerns === 0 ? [] : [openConcerns === 1 ? '▲ one concern open' : `▲ ${openConcerns} concerns open`]);

/** Whose it is and how far it came stay out of sight; that a concern waits does not. */
function setAsideTile(head: CaseHead, why: keyof typeof inWords): Tile {
  return tile(`${head.ref}, ${inWords[why]}`, { verb: 'resume', caseId: head.caseId }, { text: `**${unbroken(head.ref)}**`, note: [...concernsOf(head), inWords[why]].join(' · ') });
}

function caseTile(head: CaseHead, stage: string, isActive: boolean): Tile {
  if (head.setAside !== undefined) return setAsideTile(head, head.setAside);
  const closed = head.state === 'closed';
  const review = closed || head.reviewOn === undefined ? [] : [`review day ${dayInWords(head.reviewOn)}`];
  const ended = head.closedAt === undefined ? [] : [`closed on ${dayAndYear(dayInLondon(head.closedAt))}`];
  const opened = head.openedBy === undefined ? [] : [`${escapeText(shorten(head.openedBy.name, 40))} read it on ${dayInWords(dayInLondon(head.openedBy.at))}`];
  const note = [...concernsOf(head), ...opened, ...(closed || stage === '' ? [] : [`stage: ${escapeText(stage.toLowerCase())}`]), ...(isActive ? ['open now'] : []), ...review, ...ended, ...(head.owes ? ['something is still on its way'] : [])].join(' · ');
  return tile(`${plainLine(head.name, 40)}, ${head.ref}`, { verb: 'resume', caseId: head.caseId }, { text: `**${escapeText(shorten(head.name, 40))}** · ${unbroken(head.ref)}`, note });
}
