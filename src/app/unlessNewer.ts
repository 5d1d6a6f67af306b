/** While an update is under way, a newer version may have written what this one cannot read: that is said, and nothing is written. */
import type { HomeScreen } from '../cards/screen';
import { WrittenByNewerVersion } from '../domain/case/newerVersion';
import { home } from './homeCards';
import type { Parts } from './ports';
import type { Outcome, Turn } from './turn';
import { wordsBrought } from './typedWith';

export async function unlessNewer(parts: Parts, turn: Turn, take: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await take();
  } catch (error) {
    if (error instanceof WrittenByNewerVersion) return waitForIt(parts, turn);
    throw error;
  }
}

const notice: Extract<HomeScreen, { kind: 'notice' }> = {
  kind: 'notice',
  title: 'I am being updated',
  text: 'A newer version of me has written here already, and this one cannot read it. Nothing was changed. Please wait a few minutes and try again. If it stays like this, tell whoever runs Threefold.',
};

function waitForIt(parts: Parts, { where, intent }: Turn): Outcome {
  const typed = wordsBrought(intent);
  const back = typed.trim() === '' ? {} : { typed };
  if (where.kind === 'personal') return { shown: home(parts, { ...notice, ...back }) };
  return { shown: home(parts, { ...notice, shared: true }), ...(intent.kind === 'said' || typed.trim() === '' ? {} : { ownChat: home(parts, { ...notice, ...back }) }) };
}
