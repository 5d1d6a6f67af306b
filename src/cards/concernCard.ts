/** One concern: the words behind it, what to do, who can be rung, what to say, and who has taken it on. */
import type { CaseReading } from '../domain/analysis/caseReading';
import type { Concern } from '../domain/analysis/finding';
import { leadsElsewhere } from '../domain/activities/gates';
import type { Escalation } from '../domain/case/event';
import { standingNotice } from '../domain/case/owedSafety';
import type { Urgency } from '../domain/framework/framework';
import { inputId } from './actions';
import { mainButton, menuButton, sideButton, type Button, type Press } from './buttons';
import { answerAside, contactsOf, evidenceOf, mayBeHeard, ownedBeside, partnersAside, readAside, recordAside, recordFields, recordLines, setAsideAside, stepsOf, wordsAside } from './concernParts';
import { escapeText, shorten } from './escape';
import { field, renderForm } from './formCard';
import { headerOf, newsOf } from './header';
import { renderList } from './listCard';
import { presentNoted } from './notedCard';
import type { AdaptiveCard } from './registry';
import { safetyTold } from './safetyTold';
import { show } from './show';
import { textOf } from './textOf';
import { toldBy } from './toldBy';

type Lines = { readonly problem?: string; readonly typed?: string; readonly said?: string; readonly fields?: Readonly<Record<string, string>> };

/** How soon somebody must act: it is about the action, never about the person. */
export const whenWords: Readonly<Record<Urgency, { readonly title: string; readonly by: string; readonly style: 'attention' | 'warning' | 'emphasis' }>> = {
  NOW: { title: 'Stop here a moment: act now', by: 'before this contact ends', style: 'attention' },
  TODAY: { title: 'Somebody needs to act today', by: 'today', style: 'warning' },
  SOON: { title: 'Arrange this in the next two working days', by: 'within two working days', style: 'emphasis' },
  ROUTINE: { title: 'Worth a line in the plan', by: 'with the plan', style: 'emphasis' },
};

/** Where help has to be sent while somebody is in danger (domain guide 3.2, F01). */
const sendsHelp = 'F01';

type Stage = 'open' | 'waits' | 'done';

export function presentConcern(reading: CaseReading, screen: Lines & { readonly about: string }): AdaptiveCard {
  const noted = reading.noted.find(({ id }) => id === screen.about);
  if (noted) return presentNoted(reading, noted, screen);
  const concern = reading.concerns.find(({ id }) => id === screen.about);
  if (!concern) return notThere(reading, screen);
  const guide = reading.content.concerns.get(concern.code);
  const stage: Stage = concern.state !== 'open' ? 'done' : concern.owner !== undefined ? 'waits' : 'open';
  const words = whenWords[concern.urgency];
  const isDone = stage === 'done';
  return renderForm({
    header: headerOf(reading, 'Concern'),
    news: newsOf(screen),
    banner: { title: isDone ? stateWords[concern.state] : words.title, text: evidenceOf(reading, concern), style: isDone ? 'emphasis' : words.style },
    title: escapeText(guide?.title ?? 'Something that may need somebody else'),
    intro: introOf(reading, concern, stage),
    blocks: blocksOf(reading, concern, stage),
    asides: [...wordsAside(guide), ...readAside(reading, concern)],
    ...fieldsOf(reading, concern, stage, screen.fields ?? {}),
    more: [...(isToBeAnswered(concern) ? answerAside(reading, concern, screen.fields ?? {}) : []), ...recordAside(...recordOf(reading, concern, stage, screen.fields ?? {})), ...(isDone ? [] : partnersAside(reading, guide)), ...(isDone || concern.by === 'worker' ? [] : setAsideAside(reading, concern, screen.fields?.['reason'] ?? screen.typed))],
    foot: footOf(reading, concern, isDone),
    buttons: buttonsOf(reading, concern, stage),
  });
}

