/** One to one, to whoever is to know of a case: its worker; when they are away or gone, the next in line. */
import { presentHome } from '../cards/present';
import { dayInLondon } from '../domain/case/londonTime';
import { nextInLine, standingOfWorker, type InLine } from '../domain/organisation/nextInLine';
import type { CaseDesk } from './caseDesk';
import { organisationNow } from './organisationNow';
import type { Parts, Sent } from './ports';
import type { Shown } from './turn';

export type Notice = { readonly title: string; readonly text: string; /** What somebody wrote: for those alone who may read the case. */ readonly words?: string };

/** `waits`: what stays until somebody on leave is back. The first who can be reached is told. */
export async function tellOwner(parts: Parts, desk: CaseDesk, said: Notice, { at, waits = false }: { readonly at: string; readonly waits?: boolean }): Promise<Sent> {
  const { worker } = desk.state;
  const organisation = await organisationNow(parts);
  const today = dayInLondon(at);
  const { kind } = standingOfWorker(organisation, parts.settings, worker, today);
  const others = nextInLine(organisation, parts.settings, worker, today);
  // Where nobody else is to be told, their own chat is better than nobody's, unless the case is shut to them.
  if (kind === 'there' || (kind === 'on-leave' && (waits || others.length === 0))) return parts.messenger.tell(worker, noticeOf(parts, desk, withWords(said), { caseId: desk.caseId, rev: desk.state.rev }));
  return others.length === 0 ? nobody : tellFirst(parts, desk, others, { ...said, text: `${desk.state.workerName} is away or has left, so this comes to you. ${said.text}` });
}

const nobody: Sent = { kind: 'failed', reason: 'the link worker is gone, and nobody is in line', final: false };

/** Tried one after the other; what is final of one is not of the next. */
export async function tellFirst(parts: Parts, desk: CaseDesk, others: readonly InLine[], said: Notice): Promise<Sent> {
  let last: Sent = nobody;
  for (const one of others) {
    const sent = await parts.messenger.tell(one.person, noticeOf(parts, desk, inPlaceOf(said, desk, one)));
    if (sent.kind === 'sent') return sent;
    if (last === nobody || !sent.final) last = sent;
  }
  return last;
}

type Plain = Omit<Notice, 'words'>;

function inPlaceOf(said: Notice, { state: { ref } }: CaseDesk, { as }: InLine): Plain {
  if (as === 'administrator') return { title: said.title, text: `${said.text} You cannot read it. To hand it over, type: admin.` };
  const { title, text } = withWords(said);
  return { title, text: `${text} To read it, type: open case ${ref}.` };
}

const withWords = ({ title, text, words }: Notice): Plain => ({ title, text: words === undefined ? text : `${text} ${words}` });

/** A button leads to the case only for its worker; others have to open it, which is recorded. */
const noticeOf = (parts: Parts, { state }: CaseDesk, said: Plain, leadsTo: { readonly caseId?: string; readonly rev?: number } = {}): Shown => presentHome({ kind: 'notice', ...said, ...leadsTo }, { content: parts.content(state.framework) });
