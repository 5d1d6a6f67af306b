/** Where a finding, a fit or a line of the plan comes from: what was said, and under which prompt. */
import { z } from 'zod';
import type { Activity } from '../domain/activities/activity';
import { fitNames, type ActivityOption, type CheckResult, type Fits } from '../domain/activities/option';
import { changesOf } from '../domain/activities/trial';
import type { CaseReading } from '../domain/analysis/caseReading';
import { Side } from '../domain/framework/framework';
import { dayInWords } from '../domain/plan/days';
import { entryAt } from '../domain/plan/entries';
import type { Source } from '../domain/plan/frozenPlan';
import { Button, mainButton, sideButton, Tile, type Press } from './buttons';
import { dot, escapeText, quoted, shorten } from './escape';
import { evidenceFrom, evidenceLine, opensOf } from './evidence';
import { checkMarks, fitWords, stateLooks } from './fitWords';
import { saysTheSame } from './optionsCard';
import { Header, headerOf, nameOf, News, newsOf } from './header';
import { listingLines, listingsBehind } from './inItsListing';
import { defineCard, renderCard, type AdaptiveCard } from './registry';
import type { CaseScreen } from './screen';
import { show } from './show';
import { tierName, tierReasons } from './tierWords';

const Claim = z.object({ text: z.string().min(1), evidence: z.array(z.string()) }).strict();
const Group = z.object({ title: z.string(), claims: z.array(Claim) }).strict();
type Group = z.infer<typeof Group>;

export const whyView = z
  .object({ fallback: z.string(), header: Header, news: News, title: z.string().min(1), about: z.string(), groups: z.array(Group), open: z.array(Tile), buttons: z.array(Button) })
  .strict();

export const whyCard = defineCard('why', whyView);

type Screen = Extract<CaseScreen, { kind: 'why' }>;
type Told = { readonly title: string; readonly about: string; readonly groups: Group[]; readonly from: readonly Source[]; readonly back: { readonly label: string; readonly press: Press } };

export function presentWhy(reading: CaseReading, screen: Screen): AdaptiveCard {
  const { title, about, groups, from, back } = told(reading, screen.about);
  return renderCard(whyCard, {
    fallback: 'Please update Teams to see where this comes from.',
    header: headerOf(reading, 'Where from'),
    news: newsOf(screen),
    title,
    about,
    groups: groups.filter(({ claims }) => claims.length > 0),
    open: opensOf(from, reading, 4),
    buttons: [mainButton(back.label, back.press), sideButton('Go on talking', show(reading, 'talk'))],
  });
}

/** `side:person`, `fit:po`, `option:<activity>`, `line:<target>` or `tier`: see whoever links here. */
function told(reading: CaseReading, about: string): Told {
  const [kind, name = ''] = about.split(/:(.*)/s);
  if (kind === 'side') return aboutSide(reading, Side.safeParse(name).data ?? 'person');
  if (kind === 'fit') return aboutFit(reading, fitNames.find((fit) => fit === name) ?? 'po');
  if (kind === 'option') return aboutOption(reading, name);
  if (kind === 'line') return aboutLine(reading, name);
  return aboutTier(reading);
}

const toSummary = (reading: CaseReading): Told['back'] => ({ label: 'Where things stand', press: show(reading, 'summary') });

function aboutSide(reading: CaseReading, side: Side): Told {
  const findings = reading.findings.filter((finding) => finding.side === side);
  const claims = (kind: 'enabler' | 'barrier') => findings.filter((finding) => finding.kind === kind).slice(0, mostClaims).map(({ what, from }) => claim(reading, escapeText(what), from));
  return {
    title: `${nameOf[side]}: where this comes from`,
    about: findings.length === 0 ? 'Nothing has been noticed here yet. That is not the same as nothing being there.' : '',
    groups: [
      { title: 'Helps', claims: claims('enabler') },
      { title: 'Gets in the way', claims: claims('barrier') },
    ],
    from: findings.flatMap(({ from }) => from),
    back: toSummary(reading),
  };
}

/** Enough to see; the rest is under the prompts that they come from. */
const mostClaims = 10;
const mostQuotes = 3;

