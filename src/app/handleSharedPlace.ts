/** What is said or pressed where others read: nothing about a person is taken there. Its members may choose that open safety actions are shown. */
import type { HomeScreen } from '../cards/screen';
import { idForAudit } from './auditOf';
import type { Parts } from './ports';
import { mayDecideOnPlaces } from './handleRole';
import { home } from './homeCards';
import { isClaimed } from './ownMessage';
import type { Outcome, Place, Turn } from './turn';
import { wordsBrought } from './typedWith';

type Decided = 'safety-here' | 'stop-safety';

export async function handleSharedPlace(parts: Parts, turn: Turn): Promise<Outcome> {
  const decided = decidedBy(turn.intent);
  if (decided !== undefined) return decide(parts, turn, decided);
  if (turn.intent.kind !== 'arrived' && !asksForHelp(turn.intent)) return { shown: home(parts, onlyOneToOne), ...wordsBack(parts, turn.intent) };
  return { shown: home(parts, (await isMarked(parts, turn)) ? arrivedAgain : arrived) };
}

/** A message still stands there; what was typed into a card does not, and is for whoever typed it alone. */
function wordsBack(parts: Parts, intent: Turn['intent']): Pick<Outcome, 'ownChat'> {
  const typed = intent.kind === 'said' ? '' : wordsBrought(intent);
  return typed.trim() === '' ? {} : { ownChat: home(parts, { kind: 'notice', title: 'What you wrote was not kept', text: 'Others can read the conversation in which you wrote it, so I did not take it there.', typed }) };
}

/** The words are the whole message, so that nothing else is taken for them. */
export function decidedBy(intent: Turn['intent']): Decided | undefined {
  if (intent.kind === 'pressed') return intent.action.verb === 'safety-here' || intent.action.verb === 'stop-safety' ? intent.action.verb : undefined;
  if (intent.kind !== 'said') return undefined;
  const said = plain(intent.text);
  if (said === 'safety notices here') return 'safety-here';
  return said === 'stop safety notices' || said === 'stop safety notices here' ? 'stop-safety' : undefined;
}

const asksForHelp = (intent: Turn['intent']): boolean => intent.kind === 'said' && plain(intent.text) === 'help';
const plain = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ').replace(/[.!?]+$/, '');

/** Any member may decide it, supervisors and administrators once there are teams; everybody there sees who did. */
async function decide(parts: Parts, turn: Turn, decided: Decided): Promise<Outcome> {
  const { by, at, where } = turn;
  const entry = { at, by: idForAudit(by.id), verb: 'administer', place: where.kind, what: decided === 'safety-here' ? 'SafetyPlaceMarked' : 'SafetyPlaceUnmarked' } as const;
  if (!(await mayDecideOnPlaces(parts, by.id))) {
    await parts.audit.record([{ ...entry, outcome: 'refused' }]);
    return { shown: home(parts, notTheirs) };
  }
  await parts.audit.record([{ ...entry, outcome: 'done' }]);
  if (decided === 'safety-here') await parts.safetyPlaces.mark({ ...(await placeOf(parts, turn)), by: by.id, at });
  else await parts.safetyPlaces.unmark(where.place);
  const shown = home(parts, decided === 'safety-here' ? marked(by.name) : stopped(by.name));
  return (await isPressedOnMine(parts, turn)) ? { shown, everyone: shown } : { shown };
}

/** The message that a press names may be that of a plan or of a notice, which stay as they are. */
const isPressedOnMine = async (parts: Parts, { at, intent, on }: Turn): Promise<boolean> => intent.kind === 'pressed' && (on === undefined || !(await isClaimed(parts, on, at)));

async function placeOf({ messenger }: Parts, { by, where }: Turn): Promise<Place> {
  const known = (await messenger.placesOf(by.id)).find(({ id }) => id === where.place);
  return { id: where.place, name: known?.name ?? 'this conversation', kind: known?.kind ?? where.kind };
}

const isMarked = async ({ safetyPlaces }: Parts, { where }: Turn): Promise<boolean> => (await safetyPlaces.marked()).some(({ id }) => id === where.place);

type Notice = Extract<HomeScreen, { kind: 'notice' }>;
const shared = { kind: 'notice', shared: true } as const;

const canPost = 'Link workers can now post action plans here for review. Everything about a person stays in their own chat with me.';
const arrived: Notice = { ...shared, title: 'Plans can be reviewed here', text: `${canPost} If the supervisors of the team read this conversation, open safety actions can be shown here too: the reference and whose it is, never what it is about.`, offers: 'safety-here' };
const arrivedAgain: Notice = { ...shared, title: 'Plans can be reviewed here', text: `${canPost} Open safety actions are shown here.`, offers: 'stop-safety' };
const onlyOneToOne: Notice = { ...shared, title: 'Please write to me one to one', text: 'Others can read this conversation, so I take nothing about a person here. Open a chat with me and type help. In an emergency ring 999.' };
const notTheirs: Notice = { ...shared, title: 'A supervisor decides that', text: 'Whether open safety actions are shown here is for the supervisors of a team and for administrators. Nothing was changed.' };
const marked = (name: string): Notice => ({
  ...shared,
  title: 'Safety notices are shown here',
  text: `${name} chose this. When a link worker of this conversation has a safety action open, I say so here: the reference and whose it is, never what it is about. What is open now is shown when it is next reminded of. To end it, type: stop safety notices.`,
  offers: 'stop-safety',
});
const stopped = (name: string): Notice => ({ ...shared, title: 'Safety notices are not shown here any more', text: `${name} chose this. Messages that stand here are still kept up to date. To begin again, type: safety notices here.`, offers: 'safety-here' });

/** Typed one to one: it is decided where others read. */
export const whereToDecide: HomeScreen = { kind: 'notice', title: 'Please type that in the channel', text: 'Safety notices are shown in the channel or group chat in which you type: safety notices here. I have to be a member of it.' };
