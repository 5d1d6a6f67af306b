/** What can be typed. Every button has a word that does the same. */
import { z } from 'zod';
import { Button, sideButton } from './buttons';
import { oldClient } from './listCard';
import type { HomeDesk, HomeScreen } from './screen';
import { emergencyText } from './textOf';
import { defineCard, renderCard, type AdaptiveCard } from './registry';

const Command = z.object({ word: z.string(), does: z.string() }).strict();
export const helpView = z
  .object({ fallback: z.string(), title: z.string(), intro: z.string(), groups: z.array(z.object({ label: z.string(), commands: z.array(Command) }).strict()), emergency: z.string(), foot: z.string(), buttons: z.array(Button) })
  .strict();
export const helpCard = defineCard('help', helpView);

const commands = (...pairs: readonly (readonly [string, string])[]) => pairs.map(([word, does]) => ({ word, does }));

export function presentHelp({ roles }: Extract<HomeScreen, { kind: 'help' }>, { content }: HomeDesk): AdaptiveCard {
  return renderCard(helpCard, {
    fallback: oldClient,
    title: 'What you can type',
    intro: 'Anything else that you type answers the prompt on the card, in their words.',
    groups: [
      { label: 'Begin, stop and come back', commands: commands(['new', 'a new case, together'], ['phone', 'a new case, on the phone'], ['notes', 'write up from your notes'], ['cases', 'your cases'], ['resume', 'go on with a case'], ['pause', 'stop here for now'], ['close', 'end a case'], ['my leave', 'when you are away from work']) },
      { label: 'In the conversation', commands: commands(['next', 'the next prompt'], ['back', 'the one before'], ['skip', 'not today'], ['rather not say', 'they would rather not'], ['park', 'come back to it later'], ['sections', 'jump to any prompt'], ['worried', 'say what worries you'], ['urgent help', 'whom to ring now'], ['concerns', 'what somebody else may need to know'], ['summary', 'where things stand'], ['person', 'put the name right'], ['who can see', 'who can read this case, and who did']) },
      { label: 'Towards the plan', commands: commands(['options', 'what fits, and why'], ['find: ...', 'look through the whole list'], ['more', 'the next of what was found'], ['plan', 'the plan so far'], ['post', 'send it for review'], ['rang', 'what you heard by ringing'], ['copy', 'the plan in their words, to hand over'], ['reply', 'what they answered'], ['visit', 'how the first visit went'], ['review', 'look at the plan again together']) },
      ...(roles?.supervises ? [{ label: 'For supervisors', commands: commands(['team', 'the cases of your team'], ['open case', 'and a reference: read that case']) }] : []),
      ...(roles?.manages || roles?.administers ? [{ label: 'For managers', commands: commands(['unmet needs', 'what nobody offers, in numbers']) }] : []),
      ...(roles?.administers ? [{ label: 'For administrators', commands: commands(['admin', 'people, teams, channels and numbers'], ['records', 'set aside, keep on or erase'], ['directory', 'where the activities come from'], ['tags', 'check what is said of activities']) }] : []),
    ],
    emergency: emergencyText(content),
    foot: 'Type “worried:” or “noticed:” and then your words, and they are kept at once.',
    buttons: [sideButton('My cases', { verb: 'cases' }), sideButton('Start page', { verb: 'home' })],
  });
}
