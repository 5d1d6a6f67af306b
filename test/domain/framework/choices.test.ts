import { loadContent } from '../../../src/content/load';
import { labelOfChoice, matchesChoice, offers, optionsBehind, partOffering } from '../../../src/domain/framework/choices';
import { promptOf } from '../../../src/domain/framework/framework';

const { framework } = loadContent('v1');
const prompt = (id: string) => promptOf(framework, id)!;

describe('a pattern of choices', () => {
  it.each([
    ['most-days', 'most-days', true], ['most-days', 'a-lot', false], ['*', 'anything', true], ['*', 'pain:new', true],
    ['pain:*', 'pain:new', true], ['pain:*', 'sleep:new', false], ['*:new', 'sleep:new', true], ['*:new', 'sleep:worse', false], ['*:new', 'new', false], ['pain:new', 'pain:new', true],
  ])('%s and %s: %s', (pattern, choice, fits) => {
    expect(matchesChoice(pattern, choice)).toBe(fits);
  });
});

describe('a choice that was not offered', () => {
  it.each([
    ['PC4', 'fine-thanks'], ['PV4', '11'], ['PV4', '-1'], ['PV4', '4.5'], ['PC1', 'pain'], ['PC1', 'pain:tomorrow'], ['PC1', 'pain:new:worse'], ['AP6', 'on:tomorrow'], ['AP6', 'on:2026-3-1'], ['AP1', 'goal:4'], ['AP2', 'activity:'], ['OP4', 'anything'],
  ])('%s does not take %s', (id, choice) => {
    expect(partOffering(prompt(id), choice)).toBeUndefined();
  });
});

describe('how a choice reads', () => {
  it.each([
    ['PC4', 'low-some-days', 'Low or worried some days'], ['PV3', 'growing:used-to', 'Growing and nature: used to'], ['PV4', '0', '0 out of 10'], ['AP6', 'on:2026-04-01', '2026-04-01'], ['PC4', 'gone', 'gone'],
  ])('%s %s: %s', (id, choice, label) => {
    expect(labelOfChoice(prompt(id), choice)).toBe(label);
  });
});

it('leads from a choice of a grid to its row and its column, and from a tile to itself', () => {
  expect(optionsBehind(prompt('PV3'), 'music:curious').map(({ id }) => id)).toEqual(['music', 'curious']);
  expect(optionsBehind(prompt('ES1'), 'no-one').map(({ id }) => id)).toEqual(['no-one']);
  expect(optionsBehind(prompt('ES1'), 'nobody-offered-this')).toEqual([]);
});

it('offers every shortcut as choices of its own grid', () => {
  const grids = framework.prompts.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'grid' ? [part] : [])));
  expect(grids.length).toBeGreaterThan(4);
  for (const grid of grids) for (const { choices } of grid.shortcuts) expect(choices.filter((choice) => !offers(grid, choice))).toEqual([]);
});
