/** A whole case, from the opening to its end, as one chance lets it happen. */
import type { CaseReading } from '../../../src/domain/analysis/caseReading';
import type { Concern } from '../../../src/domain/analysis/finding';
import { cardsOf } from '../../../src/domain/case/steps';
import { entriesOf, type Block } from '../../../src/domain/plan/entries';
import { unconfirmedIn } from '../../../src/domain/plan/unconfirmed';
import { jo, planReview, sam } from '../talk';
import { openCase, press, resume, review, type Act, type Beat } from './acts';
import { answerTo, type Words } from './answers';
import type { Chance } from './chance';
import { talk } from './talking';

export type Told = Generator<Beat, CaseReading, CaseReading>;

export function* wholeCase(chance: Chance, words: Words): Told {
  const opened = yield [openCase('storm', chance.pick(['together', 'phone']), words.next())];
  let reading = yield* fillGaps(yield* talk(opened, chance, words), chance, words);
  reading = yield* takeOnConcerns(reading, chance, words);
  reading = yield* editPlan(reading, chance, words, 'link worker');
  reading = yield* postPlan(reading);
  reading = yield* reviewPlan(reading, [review(sam, { verb: 'ask-change', line: 'plan', words: words.next() })]);
  reading = yield* editPlan(reading, chance, words, 'me');
  reading = yield* takeOnConcerns(reading, chance, words);
  reading = yield* postPlan(reading);
  reading = yield* reviewPlan(reading, [review(sam, { verb: 'to-supervision', words: words.next() })]);
  reading = yield* reviewPlan(reading, [review(sam, { verb: 'agree' }), review(jo, { verb: 'agree' })]);
  return yield* afterwards(reading, words);
}

/** What a plan cannot be agreed without, where the talk went past it. */
const needed = ['OP2', 'PV2', 'OC7', 'AP3', 'AP5', 'AP6'];

function* fillGaps(first: CaseReading, chance: Chance, words: Words): Told {
  let reading = first;
  for (const prompt of reading.conversation.open.filter(({ id }) => needed.includes(id))) {
    for (const parts of cardsOf(prompt)) reading = yield [answerTo({ prompt, parts }, chance, words)];
  }
  return reading;
}

function* takeOnConcerns(first: CaseReading, chance: Chance, words: Words): Told {
  let reading = first;
  for (let open = openOnes(reading); open.length > 0; open = openOnes(reading)) {
    const some = chance.shuffled(open).slice(0, 3).map((concern) => (concern.owner === undefined ? takeOn(concern, chance, words) : answer(concern, words)));
    const before = reading;
    reading = yield some;
    if (openOnes(reading).length === open.length && JSON.stringify(reading.concerns) === JSON.stringify(before.concerns)) throw new Error('Nobody could take on a concern');
  }
  return reading;
}

const openOnes = ({ concerns }: CaseReading): readonly Concern[] => concerns.filter(({ state }) => state === 'open');

/** The worker's own worry has an id that came with the turn; by its words it is the same in every telling. */
const idOf = (concern: Concern) => (reading: CaseReading): string => (concern.by === 'worker' ? reading.concerns.find(({ by, words }) => by === 'worker' && words === concern.words)!.id : concern.id);

function takeOn(concern: Concern, chance: Chance, words: Words): Act {
  const [owner, action, detail] = [words.next(), words.next(), words.next()];
  if (concern.by === 'words' && chance.happens(0.3)) return press((reading) => ({ verb: 'set-aside-concern', concern: idOf(concern)(reading), reason: action }), [action]);
  return press((reading) => ({ verb: 'own-concern', concern: idOf(concern)(reading), owner, action, route: 'by telephone', detail }), [owner, action, detail]);
}

function answer(concern: Concern, words: Words): Act {
  const reply = words.next();
  return press((reading) => ({ verb: 'answer-concern', concern: idOf(concern)(reading), from: 'Sam Okafor', reply, role: 'supervisor' }), [reply]);
}

/** These may read otherwise, or be left out, without anything missing. */
const free: readonly Block[] = ['workedOut', 'whyNow', 'whatMatters'];

/** Two lines at once, from two cards that lie open. */
function* editPlan(reading: CaseReading, chance: Chance, words: Words, who: string): Told {
  const lines = entriesOf(reading.plan()).filter(({ change, block }) => change === 'edit' && free.includes(block));
  const [one, other] = chance.shuffled(lines);
  const edit = (target: string, text = words.next()): Act => press(() => ({ verb: 'edit-line', target, text }), [text]);
  let now = yield [edit('new-step')];
  const step = now.plan().steps.at(-1)!.id;
  now = yield [edit(`${step}.when`), edit(`${step}.who`, who)];
  if (one && other) now = yield [edit(one.target), edit(other.target)];
  if (one && chance.happens(0.5)) now = yield [press(() => ({ verb: 'drop-line', target: one.target }))];
  return now;
}

function* postPlan(first: CaseReading): Told {
  let reading = first;
  if (unconfirmedIn(reading).length > 0) reading = yield [press(() => ({ verb: 'confirm-words', place: planReview.id }))];
  reading = yield [press(() => ({ verb: 'post-plan', place: planReview.id }))];
  return reading;
}

function* reviewPlan(reading: CaseReading, beat: Beat): Told {
  return reading.state.submissions.length === 0 ? reading : yield [...beat, review(jo, { verb: 'open-full-plan' }), review(sam, { verb: 'open-full-plan' })];
}

function* afterwards(reading: CaseReading, words: Words): Told {
  const [reason, told, offered, first, second, third] = Array.from({ length: 6 }, () => words.next()) as [string, string, string, string, string, string];
  yield [press(() => ({ verb: 'change-tier', tier: 2, reason: first }), [first]), press(() => ({ verb: 'correct-person', name: 'Mrs Kay', year: '1955' }))];
  yield [press(() => ({ verb: 'first-visit', went: 'no', lies: 'environment', words: second }), [second]), press(() => ({ verb: 'hold-review', words: third, progress: 6, then: 'change' }), [third])];
  yield [press(() => ({ verb: 'pause', until: '2026-11-20' }))];
  yield [resume];
  yield [press(() => ({ verb: 'close-case', exit: 'S', reason, told, offered }), [reason, told, offered])];
  return yield [press(() => ({ verb: 'reopen' }))];
}
