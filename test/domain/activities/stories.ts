/** Invented people, told through the real framework: what they ticked and said, and what is read from it. */
import { loadContent } from '../../../src/content/load';
import { loadActivities } from '../../../src/content/loadActivities';
import type { Activity } from '../../../src/domain/activities/activity';
import { matchOf } from '../../../src/domain/activities/match';
import type { OptionsReading } from '../../../src/domain/activities/option';
import { readOptions, type OptionsInput } from '../../../src/domain/activities/readOptions';
import { readConcerns } from '../../../src/domain/analysis/concerns';
import { readMeanings } from '../../../src/domain/analysis/meanings';
import type { OpenCase } from '../../../src/domain/case/case';
import { readConversation } from '../../../src/domain/case/conversation';

export const today = '2026-11-21';
export const catalogue = loadActivities();
export const content = loadContent('v1');

export type Said = Readonly<Record<string, readonly string[] | string | { readonly choices: readonly string[]; readonly words: string }>>;

const at = `${today}T10:00:00Z`;

/** A case with these answers: choice ids in a list, words as a text. */
export function personWho(said: Said, more: Partial<OpenCase> = {}): OpenCase {
  const answers = Object.entries(said).map(([prompt, answer]) => {
    if (typeof answer === 'string') return [prompt, { choices: [], words: answer, at }] as const;
    return [prompt, 'words' in answer ? { ...answer, at } : { choices: answer, at }] as const;
  });
  return {
    status: 'open', ref: 'HM-1', framework: 'v1', mode: 'together', name: 'A', worker: 'w', workerName: 'W', openedAt: at, touchedAt: at, activeAt: at, acts: 1, openings: [], handovers: [], reminded: new Map(), safetyNotices: [], rev: 1,
    answers: new Map(answers), skipped: new Map(), parked: new Set(), observations: [], trail: [], notes: [], concerns: new Map(), raisedMentions: new Set(), declined: new Map(), searches: [],
    edits: [], confirmedWords: new Set(), submissions: [], lessons: [], reviews: [], record: { statements: [] }, presses: new Set(), ...more,
  };
}

export function inputFor(state: OpenCase, activities: readonly Activity[] = catalogue.activities): OptionsInput {
  const conversation = readConversation(state, content.framework);
  return { catalogue: { version: 'v1', activities }, state, conversation, meanings: readMeanings(conversation), concerns: readConcerns(state, conversation, content), today, match: matchOf({ conversation, observations: state.observations, activities, concepts: content.concepts }) };
}

export const optionsFor = (state: OpenCase, activities?: readonly Activity[]): OptionsReading => readOptions(inputFor(state, activities));
export const idsOf = ({ options }: OptionsReading): string[] => options.map(({ activity }) => activity.id);
export const activityCalled = (id: string): Activity => catalogue.activities.find((activity) => activity.id === id)!;

/** Both were referred with the words "lonely, anxious". Mrs K is 71 and widowed; Mr D is 34 and works nights (domain guide, 10). */
export const mrsK = (more: Partial<OpenCase> = {}): OpenCase =>
  personWho(
    {
      OP1: ['private'], OP3: ['large-print'], OP4: 'My husband died fourteen months ago and the house is so quiet.',
      PV1: 'Not being a burden. My garden.',
      PV3: { choices: ['music:used-to', 'growing:used-to'], words: 'The choir and the allotment.' },
      PV4: { choices: ['4'], words: 'I’ve rung them once, no reply.' },
      PV5: ['nobody-got-back'],
      PH2: ['hardest-afternoon'],
      PC1: ['pain:long-standing'], PC2: ['one-fall'], PC4: ['low-some-days', 'a-bit'],
      ES1: ['family'], EP3: ['bus', 'morning', 'afternoon', 'daylight-only', 'minutes-20'], EE1: ['yes'],
      OC4: ['small', 'regular', 'doing', 'gentle'], OC6: ['people', 'joy', 'useful'], OC7: 'Having my hands in the soil again, with somebody beside me.',
    },
    { yearOfBirth: 1955, ...more },
  );

export const mrD = (more: Partial<OpenCase> = {}): OpenCase =>
  personWho(
    {
      OP1: ['private'], OP3: ['nothing'], OP4: 'The doctor said to talk to you. I work night shifts and see nobody.',
      PV1: 'My own time. Not being told what to do.',
      PV3: { choices: ['screens:now', 'music:used-to', 'moving:curious'], words: 'Gaming. I used to play football. I can’t stand knitting or anything like that.' },
      PV4: { choices: ['7'], words: 'If it is worth it.' },
      PV5: ['cost', 'too-easy'],
      PH2: { choices: ['nights-and-days'], words: 'Home at seven, asleep by nine, up at four.' },
      PC1: ['nothing-much'], PC4: ['up-and-down', 'a-bit'],
      ES1: ['no-one'], EP3: ['walk', 'bus', 'evening', 'minutes-30'], EP4: ['confident'], EE1: ['often-not'],
      OC4: ['small', 'drop-in', 'doing', 'challenge'], OC6: ['moving', 'people', 'learning'], OC7: 'Getting out of my own head with people who keep the same hours.',
    },
    { yearOfBirth: 1992, ...more },
  );
