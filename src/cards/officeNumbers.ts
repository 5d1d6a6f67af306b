/** The numbers that the service looks after for itself, and by when each is checked again. */
import { dayInLondon } from '../domain/case/londonTime';
import { isOverdue } from '../domain/framework/isOverdue';
import type { Contact } from '../domain/framework/content';
import { dayInWords } from '../domain/plan/days';
import { mainButton, menuButton, sideButton, tile, type Tile } from './buttons';
import { escapeText, plainLine, shorten } from './escape';
import { field } from './formCard';
import { backToOffice, officeDay, pageButtons, renderOffice } from './officeCard';
import type { OfficeDesk, OfficeScreen } from './officeScreen';
import type { AdaptiveCard } from './registry';

const aPage = 16;

const now = ({ organisation }: OfficeDesk, contact: Contact): Contact => organisation.contacts.get(contact.id)?.contact ?? contact;
const yearToo = (day: string): string => `${dayInWords(day)} ${day.slice(0, 4)}`;

export function presentNumbers(screen: Extract<OfficeScreen, { kind: 'numbers' }>, desk: OfficeDesk): AdaptiveCard {
  const local = [...desk.contacts.values()].filter(({ scope }) => scope === 'local');
  const page = local.slice(screen.from, screen.from + aPage);
  return renderOffice({
    screen,
    title: 'Local numbers',
    intro: 'Cards show these when somebody needs help. Tap one to put it right, or to say that it was checked.',
    groups: [{ label: '', tiles: page.map((contact) => numberTile(now(desk, contact), desk)) }],
    foot: 'National numbers come with Threefold and are not changed here.',
    buttons: [...pageButtons('numbers', 'More numbers', { from: screen.from, aPage, count: local.length }), backToOffice],
  });
}

function numberTile(contact: Contact, { organisation, today }: OfficeDesk): Tile {
  const state = contact.sample ? 'invented: please put in your own' : isOverdue(contact, today) ? `needs a check since ${yearToo(contact.reviewBy)}` : `check again by ${yearToo(contact.reviewBy)}`;
  const note = [contact.number, state, ...(organisation.contacts.has(contact.id) ? ['changed here'] : [])].join(' · ');
  return tile(plainLine(contact.name, 60), { verb: 'office', screen: 'number', about: contact.id }, { text: escapeText(shorten(contact.name, 60)), note: escapeText(note) });
}

export function presentNumber(screen: Extract<OfficeScreen, { kind: 'number' }>, desk: OfficeDesk): AdaptiveCard {
  const { organisation, contacts, safetyContacts, today } = desk;
  const given = contacts.get(screen.about);
  if (!given) return presentNumbers({ kind: 'numbers', from: 0, ...(screen.problem === undefined ? {} : { problem: screen.problem }) }, desk);
  const changed = organisation.contacts.get(given.id);
  const contact = changed?.contact ?? given;
  const { rev } = organisation;
  const typed = (name: string, value: string): string => screen.fields?.[name] ?? value;
  return renderOffice({
    screen,
    title: escapeText(contact.name),
    intro: `${escapeText(contact.number)}${contact.hours === undefined ? '' : `, ${escapeText(contact.hours)}`}. ${contact.sample ? 'This is an invented sample.' : `To be checked again by ${yearToo(contact.reviewBy)}.`}`,
    blocks: changed === undefined ? [] : [{ label: '', items: [`Changed here on ${yearToo(dayInLondon(changed.at))}${changed.reason === undefined ? '' : `: ${escapeText(shorten(changed.reason, 200))}`}`] }],
    lines: [
      field('name', rev, 'Name', { value: typed('name', contact.name) }),
      field('number', rev, 'Number', { value: typed('number', contact.sample ? '' : contact.number), placeholder: 'Digits and spaces' }),
      field('hours', rev, 'When somebody answers', { value: typed('hours', contact.hours ?? '') }),
      field('reason', rev, safetyContacts.has(given.id) ? 'Why it changes' : 'Why it changes (if you like)', { value: typed('reason', '') }),
    ],
    days: [officeDay('day', rev, 'Check it again by', today, typed('day', ''))],
    foot: 'Please ring the number before you keep it. From the next card on everybody sees it; the change is recorded with your name.',
    buttons: [
      mainButton('Keep this number', { verb: 'change-contact', contact: given.id }),
      sideButton('All numbers', { verb: 'office', screen: 'numbers' }),
      ...(changed === undefined ? [] : [menuButton('Use the one in the settings', { verb: 'drop-contact', contact: given.id })]),
    ],
  });
}
