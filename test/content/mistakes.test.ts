import { readContent, type ContentFiles } from '../../src/content/readContent';
import concerns from '../../src/content/v1/concerns.json';
import contacts from '../../src/content/v1/contacts.json';
import exits from '../../src/content/v1/exits.json';
import filing from '../../src/content/v1/filing.json';
import framework from '../../src/content/v1/framework.json';
import process from '../../src/content/v1/process.json';
import safety from '../../src/content/v1/safety.json';
import texts from '../../src/content/v1/texts.json';
import { readingFiles } from '../../src/content/v1Reading';

const files = { framework, concerns, contacts, exits, process, texts, filing, safety, reading: readingFiles };

/** A change somebody made: where (ids lead to entries, `+` is a new one), and what stands there now; nothing takes it away. */
type Change = readonly [at: string, now?: unknown];

function changed(data: unknown, [step, ...rest]: readonly string[], now: unknown): unknown {
  if (step === undefined) return now;
  if (Array.isArray(data)) {
    const entries: readonly unknown[] = data;
    if (step === '+') return [...entries, now];
    const index = entries.findIndex((entry, place) => String(place) === step || (typeof entry === 'object' && entry !== null && (('id' in entry && entry.id === step) || ('code' in entry && entry.code === step))));
    if (index === -1) throw new Error(`The test looks for “${step}”, which is not there.`);
    const next = changed(entries[index], rest, now);
    return next === undefined ? entries.filter((_, place) => place !== index) : entries.map((entry, place) => (place === index ? next : entry));
  }
  const group: Record<string, unknown> = typeof data === 'object' && data !== null ? { ...data } : {};
  const next = changed(group[step], rest, now);
  if (next === undefined) delete group[step];
  else group[step] = next;
  return group;
}

/** Every change of a file of the rules makes all rules anew. Where the change is in none of them, two files of them are enough. */
const withFewRules = { ...files, reading: { ...readingFiles, concerns: Object.fromEntries(Object.entries(readingFiles.concerns).slice(0, 2)) } };
const besideRules = ([at]: Change): boolean => at.startsWith('reading/') && !at.startsWith('reading/concerns/');

/** What is said about the first version after these changes. */
function problemsAfter(...changes: readonly Change[]): string {
  const version = changes.some(besideRules) ? withFewRules : files;
  const draft = changes.reduce<unknown>((data, [at, now]) => changed(data, at.split('/'), now), version);
  try {
    readContent('v1', draft as ContentFiles);
    return 'nothing';
  } catch (error) {
    return (error as Error).message;
  }
}

it('takes the version as it is', () => {
  expect(problemsAfter()).toBe('nothing');
});

it('lists every problem of every file in one error', () => {
  const problems = problemsAfter(['framework/prompts/PV2/triggers/0/calls', ['PV9']], ['framework/prompts/OC7/section', 'somewhere'], ['concerns/F28'], ['exits/E'], ['texts/welcome-title', 'I monitor people.']);
  expect(problems).toMatch(/^The content v1 does not make sense yet\. \d things need mending:\n- /);
  for (const expected of ['no section “somewhere”', 'calls PV9', 'F28 is missing', 'exit E is missing', '“monitor” is not for us to say']) expect(problems).toContain(expected);
});

