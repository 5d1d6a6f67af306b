/** What is said of one activity, to be confirmed in one tap or put right one by one, with the words that led to each. */
import { listsInPart } from '../domain/activities/activity';
import { tagFields, type OpenField, type Tag, type TagField } from '../domain/activities/tags';
import type { TaggedService } from '../domain/activities/tagsToCheck';
import { capital } from '../domain/learnt/capital';
import { memberOf, nameOfMember, type Organisation } from '../domain/organisation/organisation';
import { dayInWords } from '../domain/plan/days';
import { inputId } from './actions';
import { mainButton, menuButton, sideButton, tile, type Tile } from './buttons';
import { escapeText, plainLine, shorten } from './escape';
import { field as box } from './formCard';
import { backToOffice, officeList, renderOffice } from './officeCard';
import type { OfficeDesk, OfficeScreen } from './officeScreen';
import type { AdaptiveCard } from './registry';
import { fromWords, optionsOf, tagLabels, valueInWords, valuesInWords } from './tagWords';

/** What can keep somebody out comes first; what it is like comes last, on a card of its own. */
const facts: readonly TagField[] = ['status', 'madeFor', 'ageFrom', 'ageTo', 'welcome', 'clinicalCheck', 'joining', 'pounds', 'waitWeeks', 'interest', 'kind', 'company', 'groupSize', 'days', 'time', 'access', 'firstVisit', 'leader'];
const likeness: readonly TagField[] = ['level', 'setting', 'placeKind', 'rhythm', 'manner', 'gives', 'body', 'thinking', 'social', 'commitment'];
const order: readonly TagField[] = [...facts, ...likeness];
const inOrder = <One extends { readonly field: TagField }>(all: readonly One[]): readonly One[] => [...all].sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));

/** More than this goes with what it is like. */
const mostRows = 12;

type Proposed = Extract<Tag, { stands: 'proposed' }>;
type Row = Proposed | OpenField;
const isProposed = (row: Tag | OpenField): row is Proposed => 'stands' in row && row.stands === 'proposed';

/** What one tap confirms: all that is read from the listing, and no person has settled. What is not clear is left as it is. */
export const toConfirm = ({ tags }: TaggedService): readonly Proposed[] => inOrder(tags.filter(isProposed));

/** In tiles of their own, and together in one that opens a second card. */
function rowsOf({ tags, open }: TaggedService): { readonly first: readonly Row[]; readonly second: readonly Row[] } {
  const rows: readonly Row[] = inOrder<Row>([...tags.filter(isProposed), ...open]);
  const first = rows.filter(({ field }) => facts.includes(field)).slice(0, mostRows);
  return { first, second: rows.filter((row) => !first.includes(row)) };
}

export function presentTags(screen: Extract<OfficeScreen, { kind: 'tags' }>, { organisation }: OfficeDesk): AdaptiveCard {
  const { service, seen, form } = screen;
  const { id, name, description, organisation: provider, groups } = service;
  const { first, second } = rowsOf(service);
  const rows = [...first.map((row) => rowTile(service, row)), ...(second.length === 0 ? [] : [likeTile(service, second)])];
  const confirmed = inOrder(service.tags.filter((tag) => tag.stands === 'confirmed'));
  const others = order.filter((field) => ![...first, ...second].some((row) => row.field === field));
  return renderOffice({
    screen,
    title: escapeText(shorten(name, 80)),
    intro: escapeText([provider === undefined ? '' : `${shorten(provider, 60)}.`, shorten(description, 240)].filter((part) => part !== '').join(' ')),
    groups: rows.length === 0 ? [] : [{ label: 'Is this right? Tap what is not.', tiles: rows }],
    blocks: confirmed.length === 0 ? [] : [{ label: 'Confirmed', items: confirmed.slice(0, mostRows).map((tag) => `${tagLabels[tag.field]}: ${escapeText(shorten(valuesInWords(tag.field, tag.values, groups), 100))} (${whoSaid(tag, organisation)})`) }],
    choices: officeList('field', form, 'Something that is not above', others.map((field) => ({ title: tagLabels[field], value: field }))).map((list) => ({ ...list, id: inputId('field', form, id) })),
    foot: 'What you say stands over what is read from the listing, now and after every import. It counts within a minute.',
    buttons: [mainButton(toConfirm(service).length === 0 ? 'I have looked at this' : 'All of this is right', { verb: 'confirm-tags', activity: id, seen }), sideButton('Add or change', { verb: 'show-tag', activity: id }), sideButton('Later', { verb: 'check-tags', after: id }), menuButton('The directory', { verb: 'office', screen: 'directory' })],
  });
}

const backToDirectory = sideButton('The directory', { verb: 'office', screen: 'directory' });

function inShort({ groups }: TaggedService, row: Row): string {
  const { field, values } = row;
  return isProposed(row) ? `${tagLabels[field]}: ${shorten(valuesInWords(field, values, groups), 100)}` : `? ${tagLabels[field]}: ${shorten(valuesInWords(field, values, groups, ', or '), 100)}`;
}

function rowTile(service: TaggedService, row: Row): Tile {
  const text = inShort(service, row);
  const note = isProposed(row) ? quotes(row.from, 1) : `Not clear. ${quotes(row.from, 2)}`;
  return tile(plainLine(text, 120), { verb: 'show-tag', activity: service.id, which: row.field }, { text: escapeText(text), note, inputs: 'none' });
}

