import { readFramework } from '../../../src/domain/framework/readFramework';

const words = (id: string, feeds: string) => ({ kind: 'words', id, feeds });
const yesOrNo = [{ id: 'yes', label: 'Yes' }, { id: 'no', label: 'No' }];
const many = (id: string, feeds: string) => ({ kind: 'many', id, feeds, options: [{ id: `${id}-a`, label: `${id} a` }, { id: `${id}-b`, label: `${id} b` }] });

/** A framework with nothing of ours in it: other ids, other sections, other words. */
const other = {
  version: 'borrowed',
  title: 'Somebody else’s framework',
  licence: 'Invented for this test',
  sections: [{ id: 'talk', label: 'Talk' }, { id: 'me', label: 'Me', side: 'person' }, { id: 'plan', label: 'Plan' }],
  areas: [{ id: 'mine', label: 'Mine', side: 'person' }, { id: 'near', label: 'Near', side: 'environment' }, { id: 'done', label: 'Done', side: 'occupation' }],
  prompts: [
    { id: 'QA1', section: 'talk', topic: 'Start', core: true, ask: 'May we talk?', phone: 'May we talk?', why: 'Because we ask first.', parts: [{ kind: 'one', id: 'may', options: yesOrNo }, many('ease', 'adjustments')] },
    { id: 'QB1', section: 'me', side: 'person', area: 'mine', topic: 'Me', core: true, ask: 'What is dear to you?', phone: 'What is dear to you?', why: 'It should last.', parts: [words('dear', 'what-matters'), many('gifts', 'strengths')] },
    { id: 'QB2', section: 'talk', side: undefined, topic: 'Near', core: true, ask: 'What is near you?', phone: 'What is near you?', why: 'It should be near.', parts: [words('wish', 'goal')] },
    {
      id: 'QC1', section: 'plan', topic: 'Plan', core: true, ask: 'What shall we do?', phone: 'What shall we do?', why: 'It should happen.',
      parts: [{ kind: 'activity', id: 'what', feeds: 'activity' }, many('first', 'first-time'), { kind: 'scale', id: 'sure', feeds: 'confidence', from: 1, to: 5, low: 'No', high: 'Yes' }],
    },
    {
      id: 'QC2', section: 'plan', topic: 'After', core: true, ask: 'And then?', phone: 'And then?', why: 'It should go on.',
      parts: [
        { kind: 'day', id: 'when', feeds: 'review', in: [{ days: 7, label: 'In a week' }] },
        { kind: 'grid', id: 'whom', feeds: 'sharing', rows: [{ id: 'gp', label: 'GP' }, { id: 'kin', label: 'Kin' }], columns: yesOrNo },
        many('copy', 'copy'), words('harder', 'if-harder'),
      ],
    },
  ],
};

const withAreas = (areas: readonly unknown[]) => ({ ...other, areas });

it('reads a framework in other words, with other ids', () => {
  const prompts = other.prompts.flatMap<object>((prompt) => (prompt.id === 'QB2' ? [{ ...prompt, section: 'here', side: 'environment', area: 'near' }, { ...other.prompts[1], id: 'QD1', section: 'do', side: 'occupation', area: 'done' }] : [prompt]));
  const sections = [...other.sections, { id: 'here', label: 'Here', side: 'environment' }, { id: 'do', label: 'Do', side: 'occupation' }];
  const reading = readFramework({ ...other, sections, prompts });
  expect(reading).toMatchObject({ kind: 'read', framework: { version: 'borrowed' } });
});

it('names each area that nobody asks about', () => {
  expect(readFramework(other)).toEqual({ kind: 'refused', problems: ['Area “near” has no prompt. Give it one, or leave it out.', 'Area “done” has no prompt. Give it one, or leave it out.'] });
});

it('needs all three sides', () => {
  expect(readFramework(withAreas(other.areas.slice(1)))).toEqual({ kind: 'refused', problems: ['Areas: there are too few. Use at least 3.'] });
});

it.each([[undefined], [null], ['a framework'], [[]], [42]])('refuses %j in words', (data) => {
  const reading = readFramework(data);
  expect(reading.kind).toBe('refused');
  expect(reading).toEqual({ kind: 'refused', problems: [expect.stringMatching(/^The file: it (?:is missing|should be)/)] });
});
