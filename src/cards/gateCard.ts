/** What a plan needs before it can be agreed: what is there, and a tap for each thing that is not. */
import { z } from 'zod';
import type { CaseReading } from '../domain/analysis/caseReading';
import { PromptId } from '../domain/framework/framework';
import type { GateItem } from '../domain/plan/frozenPlan';
import { Button, mainButton, menuButton, sideButton, tile, Tile, type Press } from './buttons';
import { escapeText } from './escape';
import { caseTop, headerOf, newsOf } from './header';
import { plainly } from './planFace';
import { defineCard, renderCard, type AdaptiveCard } from './registry';
import type { CaseScreen } from './screen';
import { show } from './show';

export const gateView = z
  .object({ ...caseTop, missing: z.array(Tile), passed: z.string(), done: z.array(z.string()), buttons: z.array(Button) })
  .strict();

export const gateCard = defineCard('gate', gateView);

type Screen = Extract<CaseScreen, { kind: 'gate' }>;

export function presentGate(reading: CaseReading, screen: Screen): AdaptiveCard {
  const items = reading.gate();
  const missing = items.filter(({ ok }) => !ok);
  return renderCard(gateCard, {
    fallback: 'Please update Teams to see what the plan still needs.',
    header: headerOf(reading, 'Plan'),
    news: newsOf(screen),
    title: 'What a plan needs',
    intro: missingWords(missing.length),
    missing: missing.map((item) => mendTile(item, reading)),
    passed: missing.length === items.length ? '' : 'Already there',
    done: items.filter(({ ok }) => ok).map(({ label }) => escapeText(plainly(label))),
    buttons: [mainButton('Back to the plan', show(reading, 'plan')), sideButton('Go on talking', show(reading, 'talk')), menuButton('Where things stand', show(reading, 'summary'))],
  });
}

const numbers = ['', 'One thing', 'Two things', 'Three things', 'Four things', 'Five things'];

/** Offered, never scolded. */
export function missingWords(missing: number): string {
  if (missing === 0) return 'Everything that this plan needs is there.';
  return `**${numbers[missing] ?? 'A few things'}** would make this plan complete`;
}

/** The tap that leads to where it is mended: a prompt, a concern, or a line of the plan. */
export const mendTile = (item: GateItem, reading: CaseReading): Tile => tile(item.label, mendPress(item, reading), { text: `${escapeText(item.label)}\u00a0\u203a` });

function mendPress({ jump }: GateItem, reading: CaseReading): Press {
  if (jump === undefined) return show(reading, 'talk');
  if (jump.startsWith('concern:')) return show(reading, 'concern', jump.slice('concern:'.length));
  if (PromptId.safeParse(jump).success) return { verb: 'open-prompt', caseId: reading.caseId, rev: reading.state.rev, prompt: jump };
  return show(reading, 'edit-line', jump);
}
