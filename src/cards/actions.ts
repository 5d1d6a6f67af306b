/**
 * Everything that a card can send back. A verb that is not here does not exist.
 *
 * A button carries which case, at which revision, and what it does; never state, roles or text of the case. Inputs
 * come back beside the data under ids that end in `__r<revision>` (a redrawn input needs a new id, or clients keep
 * the old value), so they are gathered here under their plain names.
 */
import { z } from 'zod';
import { Escalation, escalationFields, ExitCode, Mode, ReplyFrom, SetAsideKind } from '../domain/case/event';
import { PromptId } from '../domain/framework/framework';
import { Found, Heard, Reply } from '../domain/learnt/learnt';
import { TagField } from '../domain/activities/tags';
import { GrantedRole, Role } from '../domain/organisation/event';

const Rev = z.coerce.number().int().nonnegative();
const Text = z.string().default('');
/** Teams joins several choices with commas. */
const Choices = z.string().default('').transform((joined) => joined.split(',').filter((choice) => choice !== ''));
/**
 * `left` is what stood in boxes that this button does not ask for: gathered here, kept by the turn. `record` is what
 * stood in the boxes of an escalation record, and `of` the concern that it is about: kept nowhere but there.
 */
const onCase = { caseId: z.string().min(1), rev: Rev, left: z.string().optional(), find: z.string().optional(), of: z.string().optional(), record: Escalation.optional() };
const onPlan = { caseId: z.string().min(1), version: z.coerce.number().int().positive() };
/** Words left in the box of a prompt's card when another button was pressed: kept, never dropped. `from` is that prompt; words of the worker's own are kept as an observation. */
const leftInTheBox = { from: PromptId.optional().catch(undefined), words: z.string().optional(), box: z.literal('observation').optional() };
const verb = <Verb extends string, Shape extends z.ZodRawShape>(name: Verb, shape: Shape) => z.object({ verb: z.literal(name), ...shape });

export const screens = ['talk', 'sections', 'observe', 'summary', 'process', 'why', 'options', 'search', 'plan', 'edit-line', 'gate', 'place', 'preview', 'posted', 'worried', 'concern', 'concerns', 'notes', 'pause', 'exits', 'exit', 'versions', 'copy', 'first-visit', 'hold-review', 'person', 'tier', 'readers', 'ring-first', 'reply'] as const;

export const officeScreens = ['office', 'people', 'member', 'teams', 'team-setup', 'numbers', 'number', 'changes', 'hand-over-all', 'records', 'directory'] as const;
export const recordActs = ['set-aside', 'take-up', 'keep-on', 'end-keeping', 'state', 'erase'] as const;
const Id = z.string().min(1);

