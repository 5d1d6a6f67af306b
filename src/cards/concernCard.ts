/** One concern: the words behind it, what to do, who can be rung, what to say, and who has taken it on. */
import type { CaseReading } from '../domain/analysis/caseReading';
import type { Concern } from '../domain/analysis/finding';
import type { Contact, ConcernGuide } from '../domain/framework/content';
import { promptOf, type Urgency } from '../domain/framework/framework';
import { inputId } from './actions';
import { mainButton, menuButton, sideButton, type Button } from './buttons';
import { escapeText, quoted } from './escape';
import { field, renderForm } from './formCard';
import { headerOf, newsOf } from './header';
import { renderList } from './listCard';
import type { AdaptiveCard } from './registry';
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

export function presentConcern(reading: CaseReading, screen: Lines & { readonly about: string }): AdaptiveCard {
  const concern = reading.concerns.find(({ id }) => id === screen.about);
  if (!concern) return notThere(reading, screen);
  const guide = reading.content.concerns.get(concern.code);
  const { rev } = reading.state;
  const waits = concern.owner !== undefined && concern.state === 'open';
  const done = concern.state === 'owned' || concern.state === 'answered' || concern.state === 'set-aside';
  const words = whenWords[concern.urgency];
  return renderForm({
    header: headerOf(reading, 'Concern'),
    news: newsOf(screen),
    banner: { title: done ? stateWords[concern.state] : words.title, text: evidenceOf(reading, concern), style: done ? 'emphasis' : words.style },
    title: escapeText(guide?.title ?? 'Something that may need somebody else'),
    intro: done ? ownerLine(reading, concern) : '',
    blocks: done ? [] : waits ? [{ label: '', items: [ownerLine(reading, concern)] }] : [{ label: 'What to do', items: stepsOf(guide) }, { label: 'Who can help', items: contactsOf(reading, guide) }].filter(({ items }) => items.length > 0),
    asides: [...wordsAside(guide), ...(done ? [] : [setAsideAside(reading, concern, rev)])],
    ...fieldsOf(concern, waits, done, rev, screen.fields ?? {}),
    foot: footOf(reading, concern, done),
    buttons: buttonsOf(reading, concern, { waits, done }),
  });
}

function footOf({ content }: CaseReading, { restricted, urgency }: Concern, done: boolean): string {
  const lines = [...(restricted ? [textOf(content, 'restricted-note')] : []), ...(done && urgency === 'NOW' ? [textOf(content, 'worker-care')] : [])];
  return lines.map(escapeText).join(' ');
}

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

/** Quoted, never decided: whose words they are, and which rule they met. */
function evidenceOf({ content }: CaseReading, concern: Concern): string {
  if (concern.by === 'worker') return `You wrote: ${quoted(concern.words, 280)}`;
  const quotes = concern.from.slice(0, 3).map((source) => {
    const topic = 'prompt' in source ? (promptOf(content.framework, source.prompt)?.topic ?? '') : '';
    const about = topic === '' ? '' : ` (${escapeText(topic)})`;
    if (source.kind === 'words') return `They said ${quoted(source.quote, 200)}${about}`;
    return source.kind === 'choice' ? `The answer was: ${escapeText(source.label)}${about}` : '';
  });
  const because = `${escapeText(concern.why)}.`;
  return [...quotes.filter((quote) => quote !== '').map((quote) => `${quote}.`), because].join(' ');
}

function ownerLine({ state }: CaseReading, concern: Concern): string {
  const record = state.concerns.get(concern.id);
  const owned = record?.owned ? `**${escapeText(record.owned.owner)}** has taken it on: ${escapeText(record.owned.action)}. Told ${escapeText(record.owned.route)}.` : '';
  const answered = record?.answered ? `${escapeText(record.answered.from)} replied: ${escapeText(record.answered.reply)}` : '';
  const aside = record?.setAside ? `Because: ${escapeText(record.setAside.reason)}` : '';
  const waits = record?.owned && !answered && concern.by === 'worker' ? 'It closes when there is a reply.' : '';
  return [owned, answered, aside, waits].filter((line) => line !== '').join(' ');
}

const stepsOf = (guide: ConcernGuide | undefined): string[] => (guide?.steps ?? ['Tell your supervisor or the duty GP, and write down who takes it on.']).map((step, index) => `${index + 1}. ${escapeText(step)}`);

const mostContacts = 4;
function contactsOf({ content }: CaseReading, guide: ConcernGuide | undefined): string[] {
  const contacts = (guide?.contacts ?? []).flatMap((id) => content.contacts.get(id) ?? []);
  return [...(guide === undefined ? [] : [escapeText(guide.who)]), ...contacts.slice(0, mostContacts).map(contactLine)];
}

export function contactLine({ name, number, hours, sample }: Contact): string {
  const note = [hours, sample && !name.includes('sample') ? 'sample' : undefined].filter((part) => part !== undefined).map(escapeText);
  return `${escapeText(name)}: **${escapeText(number)}**${note.length === 0 ? '' : ` (${note.join('; ')})`}`;
}

const wordsAside = (guide: ConcernGuide | undefined) =>
  guide === undefined ? [] : [{ id: 'words-to-say', title: 'Words to say', items: [escapeText(guide.wordsToSay)], lines: [], buttons: [] }];

function setAsideAside({ caseId }: CaseReading, concern: Concern, rev: number) {
  const press = { verb: 'set-aside-concern', caseId, rev, concern: concern.id } as const;
  return { id: 'set-aside', title: 'Not a concern, because', items: [], lines: [field('reason', rev, 'Why this is not a concern')], buttons: [sideButton('Set it aside', press)] };
}

function fieldsOf(concern: Concern, waits: boolean, done: boolean, rev: number, typed: Readonly<Record<string, string>>) {
  const was = (name: string) => ({ value: typed[name] ?? '' });
  if (done) return {};
  if (waits) return { lines: [field('from', rev, 'Who replied', was('from')), field('reply', rev, 'What they said', was('reply'))] };
  return {
    lines: [
      field('owner', rev, 'Who has taken this on', { ...was('owner'), placeholder: 'Name and role' }),
      field('action', rev, 'What they will do, and by when', was('action')),
      ...(concern.restricted ? [field('detail', rev, 'More detail, for your own record (if you like)', was('detail'))] : []),
    ],
    choices: [{ id: inputId('route', rev), label: 'How did you tell them?', value: typed['route'] ?? '', options: toldBy }],
  };
}

function buttonsOf(reading: CaseReading, concern: Concern, { waits, done }: { waits: boolean; done: boolean }): Button[] {
  const on = { caseId: reading.caseId, rev: reading.state.rev, concern: concern.id };
  const back = show(reading, 'talk');
  const list = menuButton('Everything that is open', show(reading, 'concerns'));
  if (done) return [mainButton('Go on talking', back), list];
  if (waits) return [mainButton('Record the reply', { verb: 'answer-concern', ...on }), sideButton('Go on talking', back), list];
  return [mainButton('Record and go on', { verb: 'own-concern', ...on }), sideButton('Come back to this', back), list, menuButton('Pause the case', show(reading, 'pause')), menuButton('Close the case', show(reading, 'exits'))];
}
