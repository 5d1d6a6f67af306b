import { loadContent } from '../../../src/content/load';
import { matchChoices, matchLabels } from '../../../src/domain/framework/matchChoice';
import { promptOf } from '../../../src/domain/framework/framework';

const { framework } = loadContent('v1');
const prompt = (id: string) => promptOf(framework, id)!;

describe('a choice that was typed instead of tapped', () => {
  it.each([
    ['OP1', 'PRIVATE', ['private']],
    ['OP1', 'someone near, thats fine', ['near-fine']],
    ['OP2', 'Yes: notes, supervisor and GP', ['notes:yes', 'supervisor:yes', 'gp:yes']],
    ['OP2', "That's all right", ['notes:yes', 'supervisor:yes', 'gp:ask', 'provider:ask', 'relative:ask']],
    ['OP2', 'no notes', ['notes:no']],
    ['PV4', '4/10', ['4']],
    ['OC1', 'all right', ['washing:fine', 'dressing:fine', 'meals:fine', 'home:fine', 'post-and-bills:fine', 'shopping:fine']],
    ['ES1', 'daughter, neighbours', ['family', 'neighbour']],
  ])('%s “%s”', (id, typed, choices) => {
    expect(matchChoices(prompt(id).parts, typed)).toEqual(choices);
  });

  it.each([['OP1', 'my sister is here'], ['PV4', '14'], ['PV4', 'quite sure'], ['ES1', 'my daughter rings me'], ['OP4', 'Private'], ['PC4', '']])('%s “%s” is left to stand as words', (id, typed) => {
    expect(matchChoices(prompt(id).parts, typed)).toBeUndefined();
  });
});

it('names what a written case says that nobody offers, and keeps the rest', () => {
  expect(matchLabels(prompt('PC1'), 'pain: long-standing; elbows: new')).toEqual({ choices: ['pain:long-standing'], unmatched: ['elbows: new'] });
});
