import type { CaseReading } from '../../../src/domain/analysis/caseReading';
import type { Step } from '../../../src/domain/case/steps';
import { command, press, say, type Act, type Beat } from './acts';
import { answerTo, type Words } from './answers';
import type { Chance } from './chance';

type Told = Generator<Beat, CaseReading, CaseReading>;
type Answered = { readonly beat: number; readonly act: ReturnType<typeof answerTo> };

const mostBeats = 200;

/** Card by card until nothing waits; a good part of it on ways round. */
export function* talk(opened: CaseReading, chance: Chance, words: Words): Told {
  const answered: Answered[] = [];
  let reading = opened;
  for (let beat = 1; beat < mostBeats; beat++) {
    const { step } = reading;
    if (!step) return reading;
    if (step.parts[0]!.kind === 'activity') {
      reading = yield chooseOne(reading, chance, words);
      continue;
    }
    const old = chance.happens(0.06) ? anOldCard(answered, reading, chance) : undefined;
    if (old) {
      reading = yield* useAnOldCard(old, words);
      continue;
    }
    if (chance.happens(0.4)) {
      reading = yield [wayRound(reading, step, chance, words)];
      continue;
    }
    const act = answerTo(step, chance, words);
    answered.push({ beat, act });
    reading = yield [act, ...meanwhile(step, chance, words)];
  }
  throw new Error('The conversation did not come to an end');
}

/** What else is under way while a card is answered: on another device, from another card. */
function meanwhile({ prompt }: Step, chance: Chance, words: Words): Act[] {
  const saw = words.next();
  const note = words.next();
  const worry = words.next();
  return [
    ...(chance.happens(0.25) ? [press(() => ({ verb: 'observe', prompt: prompt.id, words: saw }), [saw])] : []),
    ...(chance.happens(0.15) ? [press(() => ({ verb: 'paste-note', note }), [note])] : []),
    ...(chance.happens(0.04) ? [press(() => ({ verb: 'raise-concern', code: 'F28', words: worry, owner: '', action: '', route: '' }), [worry])] : []),
  ];
}

/** Everything that is not the answer to the card. */
function wayRound(reading: CaseReading, { prompt }: Step, chance: Chance, words: Words): Act {
  const said = words.next();
  const elsewhere = chance.pick(reading.conversation.path.filter(({ parts }) => parts[0]!.kind !== 'activity')).id;
  const left = { from: prompt.id, words: said };
  const ways: readonly (() => Act)[] = [
    () => press(() => ({ verb: 'skip', prompt: prompt.id, why: 'not-today', ...left }), [said]),
    () => press(() => ({ verb: 'skip', prompt: prompt.id, why: 'rather-not-say' })),
    () => press(() => ({ verb: 'park', prompt: prompt.id, ...left }), [said]),
    () => press(() => ({ verb: 'next', ...left }), [said]),
    () => press(() => ({ verb: 'back' })),
    () => press(() => ({ verb: 'show', screen: 'summary', ...left }), [said]),
    () => press(() => ({ verb: 'show', screen: 'worried', about: prompt.id, ...left }), [said]),
    () => press(() => ({ verb: 'show', screen: 'talk', box: 'observation', words: said }), [said]),
    () => press(() => ({ verb: 'open-prompt', prompt: elsewhere, ...left }), [said]),
    () => say(said),
    () => say(said),
    () => say(`noticed: ${said}`),
    () => command('skip'),
    () => press(() => ({ verb: 'change-mode', mode: reading.state.mode === 'phone' ? 'together' : 'phone' })),
    () => fileNote(reading) ?? say(said),
  ];
  return chance.pick(ways)();
}

/** Every sentence of a note where it seems to belong. The note is found again by its text. */
function fileNote({ proposals, state }: CaseReading): Act | undefined {
  const waiting = proposals.find(({ first }) => first !== undefined);
  const text = state.notes.find(({ id }) => id === waiting?.note)?.text;
  return text === undefined ? undefined : press((now) => ({ verb: 'file-rest', note: now.state.notes.find((note) => note.text === text)!.id }));
}

/** A card that was answered long ago, of a prompt that may still be shown. */
function anOldCard(answered: readonly Answered[], { conversation }: CaseReading, chance: Chance): Answered | undefined {
  const open = answered.filter(({ act }) => conversation.open.some(({ id }) => id === act.answer.prompt) && conversation.answers.has(act.answer.prompt));
  return open.length === 0 ? undefined : chance.pick(open);
}

/** Other words are typed into it; they are offered again, and used where things stand. */
function* useAnOldCard({ act, beat }: Answered, words: Words): Told {
  const said = words.next();
  const again = { ...act.answer, words: said };
  yield [press(() => again, [said], beat)];
  return yield [press(() => again, [said])];
}

function chooseOne(reading: CaseReading, chance: Chance, words: Words): Beat {
  const { options } = reading.options();
  const none = chance.pick(['nothing-fits', 'not-now'] as const);
  if (options.length === 0) return [press(() => ({ verb: none }))];
  const { activity } = chance.pick(options);
  const reason = words.next();
  if (reading.state.declined.size < 2 && chance.happens(0.4)) return [press(() => ({ verb: 'decline-option', activity: activity.id, reason }), [reason])];
  return [press(() => ({ verb: 'choose-option', activity: activity.id }))];
}
