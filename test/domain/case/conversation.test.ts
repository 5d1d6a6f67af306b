import { loadContent } from '../../../src/content/load';
import type { CaseEvent } from '../../../src/domain/case/event';
import type { Condition, Prompt } from '../../../src/domain/framework/framework';
import { alone, answered, now, opened, openedBy, readingOf } from '../../support/givenCase';

const { framework } = loadContent();
const raised = (...events: readonly CaseEvent[]) => readingOf(events).conversation.raised.map(({ code, urgency }) => `${code} ${urgency}`);

describe('the order in which things are said', () => {
  it('makes no difference to what is open, called, raised and required', () => {
    const said = [alone, answered('PC4', ['most-days']), answered('PC5', ['thoughts-now']), answered('ES3', ['yes-hard', 'child']), answered('PV4', ['3']), answered('ES2', ['far-less']), answered('EE1', ['none-now'])];
    const reads = [said, [...said].reverse(), [...said.slice(3), ...said.slice(0, 3)]].map((order) => {
      const { open, path, called, required, raised: all } = readingOf([opened, ...order]).conversation;
      return { open: open.map(({ id }) => id), path: path.map(({ id }) => id), called: [...called], required: [...required], raised: all.map(({ code, urgency, prompt }) => [code, urgency, prompt]) };
    });
    expect(reads[1]).toEqual(reads[0]);
    expect(reads[2]).toEqual(reads[0]);
    expect(reads[0]?.raised).toContainEqual(['F18', 'TODAY', 'ES3']);
  });
});

describe('somebody comes into the room', () => {
  const light = answered('OP1', ['near-light']);
  it.each<[string, CaseEvent]>([
    ['F03 TODAY', answered('PC5', ['thoughts-now'])],
    ['F15 TODAY', answered('ES4', ['no', 'about-carer'])],
    ['F25 TODAY', answered('EE1', ['none-now'])],
  ])('and what was raised stays raised: %s', (concern, said) => {
    expect(raised(opened, alone, said)).toEqual([concern]);
    expect(raised(opened, alone, said, light)).toEqual([concern]);
    expect(raised(opened, alone, said, answered('OP1', ['not-a-good-time']))).toEqual([concern]);
  });
  it('and a child is still thought of', () => expect(raised(opened, alone, answered('ES3', ['yes-fine', 'child']), answered('PC5', ['thoughts-now']), light)).toContain('F18 TODAY'));
  it('and nothing more is called or told by what may not be shown', () => {
    const { conversation, findings, meanings } = readingOf([opened, alone, answered('EE1', ['someone-controls', 'often-not']), light]);
    expect([...conversation.called.keys()]).toEqual([]);
    expect(findings.flatMap(({ from }) => from).some((source) => 'prompt' in source && source.prompt === 'EE1')).toBe(false);
    expect([...meanings.keys()].filter((meaning) => meaning.startsWith('cost:'))).toEqual([]);
  });
});

describe('what the worker raises', () => {
  const abuse: CaseEvent = { type: 'ConcernRaised', ...now, concern: 'w1', code: 'F15', urgency: 'TODAY', words: 'bruises' };
  it('is put together with the answers', () => {
    expect(raised(opened, answered('ES3', ['yes-fine', 'child']), abuse)).toEqual(['F18 TODAY']);
    expect(readingOf([openedBy({}), { ...abuse, code: 'F10' }]).conversation.path.map(({ id }) => id)).toContain('PC2');
  });
  it('no longer is when it was set aside', () => expect(raised(opened, answered('ES3', ['yes-fine', 'child']), abuse, { type: 'ConcernSetAside', ...now, concern: 'w1', reason: 'a bike fall' })).toEqual([]));
});

describe('the evidence of a rule', () => {
  const sources = (...events: readonly CaseEvent[]) => readingOf(events).conversation.fired.flatMap(({ from }) => from);
  it('is the choices that it rests on, and no others', () => expect(sources(opened, answered('PC1', ['pain:new', 'sleep:sudden']))).toEqual([{ kind: 'choice', prompt: 'PC1', choice: 'sleep:sudden', label: 'Sleep: sudden' }, { kind: 'choice', prompt: 'PC1', choice: 'pain:new', label: 'Pain: new' }]));
  it('is the words, where the words tell', () => expect(sources(opened, answered('PV1', [], 'Nothing, really.'))).toEqual([{ kind: 'words', prompt: 'PV1', quote: 'Nothing, really.' }]));
  it('is the words, where something was said and nothing was chosen', () => expect(sources(opened, answered('EI2', [], 'The form was lost'))).toEqual([{ kind: 'words', prompt: 'EI2', quote: 'The form was lost' }]));
});