function introOf(reading: CaseReading, concern: Concern, stage: Stage): string {
  if (stage === 'done') return ownerLine(reading, concern);
  const owned = reading.state.concerns.get(concern.id)?.owned;
  const before = stage === 'open' && owned ? `**${escapeText(owned.owner)}** took on what was there before. This is new.` : '';
  const near = concern.restricted && mayBeHeard(reading) ? 'Somebody may hear: keep this to yourself until you can talk alone.' : '';
  const beside = stage === 'open' && !owned ? ownedBeside(reading, concern) : undefined;
  const proposed = beside ? `**${escapeText(beside.owner)}** has taken on something else in the same sentence. Change the boxes if somebody else takes this on.` : '';
  const away = stage === 'open' && concern.urgency === 'NOW' && reading.state.mode === 'notes' ? escapeText(textOf(reading.content, 'not-with-them')) : '';
  return [before, near, away, proposed].filter((line) => line !== '').join(' ');
}

function blocksOf(reading: CaseReading, concern: Concern, stage: Stage): { label: string; items: string[] }[] {
  const guide = reading.content.concerns.get(concern.code);
  if (stage === 'waits') return [{ label: '', items: [ownerLine(reading, concern)] }, ...[{ label: 'Written down', items: recordLines(reading, concern) }].filter(({ items }) => items.length > 0)];
  const blocks = stage === 'done' ? [{ label: 'Written down', items: recordLines(reading, concern) }] : [{ label: 'What to do', items: stepsOf(guide) }, { label: 'Who can help', items: contactsOf(reading, guide) }];
  return blocks.filter(({ items }) => items.length > 0);
}

function footOf(reading: CaseReading, concern: Concern, isDone: boolean): string {
  const { restricted, urgency } = concern;
  const { content } = reading;
  const told = !isDone && (urgency === 'NOW' || urgency === 'TODAY') ? safetyTold(reading) : '';
  // What a place shows is said once.
  const isShown = told !== '' && standingNotice(reading.state) !== undefined;
  const lines = [...(told === '' ? [] : [told]), ...(restricted && !isShown ? [textOf(content, 'restricted-note')] : []), ...(isDone && urgency === 'NOW' ? [textOf(content, 'worker-care')] : []), ...(isToBeAnswered(concern) && leadsElsewhere(concern) ? ['Activities wait until whoever leads agrees. Write their answer down here.'] : [])];
  return lines.map(escapeText).join(' ');
}

/** Somebody has it, and has not said what became of it. */
const isToBeAnswered = ({ state, by }: Concern): boolean => state === 'owned' && by !== 'worker';

const stateWords: Readonly<Record<Concern['state'], string>> = { open: 'Open', owned: 'Somebody has taken this on', answered: 'This was answered', 'set-aside': 'You set this aside' };

function notThere(reading: CaseReading, lines: Lines): AdaptiveCard {
  return renderList({
    header: headerOf(reading, 'Concern'),
    news: newsOf(lines),
    title: 'This is not open any more',
    intro: 'An answer changed, so nothing rests on it now.',
    buttons: [mainButton('Go on talking', show(reading, 'talk')), sideButton('Everything that is open', show(reading, 'concerns'))],
  });
}

const toldLine = (route: string): string => (route === 'not recorded' ? 'How they were told is not written down.' : `Told ${escapeText(route)}.`);

function ownerLine({ state }: CaseReading, concern: Concern): string {
  const record = state.concerns.get(concern.id);
  const owned = record?.owned ? `**${escapeText(shorten(record.owned.owner, 80))}** has taken it on: ${escapeText(shorten(record.owned.action, 300))}. ${toldLine(record.owned.route)}` : '';
  const answered = record?.answered ? `${escapeText(shorten(record.answered.from, 80))} replied: ${escapeText(shorten(record.answered.reply, 300))}` : '';
  const aside = concern.state === 'set-aside' && record?.setAside ? `Because: ${escapeText(record.setAside.reason)}` : '';
  const waits = record?.owned && !answered && concern.by === 'worker' ? 'It closes when your supervisor or the named GP has replied.' : '';
  return [owned, answered, aside, waits].filter((line) => line !== '').join(' ');
}