function likeTile(service: TaggedService, rows: readonly Row[]): Tile {
  const text = 'What it is like';
  const note = rows.map((row) => inShort(service, row)).join(' \u00b7 ');
  return tile(text, { verb: 'check-tags', activity: service.id, part: 'like' }, { note: escapeText(shorten(note, 170)), inputs: 'none' });
}

/** What the other card tells in one line, with the words that led to each. */
export function presentLikeness(screen: Extract<OfficeScreen, { kind: 'likeness' }>): AdaptiveCard {
  const { service } = screen;
  return renderOffice({
    screen,
    title: 'What it is like',
    intro: escapeText(shorten(service.name, 80)),
    groups: [{ label: 'Tap what is not right.', tiles: rowsOf(service).second.map((row) => rowTile(service, row)) }].filter(({ tiles }) => tiles.length > 0),
    buttons: [sideButton('Back', { verb: 'check-tags', activity: service.id })],
  });
}

const quotes = (from: Proposed['from'], most: number): string => escapeText(fromWords(from, most).map(({ words, part }) => `\u201c${shorten(words, 60)}\u201d in ${part}`).join('; '));

const whoSaid = ({ from }: Extract<Tag, { stands: 'confirmed' }> | Tag, organisation: Organisation): string => ('by' in from ? `${escapeText(shorten(organisation.members.has(from.by) ? nameOfMember(memberOf(organisation, from.by)) : from.by, 40))}, ${dayInWords(from.on)}` : '');

/** True for a list that may name only part of what is there. */
export const mayBeInPart = (field: TagField): boolean => (listsInPart as readonly string[]).includes(field);

export function presentTag(screen: Extract<OfficeScreen, { kind: 'tag' }>, { organisation }: OfficeDesk): AdaptiveCard {
  const { service, about: field, form, typed } = screen;
  const { id, name, groups } = service;
  const tag = service.tags.find((one) => one.field === field);
  const open = service.open.find((one) => one.field === field);
  const value = typed ?? (tag?.values ?? []).join(',');
  const options = optionsOf(field, groups);
  const listed = inputId('values', form, `${id}-${field.toLowerCase()}`);
  const press = { verb: 'change-tag', activity: id, field } as const;
  return renderOffice({
    screen,
    title: tagLabels[field],
    intro: escapeText(shorten(name, 80)),
    blocks: [{ label: '', items: [saidOf(tag, open, service, organisation)] }],
    choices: officeList('values', form, chooseWords(field, options.length), options, value).map((list) => ({ ...list, id: listed, many: mostOf(field) > 1, style: mostOf(field) > 1 ? ('expanded' as const) : list.style })),
    lines: options.length > 0 ? [] : [{ ...box('values', form, numberLabel(field), { value }), id: listed }],
    buttons: [
      ...(mayBeInPart(field) ? [mainButton('Keep: there may be more', press), sideButton('Keep: this is all', { ...press, all: 'yes' })] : [mainButton('Keep this', press)]),
      mayBeInPart(field) ? menuButton('It is not known', { ...press, none: 'yes' }) : sideButton('It is not known', { ...press, none: 'yes' }),
      sideButton('Back', { verb: 'check-tags', activity: id }),
    ],
  });
}

/** No limit is told where all of them may be chosen. */
const chooseWords = (field: TagField, offered: number): string => (mostOf(field) === 1 ? 'It is' : mostOf(field) >= offered ? 'Choose all that fit' : `Choose up to ${mostOf(field)}`);

const mostOf = (field: TagField): number => tagFields[field].most;
const numberLabel = (field: TagField): string => (field === 'pounds' ? 'Pounds (0 for free)' : field === 'waitWeeks' ? 'Weeks' : 'A number');

function saidOf(tag: Tag | undefined, open: OpenField | undefined, { groups }: TaggedService, organisation: Organisation): string {
  if (tag?.stands === 'confirmed') return `${escapeText(capital(valuesInWords(tag.field, tag.values, groups)))}, as ${whoSaid(tag, organisation)} said.${tag.proposed === undefined ? '' : ` The listing: ${quotes(tag.proposed.from, 2)}.`}`;
  if (tag) return `${escapeText(capital(valuesInWords(tag.field, tag.values, groups)))}: the listing says ${quotes(tag.from, 3)}.`;
  return open ? `Not clear: ${escapeText(open.values.map((value) => valueInWords(open.field, value, groups)).join(', or '))}. ${quotes(open.from, 3)}.` : 'Its listing does not say.';
}

const mostFound = 8;

export function presentFoundServices(screen: Extract<OfficeScreen, { kind: 'found-services' }>): AdaptiveCard {
  const { found = [], words, form } = screen;
  const tiles = found.slice(0, mostFound).map(({ id, name }) => tile(plainLine(name, 80), { verb: 'check-tags', activity: id }, { text: escapeText(shorten(name, 80)), inputs: 'none' }));
  return renderOffice({
    screen,
    title: 'Find an activity',
    intro: screen.found === undefined ? '' : found.length === 0 ? 'Nothing on offer has all of these words in its name.' : found.length > mostFound ? `${found.length.toLocaleString('en-GB')} have these words in their name. Here are the first ${mostFound}: add a word to find another.` : '',
    groups: tiles.length === 0 ? [] : [{ label: '', tiles }],
    lines: [box('words', form, 'Words of its name', { value: words })],
    buttons: [mainButton('Find', { verb: 'find-service' }), backToDirectory, backToOffice],
  });
}