describe('phrases in what was said', () => {
  const isHeard = (words: string) => readingOf([opened, answered('PV1', [], words)]).conversation.called.has('PC5');
  it.each(['There is NO POINT', 'there’s no   point\nto it', 'no point.', 'I’d be better off dead', '“better off without me”'])('finds %j', (words) => expect(isHeard(words)).toBe(true));
  it.each(['no pointing', 'casino point', 'my garden', '', '🌱', '\u0000'])('and not %j', (words) => expect(isHeard(words)).toBe(false));
});

/** Answers under which a condition holds. */
function satisfy(condition: Condition, self: string, said: Map<string, { choices: string[]; words: string[] }>): void {
  if ('concern' in condition) {
    said.set('PC5', { choices: ['thoughts-now'], words: [] });
    if (!condition.concern.includes('F03')) said.set('ES4', { choices: ['no'], words: [] });
  }
  if ('ageAtLeast' in condition || 'ageBelow' in condition || 'concern' in condition || 'mode' in condition) return;
  const prompt = framework.prompts.find(({ id }) => id === (condition.prompt ?? self))!;
  const so = said.get(prompt.id) ?? { choices: [], words: [] };
  said.set(prompt.id, so);
  if ('words' in condition) so.words.push(condition.words[0]!);
  else if ('scaleAtMost' in condition) so.choices = [String(condition.scaleAtMost)];
  else if ('scaleAtLeast' in condition) so.choices = so.choices.length > 0 ? so.choices : [String(condition.scaleAtLeast)];
  else if ('any' in condition) so.choices.push(...choicesLike(prompt, condition.any[0]!).slice(0, 1));
  else if ('count' in condition) so.choices.push(...choicesLike(prompt, condition.count[0]!).slice(0, condition.atLeast));
  else so.choices.push(...choicesLike(prompt, '*').filter((choice) => !condition.answeredWithout.includes(choice)).slice(0, 1));
}

function choicesLike({ parts }: Prompt, pattern: string): string[] {
  const all = parts.flatMap((part) => (part.kind === 'one' || part.kind === 'many' ? part.options.map(({ id }) => id) : part.kind === 'grid' ? part.rows.flatMap((row) => part.columns.map((column) => `${row.id}:${column.id}`)) : part.kind === 'activity' ? ['something-else', 'not-now'] : []));
  const [row, column] = pattern.split(':');
  return all.filter((choice) => pattern === '*' || choice === pattern || (column === '*' && choice.startsWith(`${row}:`)) || (row === '*' && choice.endsWith(`:${column}`)));
}

describe('every "then" of the guide', () => {
  const triggers = framework.prompts.flatMap((prompt) => prompt.triggers.map((trigger) => ({ name: `${prompt.id}: ${trigger.why}`, prompt, trigger })));
  it('is there', () => expect(triggers.length).toBeGreaterThan(100));

  it.each(triggers)('$name', ({ prompt, trigger }) => {
    const said = new Map<string, { choices: string[]; words: string[] }>();
    if (prompt.restricted || trigger.when.some((condition) => 'concern' in condition)) said.set('OP1', { choices: ['private'], words: [] });
    for (const condition of trigger.when) satisfy(condition, prompt.id, said);
    const mode = trigger.when.flatMap((condition) => ('mode' in condition ? condition.mode : []))[0] ?? 'together';
    const age = Math.max(...trigger.when.flatMap((condition) => ('ageAtLeast' in condition ? [condition.ageAtLeast] : [])), 0);
    const events = [...said].map(([id, { choices, words }]) => answered(id, choices, words.length > 0 ? words.join(', ') : undefined));
    const { conversation, concerns, step } = readingOf([openedBy({ mode, ...(age > 0 ? { yearOfBirth: 2026 - age } : {}) }), ...events]);

    expect(conversation.fired.map((fired) => fired.trigger)).toContain(trigger);
    expect([...conversation.called.keys()]).toEqual(expect.arrayContaining(trigger.calls));
    expect([...conversation.required]).toEqual(expect.arrayContaining(trigger.requires));
    expect(conversation.open.map(({ id }) => id)).not.toEqual(expect.arrayContaining(trigger.suppresses.length > 0 ? trigger.suppresses : ['none']));
    for (const { code, urgency } of trigger.raises) expect(concerns).toContainEqual(expect.objectContaining({ code, urgency, state: 'open' }));
    for (const id of trigger.calls.filter((called) => conversation.open.some((open) => open.id === called))) expect(conversation.path.map((open) => open.id)).toContain(id);
    expect(step).toBeDefined();
  });
});