const mistakes: readonly (readonly [string, readonly Change[], string])[] = [
  ['two prompts with one id', [['framework/prompts/+', framework.prompts[0]]], 'Two prompts are called OP1. Give each its own id.'],
  ['a rule that calls no prompt', [['framework/prompts/PV2/triggers/0/calls', ['PV9']]], 'the rule “No strength comes to mind” calls PV9, and there is no such prompt.'],
  ['a rule that requires no prompt', [['framework/prompts/PV4/triggers/0/requires', ['AP9']]], 'requires AP9, and there is no such prompt.'],
  ['a condition on no prompt', [['framework/prompts/PV2/triggers/0/when/0/prompt', 'ZZ1']], 'asks about ZZ1, and there is no such prompt.'],
  ['a condition on a choice that no part offers', [['framework/prompts/PV2/triggers/0/when/0/any', ['nonsense']]], 'waits for “nonsense”, which PV2 does not offer.'],
  ['a grid pattern that matches nothing', [['framework/prompts/PC1/triggers/0/when/0/any', ['*:tomorrow']]], 'waits for “*:tomorrow”, which PC1 does not offer.'],
  ['a number beyond the scale', [['framework/prompts/PV4/triggers/0/when/0/scaleAtMost', 11]], 'waits for 11, and PV4 runs from 0 to 10.'],
  ['a number where there is no scale', [['framework/prompts/PV2/triggers/0/when', [{ scaleAtMost: 3 }]]], 'waits for a number, and PV2 has no scale.'],
  ['a rule that does nothing', [['framework/prompts/PC6/triggers/+', { when: [{ any: ['no'] }], why: 'All is well' }]], 'the rule “All is well” does nothing.'],
  ['a section that does not exist', [['framework/prompts/OC7/section', 'somewhere']], 'Prompt OC7: there is no section “somewhere”.'],
  ['a section on another side', [['framework/prompts/OC7/section', 'person']], 'Prompt OC7: it lies on another side than its section “person”.'],
  ['an area that does not exist', [['framework/prompts/OC7/area', 'somewhere']], 'Prompt OC7: there is no area “somewhere”.'],
  ['an area on another side', [['framework/prompts/OC7/area', 'money']], 'Prompt OC7: it lies on another side than its area “money”.'],
  ['a prompt that explores nothing', [['framework/prompts/OC7/area']], 'Prompt OC7: it explores no area'],
  ['an area without a prompt', [['framework/areas/+', { id: 'moon', label: 'The moon', side: 'environment' }]], 'Area “moon” has no prompt.'],
  ['a long phone wording', [['framework/prompts/PV1/phone', 'word '.repeat(26).trim()]], 'Prompt PV1: the phone wording has 26 words. Use at most 25.'],
  ['a prompt that waits for a call that nobody makes', [['framework/prompts/EI1/onlyWhenCalled', true]], 'Prompt EI1 can never be reached.'],
  ['two prompts that wait for each other', [['framework/prompts/EI1/shownWhen', [[{ prompt: 'EI2', any: ['debt'] }]]], ['framework/prompts/EI2/shownWhen', [[{ prompt: 'EI1', any: ['waiting'] }]]]], 'Prompt EI1 can never be reached.'],
  ['a mandatory prompt that may be hidden', [['framework/prompts/AP6/shownWhen', [[{ ageAtLeast: 18 }]]]], 'Prompt AP6: it is mandatory and not always shown.'],
  ['a rule that hides what is mandatory', [['framework/prompts/OP1/triggers/0/suppresses', ['AP6']]], 'suppresses AP6, which is mandatory.'],
  ['a rule that calls its own prompt', [['framework/prompts/PV2/triggers/0/calls', ['PV2']]], 'calls its own prompt.'],
  ['a shortcut to a choice that the grid does not offer', [['framework/prompts/OP2/parts/0/shortcuts/0/choices', ['notes:perhaps']]], 'names “notes:perhaps”, which “consent” does not offer.'],
  ['a shortcut that answers a row twice', [['framework/prompts/OP2/parts/0/shortcuts/0/choices', ['notes:yes', 'notes:no']]], 'answers “notes” twice.'],
  ['a row that is called like a column', [['framework/prompts/OC1/parts/0/columns/fine/id', 'meals']], '“meals” is a row and a column of “jobs”.'],
  ['a "nothing" that goes with other choices', [['framework/prompts/OP3/parts/0/options/nothing/alone', false]], 'Prompt OP3: “Nothing” excludes the other choices. Write "alone": true.'],
  ['a choice that stands alone in a grid', [['framework/prompts/OC1/parts/0/rows/home/alone', true]], '“Home” in the grid “jobs” cannot stand alone.'],
  ['nothing but choices that stand alone', [['framework/prompts/PC4/parts/in-the-way/options', [{ id: 'a', label: 'A', alone: true }, { id: 'b', label: 'B', alone: true }]]], 'every choice of “in-the-way” stands alone.'],
  ['one wording for two choices', [['framework/prompts/OP3/parts/0/options/large-print/aka', ['BSL']]], '“bsl” names two choices of “adjustments”.'],
  ['a choice that only shares its wordings', [['framework/prompts/PH3/parts/fun/options/fun-too-much', { id: 'too-much', label: 'Too much' }]], '“Too much” cannot be told apart when it is typed.'],
  ['one id for two choices of a prompt', [['framework/prompts/PC4/parts/in-the-way/options/a-bit/id', 'most-days']], 'the choice “most-days” is offered twice.'],
  ['a choice that is a barrier and an enabler', [['framework/prompts/ES1/parts/0/options/partner/barrier', 'a partner']], '“Partner” is a barrier and an enabler.'],
  ['a barrier that lies nowhere', [['framework/prompts/OP1/parts/0/options/private/barrier', 'somebody near']], '“Private” does not say on which side it lies.'],
  ['a restricted answer that would travel', [['framework/prompts/ES4/parts/0/options/not-always/barrier', 'not always safe']], 'this prompt is restricted: it would travel with the plan.'],
  ['a restricted answer that feeds the plan', [['framework/prompts/PC5/parts/0/feeds', 'if-harder']], 'feeds the plan, and this prompt is restricted.'],
  ['a plan that could never be complete', [['framework/prompts/OC7/parts/0/feeds']], 'No part feeds “goal”, so no plan could be complete.'],
  ['a scale that feeds the review day', [['framework/prompts/AP5/parts/0/feeds', 'review']], '“confidence” feeds “review”, which takes a part of the kind “day”.'],
  ['a scale without a length', [['framework/prompts/AP5/parts/0/to', 1]], 'the scale “confidence” ends where it starts.'],
  ['an unknown meaning', [['framework/prompts/ES1/parts/0/options/partner/means', ['support:dog']]], '"support:dog" is not a known meaning'],
  ['a label that no phone can show', [['framework/prompts/ES1/parts/0/options/partner/label', 'x'.repeat(41)]], 'is too long. Use at most 40 characters.'],
  ['a missing why', [['framework/prompts/PV1/why']], 'Prompt PV1, why: it is missing. Write words between quotation marks.'],
  ['a misspelt key', [['framework/prompts/PV1/qestion', 'What?']], '“qestion” is not known here. Check the spelling, or leave it out.'],
  ['a concern that nobody explains', [['concerns/F23']], 'raises F23, and concerns.json does not explain it.'],
  ['a concern that stands there twice', [['concerns/+', concerns[0]]], 'concerns.json: F01 stands there twice.'],
  ['an exit that is not one of the eleven', [['framework/prompts/OP2/triggers/0/suggestsExit', 'Z']], 'suggests the exit Z, and exits.json has none.'],
  ['a contact that nobody filled in', [['contacts/999']], 'points to the contact “999”, and contacts.json has none.'],
  ['a local number that is missing', [['contacts/housing-options']], 'the local number “housing-options” is missing.'],
  ['a review day that is no day', [['contacts/999/reviewBy', 'next spring']], '“next spring” is not written as it should be'],
  ['a number with letters', [['contacts/999/number', 'nine nine nine']], '“nine nine nine” is not written as it should be'],
  ['an exit that no stage offers', [['process/referral/exits', ['U']]], 'no stage offers the exit I.'],
  ['stages out of order', [['process', [...process].reverse()]], 'process.json: the stages should be, in this order: referral'],
  ['note words for no prompt', [['filing/prompts/ZZ9', { tells: ['anything'], hints: ['something'] }]], 'filing.json: there is no prompt ZZ9.'],
  ['dislikes that go nowhere', [['filing/wants/disliked', 'ZZ8']], 'filing.json: there is no prompt ZZ8.'],
  ['a phrase for notes that nobody can read', [['filing/prompts/PV3/tells', ['(keen on', 'fond of {things}']]], 'filing.json: PV3: "(keen on" has no ")".'],
  ['a sentence that a card says', [['texts/welcome-emergency']], 'texts.json: “welcome-emergency” is missing. A card says it: write it there.'],
  ['another version inside', [['framework/version', 'v7']], 'it says that it is version “v7”. Write “v1”.'],
  ['a banned word on a card', [['framework/prompts/PC2/why', 'We screen for falls.']], 'framework.json, prompts/PC2/why: “screen” is not for us to say. Instead: say “ask about”.'],
  ['a next in line who is told before the worker', [['safety/TODAY/next/after', 60]], 'make worker.after shorter than next.after'],
  ['a time that no clock shows', [['safety/NOW/next/by', ['25:00']]], 'is not written as it should be'],
  ['a word for people that stands in a list twice', [['reading/people/men/words/+', 'bloke']], 'reading/people.json: Men, words: “bloke” stands there twice. Leave one out.'],
  ['a word for people with a capital', [['reading/people/roles/words/+', 'Verger']], 'reading/people.json: Roles, words: “Verger” is not one word in small letters.'],
  ['two words where a note is read word by word', [['reading/people/ties/words/+', 'pen friend']], '“pen friend” is not one word in small letters.'],
  ['a list of people that nothing reads', [['reading/people/pirates', { for: 'Those who sail.', words: ['pirate'] }]], 'reading/people.json: The file: “pirates” is not known here. Check the spelling, or leave it out.'],
  ['a list of people that is not there', [['reading/people/kin']], 'reading/people.json: Kin: it is missing.'],
  ['a list of people that does not say what it is for', [['reading/people/helpers/for', '']], 'reading/people.json: Helpers, for: it is too short.'],
  ['words that stand together with a capital', [['reading/together/groups/0/words/+', 'Left arm']], 'reading/together.json: Group 1, word'],
  ['words that stand together of which one is enough', [['reading/together/groups/0/enough', 1]], 'reading/together.json: Group 1, enough: there are too few. Use at least 2.'],
  ['a word of a likeness that stands there twice', [['reading/likeness/nameable/words/+', 'band']], 'reading/likeness.json: Nameable, words: “band” stands there twice.'],
  ['a file that is not there at all', [['contacts']], 'contacts.json: The file: it is missing. Write a list.'],
];

it.each(mistakes)('names %s, and how to mend it', (_name, changes, said) => {
  expect(problemsAfter(...changes)).toContain(said);
});