export const CardAction = z.discriminatedUnion('verb', [
  verb('home', {}),
  verb('help', {}),
  /** `from` is the page, the first being 0. */
  verb('cases', { from: z.coerce.number().int().nonnegative().default(0) }),
  /** The same without a case. `was` is what the page that it goes on from was looked for by. */
  verb('find', { find: Text, from: z.coerce.number().int().nonnegative().default(0), was: z.string().optional() }),
  /** In a channel or group chat: open safety actions are shown there, or no longer. */
  verb('safety-here', {}),
  verb('stop-safety', {}),
  verb('start', { mode: Mode, note: Text }),
  verb('open-case', { mode: Mode, form: z.string(), name: Text, year: Text, referral: Text, note: Text }),

  verb('resume', { caseId: z.string().min(1) }),
  /** Looks at something; changes nothing. `about` names what: a prompt, a line, an activity, a concern, an exit. */
  verb('show', { ...onCase, screen: z.enum(screens), about: z.string().optional(), place: z.string().optional(), ...leftInTheBox }),

  /** `choice` is set by a tile; `choices` holds what the lists of the card hold, all parts joined. */
  verb('answer', { ...onCase, prompt: PromptId, part: z.string(), choice: z.string().optional(), choices: Choices, words: z.string().optional(), day: z.string().optional() }),
  verb('skip', { ...onCase, prompt: PromptId, why: z.enum(['not-today', 'rather-not-say']), ...leftInTheBox }),
  verb('park', { ...onCase, prompt: PromptId, ...leftInTheBox }),
  verb('next', { ...onCase, ...leftInTheBox }),
  verb('back', { ...onCase, ...leftInTheBox }),
  verb('open-prompt', { ...onCase, prompt: PromptId, part: z.string().optional(), ...leftInTheBox }),
  /** A mistyped command was kept as words: they leave the answer, and what was meant is shown. */
  verb('take-back', { ...onCase, prompt: PromptId, typed: z.string().max(40), then: z.enum([...screens, 'help', 'cases']), ...leftInTheBox }),
  verb('observe', { ...onCase, prompt: PromptId.optional(), words: Text }),
  verb('correct-person', { ...onCase, name: Text, year: Text }),
  verb('change-mode', { ...onCase, mode: Mode }),

  verb('raise-concern', { ...onCase, code: z.string().default('F28'), words: Text, owner: Text, action: Text, route: Text }),
  /** What was only noted is a concern after all. */
  verb('raise-mentions', { ...onCase, concern: z.string() }),
  verb('own-concern', { ...onCase, concern: z.string(), owner: Text, action: Text, route: Text, detail: Text }),
  verb('answer-concern', { ...onCase, concern: z.string(), from: Text, reply: Text, role: ReplyFrom.optional().catch(undefined) }),
  verb('set-aside-concern', { ...onCase, concern: z.string(), reason: Text, kind: SetAsideKind.optional() }),
  verb('record-escalation', { ...onCase, concern: z.string() }),

  verb('paste-note', { ...onCase, note: Text }),
  verb('file-sentence', { ...onCase, note: z.string(), start: z.coerce.number().int(), end: z.coerce.number().int(), prompt: PromptId }),
  verb('discard-sentence', { ...onCase, note: z.string(), start: z.coerce.number().int(), end: z.coerce.number().int() }),
  /** Takes every proposal as it stands. */
  verb('file-rest', { ...onCase, note: z.string() }),

  verb('change-tier', { ...onCase, tier: z.coerce.number().int().min(0).max(5), reason: Text }),
  /** Looks through the whole list of activities for what stands in the box `find`; `from` is how many come before. */
  verb('search', { ...onCase, from: z.coerce.number().int().nonnegative().default(0) }),
  verb('choose-option', { ...onCase, activity: z.string() }),
  verb('decline-option', { ...onCase, activity: z.string(), reason: Text }),
  verb('nothing-fits', { ...onCase, about: z.literal('search').optional() }),
  verb('not-now', { ...onCase }),

  /** `who` and `when` belong to a new step. */
  /** With `place` the line was reworded on the way to it, and what will be posted there is shown again. */
  verb('edit-line', { ...onCase, target: z.string(), text: Text, place: z.string().optional(), who: z.enum(['me', 'link-worker']).optional(), when: z.string().optional() }),
  verb('drop-line', { ...onCase, target: z.string() }),
  verb('confirm-words', { ...onCase, place: z.string() }),
  verb('post-plan', { ...onCase, place: z.string() }),

  verb('pause', { ...onCase, until: z.string().optional() }),
  verb('close-case', { ...onCase, exit: ExitCode, reason: Text, told: Text, offered: Text }),
  verb('reopen', { ...onCase }),
  verb('first-visit', { ...onCase, went: z.enum(['yes', 'no']), found: Found.optional(), lies: z.enum(['person', 'environment', 'occupation']).optional(), words: Text }),
  /** What was heard of an activity: by ringing, and after the introduction. */
  verb('rung', { ...onCase, activity: z.string(), heard: Heard }),
  verb('replied', { ...onCase, reply: Reply }),
  verb('hold-review', { ...onCase, words: Text, progress: z.coerce.number().int().min(0).max(10).optional(), then: z.enum(['keep', 'change', 'stop']) }),

  /** What a reviewer can do, from the posted card. */
  verb('agree', onPlan),
  verb('show-change-form', onPlan),
  verb('ask-change', { ...onPlan, line: z.string().default('plan'), words: Text }),
  verb('to-supervision', { ...onPlan, words: Text }),
  verb('open-full-plan', onPlan),
  verb('show-posted', onPlan),

  /** The organisation. Whether they may is asked of the organisation each time, whatever card it came from. `which` is what a tile is about, where a list on the same card bears the plain name. */
  verb('office', { screen: z.enum(officeScreens), about: z.string().optional() }),
  verb('name-person', { person: Text, name: Text }),
  verb('grant-role', { person: Id, role: GrantedRole, team: z.string().optional() }),
  verb('put-in-team', { person: Id, team: Text }),
  verb('withdraw-role', { person: Id, role: Role, which: z.string().optional() }),
  verb('take-leave', { person: Id, until: z.string().optional() }),
  verb('come-back', { person: Id }),
  /** The same by themselves, or by a supervisor of their team. */
  verb('my-leave', {}),
  verb('say-away', { person: Text, until: z.string().optional() }),
  verb('say-back', { person: Text }),
  verb('person-left', { person: Id }),
  verb('person-returned', { person: Id }),
  verb('form-team', { team: Id, name: Text }),
  verb('rename-team', { team: Id, name: Text }),
  verb('set-review-channel', { team: Id, place: Text }),
  verb('drop-review-channel', { team: Id, which: Id }),
  verb('change-contact', { contact: Id, name: Text, number: Text, hours: Text, day: Text, reason: Text }),
  verb('drop-contact', { contact: Id, reason: Text }),
  /** `again` is the reference once more, where it cannot be undone; without an act it is asked for. */
  verb('keep-record', { ref: Text, act: z.enum(recordActs).optional().catch(undefined), reason: Text, again: Text }),
  verb('refresh-source', { which: Id }),
  /** What is said of an activity: the one named, or the next that waits behind `after`. `seen` is what the card showed of it. */
  verb('check-tags', { activity: Id.optional(), after: Id.optional(), part: z.literal('like').optional() }),
  verb('show-tag', { activity: Id, which: TagField.optional(), field: TagField.optional().catch(undefined) }),
  verb('confirm-tags', { activity: Id, seen: z.string() }),
  verb('change-tag', { activity: Id, field: TagField, values: Choices, all: z.literal('yes').optional(), none: z.literal('yes').optional() }),
  verb('find-service', { words: Text }),
  verb('hand-over-all', { person: Id, to: Text, reason: Text }),

  /** Unmet needs in numbers, for managers and administrators. */
  verb('unmet-needs', {}),

  /** A supervisor's own: the cases of their teams, one of them to read, and to whom it goes. */
  verb('team', { from: z.coerce.number().int().nonnegative().default(0) }),
  verb('case-of-team', { caseId: Id, about: z.string().optional(), reason: Text }),
  verb('show-hand-over', { caseId: Id }),
  verb('hand-over', { caseId: Id, to: Text, reason: Text }),
]);
export type CardAction = z.infer<typeof CardAction>;
export type Verb = CardAction['verb'];
export type ActionOf<Name extends Verb> = Extract<CardAction, { verb: Name }>;

