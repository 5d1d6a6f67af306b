/** The worker's own cases, the latest first. One tap goes on with one. */
import { dayInLondon } from '../domain/case/londonTime';
import { z } from 'zod';
import type { CaseHead } from '../domain/case/head';
import type { Content } from '../domain/framework/content';
import { dayAndYear, dayInWords } from '../domain/plan/days';
import { Button, sideButton, Tile, tile } from './buttons';
import { escapeText, plainLine, shorten, unbroken } from './escape';
import { oldClient } from './listCard';
import { defineCard, renderCard, type AdaptiveCard } from './registry';
import type { HomeScreen } from './screen';

export const casesView = z
  .object({ fallback: z.string(), title: z.string(), intro: z.string(), groups: z.array(z.object({ label: z.string(), tiles: z.array(Tile) }).strict()), foot: z.string(), buttons: z.array(Button) })
  .strict();
export const casesCard = defineCard('cases', casesView);

type Cases = Extract<HomeScreen, { kind: 'cases' }>;

const mostOpen = 9;
const mostOthers = 4;

export function presentCases({ heads, active }: Cases, { content }: { readonly content: Content }): AdaptiveCard {
  const stageOf = (head: CaseHead): string => content.process.find(({ id }) => id === head.stage)?.label ?? '';
  const inState = (state: CaseHead['state'], most: number): Tile[] => heads.filter((head) => head.state === state).slice(0, most).map((head) => caseTile(head, stageOf(head), head.caseId === active));
  const groups = [
    { label: '', tiles: inState('open', mostOpen) },
    { label: 'Paused', tiles: inState('paused', mostOthers) },
    { label: 'Closed', tiles: inState('closed', mostOthers) },
  ].filter(({ tiles }) => tiles.length > 0);
  const shown = groups.reduce((sum, { tiles }) => sum + tiles.length, 0);
  return renderCard(casesCard, {
    fallback: oldClient,
    title: heads.length === 0 ? 'No cases yet' : 'Your cases',
    intro: heads.length === 0 ? 'Begin one whenever you are ready.' : 'Tap one to go on with it.',
    groups,
    foot: heads.length > shown ? 'Older ones: type resume and the reference, such as “resume WREN-204”.' : '',
    buttons: [sideButton('New, together', { verb: 'start', mode: 'together' }), sideButton('New, on the phone', { verb: 'start', mode: 'phone' }), sideButton('New, from notes', { verb: 'start', mode: 'notes' })],
  });
}

function caseTile(head: CaseHead, stage: string, isActive: boolean): Tile {
  const concerns = head.openConcerns === 0 ? [] : [head.openConcerns === 1 ? '▲ one concern open' : `▲ ${head.openConcerns} concerns open`];
  const closed = head.state === 'closed';
  const review = closed || head.reviewOn === undefined ? [] : [`review day ${dayInWords(head.reviewOn)}`];
  const ended = head.closedAt === undefined ? [] : [`closed on ${dayAndYear(dayInLondon(head.closedAt))}`];
  const opened = head.openedBy === undefined ? [] : [`${escapeText(shorten(head.openedBy.name, 40))} read it on ${dayInWords(dayInLondon(head.openedBy.at))}`];
  const note = [...concerns, ...opened, ...(closed || stage === '' ? [] : [`stage: ${escapeText(stage.toLowerCase())}`]), ...(isActive ? ['open now'] : []), ...review, ...ended, ...(head.owes ? ['something is still on its way'] : [])].join(' · ');
  return tile(`${plainLine(head.name, 40)}, ${head.ref}`, { verb: 'resume', caseId: head.caseId }, { text: `**${escapeText(shorten(head.name, 40))}** · ${unbroken(head.ref)}`, note });
}