/** What was said comes before what a list says, and stands alone where both speak. */
function claim(reading: CaseReading, text: string, from: readonly Source[]): Group['claims'][number] {
  const told = from.filter(({ kind }) => kind !== 'activity');
  return { text: text === '' ? '\u2026' : text, evidence: evidenceFrom(told, reading, 240).slice(0, mostQuotes).map(evidenceLine) };
}

function aboutFit(reading: CaseReading, fit: keyof Fits): Told {
  const chosen = reading.chosen();
  const group = fitGroup(reading, reading.fits(), fit);
  return {
    title: fitWords[fit].name,
    about: chosen ? `With: ${escapeText(chosen.activity.name)}` : 'With what the person wants. No activity is chosen yet.',
    groups: [group],
    from: reading.fits()[fit].checks.flatMap(({ from }) => from),
    back: toSummary(reading),
  };
}

function fitGroup(reading: CaseReading, fits: Fits, fit: keyof Fits): Group {
  const { state, checks, reason } = fits[fit];
  const { shape, word } = stateLooks[state];
  const claims = checks.filter(({ because, outcome }) => !checks.some((other) => other.outcome === outcome && other.because !== because && saysTheSame(other.because, because))).map((check) => claim(reading, checkText(check), check.from));
  const only = claims.length === 0 && reason !== '' ? [claim(reading, escapeText(reason), [])] : claims;
  return { title: `${shape} ${word} \u00b7 ${fitWords[fit].ask}`, claims: only };
}

const checkText = (check: CheckResult): string => `${checkMarks[check.outcome]} ${escapeText(check.because)}${check.change ? ` What would change: ${escapeText(changesOf(check).join(' '))}` : ''}`;

function aboutOption(reading: CaseReading, activity: string): Told {
  const back = { label: 'Back to the options', press: show(reading, 'options') };
  const chosen = reading.chosen();
  const option: ActivityOption | undefined = chosen?.activity.id === activity ? chosen : reading.standingOf(activity)?.option;
  if (!option) return { title: 'Where this comes from', about: 'This one is not among the options any more. The answers have changed since.', groups: [], from: [], back };
  const { what, provider, place, checked } = option.activity;
  return {
    title: escapeText(option.activity.name),
    about: [what.replace(/\.$/, ''), provider ?? '', place ?? '', checked === undefined ? 'not known when it was checked' : `checked on ${dayInWords(checked)}`].filter((text) => text !== '').map(escapeText).join(dot),
    groups: [...fitNames.map((fit) => fitGroup(reading, option.fits, fit)), listingGroup(option.activity)],
    from: fitNames.flatMap((fit) => option.fits[fit].checks.flatMap(({ from }) => from)),
    back,
  };
}

const listingGroup = (activity: Activity): Group => ({ title: 'In its listing', claims: listingLines(activity).map((line) => ({ text: escapeText(line), evidence: [] })) });

function aboutLine(reading: CaseReading, target: string): Told {
  const back = { label: 'Back to the plan', press: show(reading, 'plan') };
  const entry = entryAt(reading.plan(), target);
  if (!entry) return { title: 'Where this comes from', about: 'This line is not in the plan any more.', groups: [], from: [], back };
  const text = entry.quoted ? quoted(entry.text) : escapeText(entry.text);
  return { title: escapeText(entry.label), about: '', groups: [{ title: '', claims: [claim(reading, text, entry.from)] }, ...listingsBehind(entry.from, reading).map(listingGroup)], from: entry.from, back };
}

function aboutTier(reading: CaseReading): Told {
  const { tier, concerns, findings } = reading;
  const live = concerns.filter(({ state }) => state !== 'set-aside');
  const barriers = findings.filter(({ kind }) => kind === 'barrier');
  return {
    title: tierName(tier.is),
    about: tierReasons(reading, 6).join('\n\n'),
    groups: [
      { title: 'Who else may need to be involved', claims: live.slice(0, 6).map((concern) => claim(reading, escapeText(shorten(concern.why, 160)), concern.from)) },
      { title: 'What gets in the way', claims: barriers.slice(0, 6).map(({ what, from }) => claim(reading, escapeText(what), from)) },
    ],
    from: [...live, ...barriers].flatMap(({ from }) => from),
    back: toSummary(reading),
  };
}
