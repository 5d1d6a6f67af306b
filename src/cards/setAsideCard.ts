/** In place of every card of a case whose record is set aside or being erased: a concern alone can still be seen to. */
import type { CaseReading } from '../domain/analysis/caseReading';
import type { CaseScreen, HomeScreen } from './screen';

const aboutConcerns: ReadonlySet<CaseScreen['kind']> = new Set<CaseScreen['kind']>(['worried', 'concern', 'concerns']);

/** Undefined when the case may be shown. What was typed is given back, because it was not kept. */
export function setAsideNotice(screen: CaseScreen, { state: { ref, record } }: CaseReading): Extract<HomeScreen, { kind: 'notice' }> | undefined {
  const typed = screen.typed === undefined ? {} : { typed: screen.typed };
  if (record.erasing) return { kind: 'notice', title: `${ref} is being erased`, text: 'Nothing is added to it any more, and soon nothing of it is left. Type cases to go on with another.', ...typed };
  if (!record.restricted || aboutConcerns.has(screen.kind)) return undefined;
  const said = screen.said === undefined ? '' : ` ${screen.said}`;
  return { kind: 'notice', title: `${ref} is set aside`, text: `This record is kept and not used for now. Nothing of it is shown, and nothing is added. If you are worried about the person, type worried: that still counts. Whoever manages records in your service can say more.${said}`, ...typed };
}
