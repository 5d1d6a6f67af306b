/** Cards that stand without a case. */
import { presentHome } from '../cards/present';
import type { HomeScreen } from '../cards/screen';
import { mostInABox } from '../domain/case/case';
import type { Parts } from './ports';
import type { Shown, Turn } from './turn';

export const home = (parts: Parts, screen: HomeScreen): Shown => presentHome(screen, { content: parts.content() });

export async function welcome(parts: Parts, { by }: Turn, typed?: string): Promise<Shown> {
  if (typed !== undefined && typed.length > mostInABox) return home(parts, tooLongToCarry);
  const heads = await parts.cases.headsOf(by.id);
  return home(parts, { kind: 'welcome', cases: heads.filter(({ state }) => state !== 'closed').length, local: parts.settings.selfReview, ...(typed === undefined ? {} : { typed }) });
}

const tooLongToCarry: HomeScreen = {
  kind: 'notice',
  title: 'That is a long text',
  text: 'No case is open, so I have not kept it. Type new, phone or notes to open one, then send the text again: it is kept whole.',
};