/** The fields that stand on the card itself; those that it has no room for are behind the line of the record. */
const moreToRecord: readonly (keyof Escalation)[] = ['said', 'seen', 'wants', 'consent', 'time', 'reply', 'after'];
const needsPlace = ({ code }: Concern): boolean => code === sendsHelp;

function recordOf(reading: CaseReading, concern: Concern, stage: Stage, typed: Readonly<Record<string, string>>): Parameters<typeof recordAside> {
  if (stage === 'waits') return [[]];
  const press: Press = { verb: 'record-escalation', caseId: reading.caseId, rev: reading.state.rev, concern: concern.id };
  // The box of the answer bears the same name.
  const kept = isToBeAnswered(concern) ? moreToRecord.filter((name) => name !== 'reply') : moreToRecord;
  if (stage === 'done') return [recordFields(reading, concern, typed, ['where', ...kept, 'closer']), [sideButton('Keep it in the safety record', press)]];
  return [recordFields(reading, concern, typed, needsPlace(concern) ? moreToRecord : [...moreToRecord, 'where'])];
}

const roles = [
  { title: 'My supervisor', value: 'supervisor' },
  { title: 'The named GP', value: 'gp' },
  { title: 'Somebody else', value: 'other' },
];

function fieldsOf(reading: CaseReading, concern: Concern, stage: Stage, typed: Readonly<Record<string, string>>) {
  const { rev, concerns } = reading.state;
  // What was to be done about what was there before is not what is done about what is new.
  const earlier = stage === 'open' ? concerns.get(concern.id)?.owned : undefined;
  const beside = stage === 'open' && earlier === undefined ? ownedBeside(reading, concern) : undefined;
  const before: Readonly<Record<string, string | undefined>> = { owner: (earlier ?? beside)?.owner, action: beside?.action, route: beside?.route };
  const was = (name: string) => ({ value: typed[name] ?? before[name] ?? '' });
  if (stage === 'done') return {};
  if (stage === 'waits') {
    return { lines: [field('from', rev, 'Who replied', was('from')), field('reply', rev, 'What they said', was('reply'))], choices: [{ id: inputId('role', rev), label: 'Their role', value: typed['role'] ?? '', options: roles }] };
  }
  return {
    lines: [
      ...(needsPlace(concern) ? recordFields(reading, concern, typed, ['where']) : []),
      field('owner', rev, 'Who has taken this on', { ...was('owner'), placeholder: 'Name and role' }),
      field('action', rev, 'What they will do, and by when', was('action')),
    ],
    choices: [{ id: inputId('route', rev), label: 'How did you tell them?', value: was('route').value, options: toldBy }],
  };
}

function buttonsOf(reading: CaseReading, concern: Concern, stage: Stage): Button[] {
  const on = { caseId: reading.caseId, rev: reading.state.rev, concern: concern.id };
  const to = (screen: 'talk' | 'concerns' | 'pause' | 'exits'): Press => ({ ...show(reading, screen), of: concern.id });
  const list = menuButton('Everything that is open', to('concerns'));
  const again = concern.state === 'set-aside' ? [sideButton('Raise it again', { verb: 'raise-mentions', ...on })] : [];
  if (stage === 'done') return [mainButton('Go on talking', to('talk')), ...again, list];
  if (stage === 'waits') return [mainButton('Record the reply', { verb: 'answer-concern', ...on }), sideButton('Go on talking', to('talk')), list];
  return [mainButton('Record and go on', { verb: 'own-concern', ...on }), sideButton('Come back to this', to('talk')), list, menuButton('Pause the case', to('pause')), menuButton('Close the case', to('exits'))];
}