const inputName = /^([a-z]+)(?:--[a-z0-9-]+)?__r\d+$/;

/** Reads what came back from a card; `typed` is what a person had written, so that nothing of it is lost when it cannot be read. */
export function readCardAction(raw: { readonly verb?: unknown; readonly data?: unknown }): { readonly ok: true; readonly action: CardAction } | { readonly ok: false; readonly verb: string; readonly typed: string } {
  const data = typeof raw.data === 'object' && raw.data !== null ? (raw.data as Record<string, unknown>) : {};
  const gathered = gatherInputs(data);
  const sent = raw.verb ?? data['verb'];
  const parsed = CardAction.safeParse({ ...gathered, verb: sent });
  if (parsed.success) return { ok: true, action: withWhatWasLeft(parsed.data, gathered) };
  return { ok: false, verb: typeof sent === 'string' ? sent : '', typed: typedIn(gathered) };
}

/** Boxes that are empty until somebody types into them. Restricted detail is not among them: it is kept nowhere but where it belongs. */
const emptyAtFirst = ['owner', 'action', 'reason', 'from', 'reply', 'told', 'offered'];

function withWhatWasLeft(action: CardAction, gathered: Readonly<Record<string, unknown>>): CardAction {
  if (!('rev' in action)) return action;
  const taken: Readonly<Record<string, unknown>> = action;
  const isTyped = (box: string): boolean => typeof gathered[box] === 'string' && gathered[box].trim() !== '';
  const fields: readonly string[] = action.of !== undefined || 'concern' in action ? escalationFields : [];
  const left = emptyAtFirst.filter((box) => taken[box] === undefined && isTyped(box) && !fields.includes(box)).map((box) => String(gathered[box]));
  const written = fields.filter((field) => taken[field] === undefined && isTyped(field));
  return {
    ...action,
    ...(left.length === 0 ? {} : { left: left.join('\n') }),
    ...(written.length === 0 ? {} : { record: Object.fromEntries(written.map((field) => [field, String(gathered[field])])) }),
  };
}

