/** Where the person stands: the picture of the fits, how much support, what helps and what gets in the way, what to ask next. */
import { z } from 'zod';
import { sizeWords } from '../domain/activities/environmentOccupation';
import { inWords } from '../domain/activities/links';
import type { CaseReading } from '../domain/analysis/caseReading';
import type { AreaCoverage } from '../domain/analysis/finding';
import { valuesOf } from '../domain/analysis/meanings';
import type { Side } from '../domain/framework/framework';
import { Side as SideName } from '../domain/framework/framework';
import { asSeen, Button, mainButton, menuButton, pressed, Pressed, sideButton, tile, Tile } from './buttons';
import { dot, escapeText, plainLine, shorten } from './escape';
import { Header, headerOf, nameOf, News, newsOf } from './header';
import { drawFitPicture } from './pictures/fitPicture';
import { drawingUri } from './pictures/drawing';
import { defineCard, renderCard, type AdaptiveCard } from './registry';
import type { CaseScreen } from './screen';
import { show } from './show';
import { sideIcon } from './sideIcon';
import { tierName, tierReasons } from './tierWords';

const SideView = z.object({ title: z.string(), icon: z.string(), name: z.string(), wants: z.string(), helps: z.string(), hinders: z.string(), talked: z.string().min(1), ...Pressed }).strict();

export const summaryView = z
  .object({
    fallback: z.string(),
    header: Header,
    news: News,
    title: z.string().min(1),
    alert: z.array(z.object({ title: z.string(), text: z.string(), ...Pressed }).strict()).max(1),
    picture: z.object({ url: z.string(), alt: z.string().min(1) }).strict(),
    tier: z.object({ title: z.string(), name: z.string(), reasons: z.array(z.string()), changed: z.string(), ...Pressed }).strict(),
    sides: z.array(SideView).length(3),
    next: z.array(Tile).max(3),
    stage: z.object({ trail: z.string(), decision: z.string() }).strict(),
    buttons: z.array(Button),
  })
  .strict();

export const summaryCard = defineCard('summary', summaryView);

type Screen = Extract<CaseScreen, { kind: 'summary' }>;

export function presentSummary(reading: CaseReading, screen: Screen): AdaptiveCard {
  const { state } = reading;
  return renderCard(summaryCard, {
    fallback: 'Please update Teams to see where things stand.',
    header: headerOf(reading, 'So far'),
    news: newsOf(screen),
    title: `Where ${escapeText(shorten(state.name, 40))} stands`,
    alert: alertOf(reading),
    picture: pictureOf(reading),
    tier: tierView(reading),
    sides: SideName.options.map((side) => sideView(reading, side)),
    next: reading.suggestions.slice(0, 3).map(({ prompt, topic, why }) => tile(topic, { verb: 'open-prompt', caseId: reading.caseId, rev: state.rev, prompt }, { text: escapeText(topic), note: escapeText(why) })),
    stage: stageOf(reading),
    buttons: buttonsOf(reading),
  });
}

function tierView(reading: CaseReading): z.input<typeof summaryView>['tier'] {
  const name = tierName(reading.tier.is);
  return { title: name, name, reasons: tierReasons(reading), changed: changedLine(reading), ...pressed(show(reading, 'why', 'tier')) };
}

function changedLine({ tier }: CaseReading): string {
  return tier.changedFrom === undefined ? '' : `You changed this. The answers alone read as: ${tierName(tier.changedFrom).toLowerCase()}.`;
}

function alertOf(reading: CaseReading): z.input<typeof summaryView>['alert'] {
  const open = reading.concerns.filter(({ state, urgency }) => state === 'open' && urgency !== 'ROUTINE');
  if (open.length === 0) return [];
  const [only] = open;
  const text = open.length === 1 ? 'Somebody else may need to know about this: see what to do\u00a0\u203a' : `${open.length} things may need somebody else: see what to do\u00a0\u203a`;
  return [{ title: text, text, ...pressed(open.length === 1 && only ? show(reading, 'concern', only.id) : show(reading, 'concerns')) }];
}

/** At most three short phrases a circle: what helps first, then what gets in the way; failing both, of what was talked. */
function phrasesOf(reading: CaseReading, side: Side): string[] {
  const of = (kind: 'enabler' | 'barrier') => [...new Set(reading.findings.filter((finding) => finding.side === side && finding.kind === kind).map(({ what }) => what))];
  const [helps, hinders] = [of('enabler'), of('barrier')];
  const found = [...helps.slice(0, hinders.length > 0 ? 2 : 3), ...hinders].slice(0, 3);
  const phrases = side === 'occupation' ? [...found, ...wantsOf(reading)].slice(0, 3) : found;
  return phrases.length > 0 ? phrases : talkedOf(reading, side);
}

function talkedOf({ coverage }: CaseReading, of: Side): string[] {
  const labels = coverage.filter(({ side, state }) => side === of && state === 'explored').map(({ label }) => label.toLowerCase());
  const [first, second, ...more] = labels;
  if (first === undefined) return [];
  return [`talked about ${[first, second].filter((label) => label !== undefined).join(', ')}${more.length > 0 ? ` and ${more.length} more` : ''}`];
}

/** What the person would like more of and how it should feel. A choice may mean it in other words ("Less than I want"), so each is said in its own. */
function wantsOf({ meanings }: CaseReading): string[] {
  const known = (kind: keyof typeof feels): string[] => valuesOf(meanings, kind).flatMap((value) => feels[kind][value] ?? []);
  return [...valuesOf(meanings, 'wants').map(inWords), ...known('company'), ...known('manner'), ...known('level')];
}

