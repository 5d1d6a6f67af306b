/** What became of the posted plan, told as it is: waiting to go out, posted, or not taken yet and still owed. */
import { z } from 'zod';
import type { CaseReading } from '../domain/analysis/caseReading';
import type { Submission } from '../domain/case/case';
import { isReviewRefused, takenBackSince } from '../domain/plan/draftSharing';
import { entryAt } from '../domain/plan/entries';
import { Button, mainButton, menuButton, sideButton, tile, Tile } from './buttons';
import { decisionWords } from './decisionWords';
import { escapeText, shorten } from './escape';
import { Header, headerOf, News, newsOf } from './header';
import { takenBackWords } from './planBlocks';
import { Status, statusOf } from './planFace';
import { defineCard, renderCard, type AdaptiveCard } from './registry';
import type { CaseScreen } from './screen';
import { show } from './show';

export const postedView = z
  .object({ fallback: z.string(), header: Header, news: News, title: z.string().min(1), status: Status, text: z.string().min(1), decided: z.string(), words: z.string(), mend: z.array(Tile), buttons: z.array(Button) })
  .strict();

export const postedCard = defineCard('posted', postedView);

type Screen = Extract<CaseScreen, { kind: 'posted' }>;

export function presentPosted(reading: CaseReading, screen: Screen): AdaptiveCard {
  const sent = reading.state.submissions.at(-1);
  const shown: Told = sent ? (withheld(reading, sent) ?? withTakenBack(reading, sent)) : { title: 'Nothing is posted yet', status: { shape: '\u25cb', word: 'Draft', colour: 'default' }, text: 'The plan is still yours alone. You can post it when it is ready.' };
  return renderCard(postedCard, {
    fallback: 'Please update Teams to see where the plan is.',
    header: headerOf(reading, 'Plan'),
    news: newsOf(screen),
    ...shown,
    ...(sent ? decisionWords(sent) : { decided: '', words: '' }),
    mend: sent ? mendOf(reading, sent) : [],
    buttons: buttonsOf(reading, sent),
  });
}

type Told = Pick<z.infer<typeof postedView>, 'title' | 'status' | 'text'>;

/** They said no to notes or to their supervisor after it was posted. */
function withheld({ conversation }: CaseReading, { plan, place, message }: Submission): Told | undefined {
  if (!isReviewRefused(conversation)) return undefined;
  const where = escapeText(shorten(place.name, 60));
  const how = message === undefined ? `is not posted to ${where} as long as that stands` : `is taken out of sight in ${where}, and nobody can decide on it`;
  return { title: 'Not shown for review', status: { shape: '\u25cb', word: 'They said no', colour: 'accent' }, text: `They said no to notes or to a review by your supervisor, so version ${plan.version} ${how}. Ask them again when it is right: once they say yes under “Consent and sharing”, it goes on.` };
}

/** What was posted stays as it is, and they may have taken back since who may be told. */
function withTakenBack({ conversation }: CaseReading, sent: Submission): Told {
  const now = told(sent);
  const takenBack = takenBackSince(sent.plan.body.sharing, conversation);
  return takenBack.length === 0 ? now : { ...now, text: `${now.text}\n\n**${takenBackWords(takenBack)}** Go by that, whatever version ${sent.plan.version} says. Posting the plan again puts it right there too.` };
}

function told(sent: Submission): Told {
  const place = escapeText(shorten(sent.place.name, 60));
  const version = `Version ${sent.plan.version}`;
  if (sent.message === undefined && sent.failed !== undefined) {
    const why = escapeText(shorten(sent.failed, 160)).replace(/\.$/u, '');
    if (sent.stuck) return { title: 'It could not be posted', status: { shape: '○', word: 'Needs another place', colour: 'accent' }, text: `${version} did not get into ${place}: ${why}. It is kept. Please choose another place, or ask for me to be added there and post it again.` };
    return { title: 'Not there yet', status: { shape: '○', word: 'Still trying', colour: 'accent' }, text: `I cannot tell yet whether ${version.toLowerCase()} is in ${place}: ${why}. It is kept, and I keep trying until I am sure. There is nothing that you need to do.` };
  }
  if (sent.message === undefined) return { title: 'On its way', status: { shape: '\u25cc', word: 'Waiting to go out', colour: 'default' }, text: `${version} is going to ${place}. This card does not know yet whether it has arrived.` };
  const status = statusOf(sent, sent.plan.version);
  const last = sent.decisions.at(-1)?.kind;
  if (last === 'agreed') return { title: 'The plan is agreed', status, text: `${version} stands in ${place} for everybody there. Next: the introduction and the first visit.` };
  if (last === 'change') return { title: 'A change was asked for', status, text: `${version} stays as it is. Change the plan and post it again: it becomes the next version, and the difference is shown.` };
  if (last === 'supervision') return { title: 'To talk about in supervision', status, text: `${version} stays open in ${place} until then.` };
  return { title: 'Posted', status, text: `${version} is in ${place}. You will be told here when somebody has looked at it.` };
}

/** A change that was pinned to a line leads to that line. */
function mendOf(reading: CaseReading, { decisions }: Submission): Tile[] {
  const last = decisions.at(-1);
  if (last?.kind !== 'change' || last.line === undefined) return [];
  const entry = entryAt(reading.plan(), last.line);
  return entry ? [tile(`Change ${entry.label}`, show(reading, 'edit-line', entry.target), { text: `Change ${escapeText(entry.label)}\u00a0\u203a`, note: escapeText(shorten(entry.text, 120)) })] : [];
}

function buttonsOf(reading: CaseReading, sent: Submission | undefined): Button[] {
  const last = sent?.decisions.at(-1)?.kind;
  const isAgreed = last === 'agreed';
  const stuck = sent?.stuck === true;
  const waits = sent !== undefined && sent.message === undefined && !stuck;
  const plan = show(reading, 'plan');
  const main = isAgreed ? mainButton('How the first visit went', show(reading, 'first-visit')) : stuck ? mainButton('Choose another place', show(reading, 'place')) : waits ? mainButton('Look again', show(reading, 'posted')) : mainButton(last === 'change' ? 'Change the plan' : 'See the plan', plan);
  return [
    main,
    sideButton('Where things stand', show(reading, 'summary')),
    ...(isAgreed ? [sideButton('Their copy', show(reading, 'copy')), menuButton('Review it together', show(reading, 'hold-review'))] : []),
    ...(isAgreed || waits || stuck ? [menuButton('See the plan', plan)] : []),
    ...(sent ? [menuButton('All versions', show(reading, 'versions'))] : []),
    menuButton('I\u2019m worried', show(reading, 'worried')),
  ];
}
