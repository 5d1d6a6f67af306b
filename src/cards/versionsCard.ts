/** Every version that was posted, readable as it was, with what is different from the one before. */
import { dayInLondon } from '../domain/case/londonTime';
import { z } from 'zod';
import type { CaseReading } from '../domain/analysis/caseReading';
import type { Submission } from '../domain/case/case';
import { dayInWords } from '../domain/plan/days';
import { takenBackSince } from '../domain/plan/draftSharing';
import { Button, mainButton, sideButton, tile, Tile } from './buttons';
import { Change, changesSince } from './changesView';
import { decisionWords } from './decisionWords';
import { escapeText, shorten } from './escape';
import { Header, headerOf, News, newsOf } from './header';
import { BlockView, blockViews } from './planBlocks';
import { statusOf } from './planFace';
import { defineCard, renderCard, type AdaptiveCard } from './registry';
import type { CaseScreen } from './screen';
import { show } from './show';

export const versionsView = z
  .object({
    fallback: z.string(),
    header: Header,
    news: News,
    title: z.string().min(1),
    intro: z.string().min(1),
    versions: z.array(Tile),
    changedSince: z.string(),
    changes: z.array(Change),
    blocks: z.array(BlockView),
    buttons: z.array(Button),
  })
  .strict();

export const versionsCard = defineCard('versions', versionsView);

type Screen = Extract<CaseScreen, { kind: 'versions' }>;
const mostListed = 6;

export function presentVersions(reading: CaseReading, screen: Screen): AdaptiveCard {
  const { submissions } = reading.state;
  const shown = submissions.find(({ plan }) => String(plan.version) === screen.about) ?? submissions.at(-1);
  const before = shown && submissions.filter(({ plan }) => plan.version < shown.plan.version).at(-1);
  return renderCard(versionsCard, {
    fallback: 'Please update Teams to read earlier versions.',
    header: headerOf(reading, 'Plan'),
    news: newsOf(screen),
    title: shown ? `Version ${shown.plan.version}` : 'No version yet',
    intro: shown ? introOf(shown) : 'A version is kept each time the plan is posted.',
    versions: submissions.length < 2 ? [] : submissions.slice(-mostListed).reverse().map((sent) => versionTile(reading, sent, sent === shown)),
    changedSince: before ? `What changed since version ${before.plan.version}` : '',
    changes: before && shown ? changesSince(before.plan, shown.plan) : [],
    blocks: shown ? blockViews(shown.plan.body, takenBackSince(shown.plan.body.sharing, reading.conversation)) : [],
    buttons: [mainButton('The plan as it is now', show(reading, 'plan')), sideButton('Where it was posted', show(reading, 'posted'))],
  });
}

function introOf(sent: Submission): string {
  const { decided, words } = decisionWords(sent, 200);
  const place = escapeText(shorten(sent.place.name, 60));
  const where = sent.stuck ? `It did not get into ${place}: ${escapeText(shorten(sent.failed ?? '', 120))}.` : sent.message === undefined ? `Not confirmed in ${place} yet.` : `Posted on ${dayInWords(dayInLondon(sent.postedAt ?? sent.at))} in ${place}.`;
  return [where, decided, words].filter((part) => part !== '').join(' ');
}

function versionTile(reading: CaseReading, sent: Submission, chosen: boolean): Tile {
  const { version } = sent.plan;
  const { shape, word } = sent.message === undefined ? { shape: '\u25cb', word: sent.stuck ? 'Not posted' : 'Not posted yet' } : statusOf(sent, reading.state.submissions.at(-1)!.plan.version);
  return tile(`Version ${version}: ${word}`, show(reading, 'versions', String(version)), { text: `Version ${version}`, note: `${shape} ${word} \u00b7 ${dayInWords(dayInLondon(sent.at))}`, chosen });
}