const feels: Readonly<Record<'company' | 'manner' | 'level', Readonly<Record<string, string>>>> = {
  company: sizeWords,
  manner: { chatting: 'chatting', doing: 'getting on with something' },
  level: { gentle: 'gentle', stretch: 'a bit of a stretch', challenge: 'a real challenge' },
};

function pictureOf(reading: CaseReading): { url: string; alt: string } {
  const { po, pe, eo } = reading.fits();
  const centre = reading.chosen()?.activity.name;
  const { svg, alt } = drawFitPicture({
    person: phrasesOf(reading, 'person'),
    environment: phrasesOf(reading, 'environment'),
    occupation: phrasesOf(reading, 'occupation'),
    fits: { po: { state: po.state, reason: po.reason }, pe: { state: pe.state, reason: pe.reason }, eo: { state: eo.state, reason: eo.reason } },
    ...(centre === undefined ? {} : { centre }),
  });
  return { url: drawingUri(svg), alt: escapeText(alt) };
}

const mostListed = 4;
/** Letters of a tile that tells much: its name holds what is seen on it, unless answers are endless. */
const longTile = 320;

function sideView(reading: CaseReading, side: Side): z.input<typeof SideView> {
  const list = (kind: 'enabler' | 'barrier') => listed([...new Set(reading.findings.filter((finding) => finding.side === side && finding.kind === kind).map(({ what }) => what))]);
  const shown = {
    name: nameOf[side],
    wants: side === 'occupation' ? listed(wantsOf(reading)) : '',
    helps: list('enabler'),
    hinders: list('barrier'),
    talked: talkedAbout(reading.coverage.filter((area) => area.side === side)),
  };
  const named = (label: string, text: string): string => (text === '' ? '' : `${label}: ${text}`);
  return {
    title: asSeen([shown.name, named('Wants', shown.wants), named('Helps', shown.helps), named('In the way', shown.hinders)], longTile),
    icon: sideIcon(side),
    ...shown,
    ...pressed(show(reading, 'why', `side:${side}`)),
  };
}

function listed(items: readonly string[]): string {
  const rest = items.length - mostListed;
  return [...items.slice(0, mostListed).map((item) => escapeText(shorten(item, 70))), ...(rest > 0 ? [`and ${rest} more`] : [])].join(dot);
}

/** How far the talk has come, in words. */
export function talkedAbout(areas: readonly AreaCoverage[]): string {
  const named = (states: readonly AreaCoverage['state'][]) => areas.filter(({ state }) => states.includes(state)).map(({ label }) => escapeText(label.toLowerCase()));
  const [explored, touched, notYet] = [named(['explored']), named(['touched']), named(['not-yet'])];
  if (explored.length === areas.length) return 'All of it has been talked about.';
  if (explored.length + touched.length === 0) return 'Nothing talked about yet.';
  const few = (labels: readonly string[]) => (labels.length > mostListed ? `${labels.slice(0, 3).join(', ')} and ${labels.length - 3} more` : labels.join(', '));
  return [`Talked about: ${few(explored) || 'nothing yet'}.`, ...(touched.length > 0 ? [`Left for now: ${few(touched)}.`] : []), ...(notYet.length > 0 ? [`Not yet: ${few(notYet)}.`] : [])].join(' ');
}

function stageOf(reading: CaseReading): z.input<typeof summaryView>['stage'] {
  const { content, process: way } = reading;
  const trail = content.process.map(({ id, label }) => (id === way.here ? `**${escapeText(label)}**` : escapeText(label.toLowerCase()))).join(' \u203a ');
  return { trail, decision: way.decision === '' ? '' : `To decide now: ${escapeText(way.decision)}` };
}

function buttonsOf(reading: CaseReading): Button[] {
  const { caseId, state } = reading;
  const chosen = state.chosen !== undefined;
  const mayLook = reading.coverage.some(({ state: how }) => how !== 'not-yet');
  const agreed = state.submissions.some(({ decisions }) => decisions.some(({ kind }) => kind === 'agreed'));
  const afterwards = agreed ? [{ title: 'How the first visit went', action: show(reading, 'first-visit') }, { title: 'Review it together', action: show(reading, 'hold-review') }] : [];
  // What the card asks to be decided now is one tap away.
  const now = afterwards[['first-visit', 'follow-up'].indexOf(reading.process.here)];
  const talk = show(reading, 'talk');
  const first = now ? [mainButton(now.title, now.action), sideButton('See the plan', show(reading, 'plan')), menuButton('Go on talking', talk)] : [
    chosen ? mainButton('See the plan', show(reading, 'plan')) : mayLook ? mainButton('See options', show(reading, 'options')) : mainButton('Go on talking', talk),
    chosen || mayLook ? sideButton('Go on talking', talk) : sideButton('See options', show(reading, 'options')),
  ];
  return [
    ...first,
    sideButton('I\u2019m worried', show(reading, 'worried')),
    chosen ? menuButton('See options', show(reading, 'options')) : menuButton('See the plan', show(reading, 'plan')),
    menuButton('How far this case has come', show(reading, 'process')),
    menuButton('Change how much support', show(reading, 'tier')),
    ...afterwards.filter((one) => one !== now).map(({ title, action }) => menuButton(title, action)),
    ...(state.submissions.length > 0 ? [menuButton('Earlier versions', show(reading, 'versions'))] : []),
    menuButton('Jump to a prompt', show(reading, 'sections')),
    menuButton('Who can see this', show(reading, 'readers')),
    menuButton('Pause', show(reading, 'pause')),
    menuButton(plainLine(`Close ${state.ref}`, 40), { verb: 'show', caseId, rev: state.rev, screen: 'exits' }),
  ];
}
