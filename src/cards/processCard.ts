/** Where the case stands on its way, what is to be decided, and the ways to end from here. */
import { z } from 'zod';
import type { CaseReading } from '../domain/analysis/caseReading';
import { Button, mainButton, menuButton, sideButton, tile, Tile } from './buttons';
import { escapeText } from './escape';
import { Header, headerOf, News, newsOf } from './header';
import { drawProcessPicture } from './pictures/processPicture';
import { drawingUri } from './pictures/drawing';
import { defineCard, renderCard, type AdaptiveCard } from './registry';
import type { CaseScreen } from './screen';
import { show } from './show';

export const processView = z
  .object({
    fallback: z.string(),
    header: Header,
    news: News,
    title: z.string().min(1),
    picture: z.object({ url: z.string(), alt: z.string().min(1) }).strict(),
    exits: z.array(Tile),
    buttons: z.array(Button),
  })
  .strict();

export const processCard = defineCard('process', processView);

type Screen = Extract<CaseScreen, { kind: 'process' }>;

export function presentProcess(reading: CaseReading, screen: Screen): AdaptiveCard {
  const { content, process: way, state } = reading;
  const stages = content.process.map(({ label }) => label);
  const here = Math.max(0, content.process.findIndex(({ id }) => id === way.reached));
  const exit = state.closed && content.exits.find(({ code }) => code === state.closed?.exit)?.label;
  const { svg, alt } = drawProcessPicture({ stages, here, ...(way.decision === '' || exit ? {} : { decision: way.decision }), ...(exit ? { exit } : {}) });
  const codes: readonly string[] = content.process[here]?.exits ?? [];
  return renderCard(processCard, {
    fallback: 'Please update Teams to see how far this case has come.',
    header: headerOf(reading, 'On the way'),
    news: newsOf(screen),
    title: 'How far this case has come',
    picture: { url: drawingUri(svg), alt: escapeText(alt) },
    exits: state.closed
      ? []
      : content.exits.filter(({ code }) => codes.includes(code)).map(({ code, label, means }) => tile(label, show(reading, 'exit', code), { text: escapeText(label), note: escapeText(means) })),
    buttons: [
      mainButton(state.closed ? 'See how it ended' : 'Go on talking', show(reading, 'talk')),
      sideButton('Where things stand', show(reading, 'summary')),
      ...(state.closed ? [] : [menuButton('Another way to end', show(reading, 'exits'))]),
    ],
  });
}