/** Everything that a person had written on the card, so that it can be given back: each box on a line. */
export const typedIn = (data: Readonly<Record<string, unknown>>): string => boxesIn(data).join('\n');

export function boxesIn(data: Readonly<Record<string, unknown>>): readonly string[] {
  const boxes = ['words', 'text', 'when', 'find', 'note', 'reason', 'told', 'offered', 'owner', 'action', 'detail', 'name', 'referral', ...escalationFields];
  return boxes.flatMap((box) => (typeof data[box] === 'string' && data[box].trim() !== '' ? [data[box]] : []));
}

/** `choices--row-list__r12: "a,b"` -> `choices`; the same name from several lists is joined. */
function gatherInputs(data: Record<string, unknown>): Record<string, unknown> {
  const plainData: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(data)) {
    const name = inputName.exec(key)?.[1];
    if (name === undefined) plainData[key] = value;
    else if (typeof value === 'string' && value !== '') plainData[name] = typeof plainData[name] === 'string' && plainData[name] !== '' ? `${plainData[name]},${value}` : value;
  }
  return plainData;
}

/** The name under which an input is drawn at this revision; `list` tells several lists of one card apart. */
export const inputId = (name: string, rev: number, list?: string): string => `${name}${list === undefined ? '' : `--${list}`}__r${rev}`;

/**
 * The same button pressed twice is the same act: revision, verb and a digest of what was sent. Other words are another
 * act, and the digest keeps what was typed out of ids.
 */
export function pressOf(action: CardAction): string | undefined {
  if (!('rev' in action)) return action.verb === 'open-case' ? `open.${action.form}` : undefined;
  const { verb: name, caseId: _case, rev, record, ...rest } = action;
  const written = record === undefined ? '' : recordDigest(record);
  return `${rev}.${name}.${digest(`${JSON.stringify(rest, Object.keys(rest).sort())}${written}`)}`;
}

const recordDigest = (record: Escalation): string => digest(JSON.stringify(record, [...escalationFields].sort()));

/** What was written into an escalation record while another button was pressed. */
export const recordPressOf = ({ rev, of = '', record = {} }: { readonly rev: number; readonly of?: string | undefined; readonly record?: Escalation | undefined }): string => `${rev}.record.${digest(of)}${recordDigest(record)}`;

/** The words that stood in a box of one card while another button was pressed. */
export const boxPressOf = ({ rev, from = '', box = '', words = '' }: { readonly rev: number; readonly from?: string | undefined; readonly box?: string | undefined; readonly words?: string | undefined }): string =>
  `${rev}.box.${digest(JSON.stringify([from, box, words]))}`;

const { imul } = Math;

/** FNV-1a, 32 bits: short and stable; two presses on one card do not need more. */
function digest(text: string): string {
  let hash = 2166136261;
  for (let at = 0; at < text.length; at++) hash = imul(hash ^ text.charCodeAt(at), 16777619) >>> 0;
  return hash.toString(36);
}
