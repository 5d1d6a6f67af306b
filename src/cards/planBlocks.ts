/** A plan as the blocks of one page, in the order in which it is read: the goal first, then who does what and when. */
import { z } from 'zod';
import { answerWords, whoWords, type Block } from '../domain/plan/entries';
import { dayInWords } from '../domain/plan/days';
import type { Line, PlanBody, Step } from '../domain/plan/frozenPlan';
import { dot, escapeText, quoted, shorten } from './escape';
import { roomFor } from './room';

export const BlockLine = z.object({ mark: z.string(), text: z.string().min(1), note: z.string() }).strict();
/** Plain lines stand as paragraphs of one text; steps, which have a number and a line of facts, as rows. */
export const BlockView = z.object({ title: z.string(), style: z.enum(['default', 'emphasis']), text: z.string(), rows: z.array(BlockLine) }).strict();
export type BlockView = z.infer<typeof BlockView>;

const mostRows = 8;

/** `takenBack`: to whom they have said no since; the version stays as it was, and says so beside it. */
export function blockViews(body: PlanBody, takenBack: readonly string[] = []): BlockView[] {
  return planBlocks(body).map(({ block, title, style, lines: said }) => {
    const lines = block === 'sharing' && takenBack.length > 0 ? [...said, { target: 'sharing', mark: '', text: `**${takenBackWords(takenBack)}**`, note: '' }] : said;
    const inRows = (block === 'goals' || block === 'steps') && lines.length <= mostRows;
    return { title, style, text: inRows ? '' : lines.map((line) => `${line.mark === '' ? '' : `**${line.mark}** `}${paragraph(line)}`).join('\n\n'), rows: inRows ? lines.map(({ mark, text, note }) => ({ mark, text, note })) : [] };
  });
}

export const takenBackWords = (takenBack: readonly string[]): string => `Since then they said no to: ${takenBack.map((who) => escapeText(shorten(who, 60))).join(', ')}.`;

export const paragraph = ({ text, note }: Pick<PlanLine, 'text' | 'note'>): string => (note === '' ? text : `${text} (${note})`);

export type PlanLine = { readonly target: string; readonly mark: string; readonly text: string; readonly note: string };
export type PlanBlock = { readonly block: Block; readonly title: string; readonly style: 'default' | 'emphasis'; readonly lines: readonly PlanLine[] };

/** Only blocks in which something stands. `most` is how much of a line is shown where the whole of it is a tap away. */
export function planBlocks(body: PlanBody, most = lengthFor(body)): readonly PlanBlock[] {
  const of = (block: Block, title: string, lines: readonly PlanLine[], style: PlanBlock['style'] = 'default'): PlanBlock => ({ block, title, style, lines });
  const plain = (lines: readonly Line[]): PlanLine[] => lines.map((line) => ({ target: line.id, mark: '', text: lineText(line, most), note: '' }));
  const { workedOut } = body;
  const all = [
    of('goals', 'What I want', body.goals.map((goal, index) => ({ target: goal.id, mark: '', text: lineText(goal, most), note: goalNote(index, goal.importance) })), 'emphasis'),
    of('steps', 'Steps', body.steps.map((step, index) => ({ target: step.id, mark: String(index + 1), text: lineText(step, most), note: stepNote(step, Math.min(200, most)) })), 'emphasis'),
    of('why', 'Why this fits', plain(body.why)),
    of('ifThen', 'If it does not go to plan', plain(body.ifThen)),
    of('others', 'Others who help', body.others.map((other) => ({ target: other.id, mark: '', text: lineText(other, most), note: [other.owner, other.when].flatMap((part) => (part ? [escapeText(shorten(part, 80))] : [])).join(dot) }))),
    of('ifHarder', 'If things get harder', plain(body.ifHarder)),
    of('sharing', 'Who may see this', body.sharing.length === 0 ? [] : [{ target: 'sharing', mark: '', text: body.sharing.map(({ who, answer }) => `${escapeText(who)}: ${answerWords[answer]}`).join(dot), note: '' }]),
    of('copy', 'My copy', plain(body.copy)),
    of('review', 'We look at it again', body.review ? [{ target: 'review', mark: '', text: dayInWords(body.review.on), note: '' }] : []),
    of('whatMatters', 'What matters to me', plain(body.whatMatters)),
    of('strengths', 'My strengths', plain(body.strengths)),
    of('whyNow', 'Why now', plain(body.whyNow)),
    of('workedOut', 'What we worked out', [...sideLines('Me', workedOut.person, most), ...sideLines('Around me', workedOut.environment, most), ...sideLines('What I do', workedOut.occupation, most)]),
    of('adjustments', 'What makes it easier for me', plain(body.adjustments)),
    of('nothingRaised', 'Whether anything was raised', body.nothingRaised ? plain([body.nothingRaised]) : []),
  ];
  return all.filter(({ lines }) => lines.length > 0);
}

const sideLines = (side: string, lines: readonly Line[], most: number): PlanLine[] => lines.map((line) => ({ target: line.id, mark: '', text: `**${side}.** ${lineText(line, most)}`, note: '' }));

/** Quotation marks only where the line is still what the person said. */
export const lineText = ({ text, quoted: isQuoted }: Pick<Line, 'text' | 'quoted'>, most: number): string => (isQuoted ? quoted(text, most) : escapeText(shorten(text, most)) || '\u2026');

export const goalNote = (index: number, importance: number | undefined): string => `Goal ${index + 1}${importance === undefined ? '' : ` \u00b7 matters ${importance} of 10`}`;

/** Who, when, where, the way there, the first time and how sure: in this order, what is known of it. */
export function stepNote({ who, whoName, when, where, gettingThere, firstTime, confidence }: Step, most = 160): string {
  const doer = who === 'other' ? (whoName ?? whoWords.other) : whoWords[who];
  const said = (text: string | undefined, before = ''): string[] => (text === undefined || text.trim() === '' ? [] : [`${before}${escapeText(shorten(text, most).replace(/\.$/u, ''))}`]);
  return [escapeText(shorten(doer, 60)), ...said(when), ...said(where), ...said(gettingThere, 'getting there: '), ...said(firstTime, 'first time: '), ...(confidence === undefined ? [] : [`sure ${confidence} of 10`])].join(dot);
}

/** A page has room for so many letters; what is longer is shortened, evenly. */
const letters = 5600;
export function lengthFor(body: PlanBody, most = letters): number {
  const { goals, steps, why, ifThen, others, ifHarder, whatMatters, strengths, whyNow, workedOut, adjustments, copy } = body;
  const lines = [goals, steps, why, ifThen, others, ifHarder, whatMatters, strengths, whyNow, workedOut.person, workedOut.environment, workedOut.occupation, adjustments, copy].flat().map(({ text }) => text);
  const facts = steps.flatMap(({ whoName, when, where, gettingThere, firstTime }) => [whoName, when, where, gettingThere, firstTime].filter((fact) => fact !== undefined));
  return roomFor([...lines, ...facts], most);
}
