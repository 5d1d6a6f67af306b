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
    ['OP2', 'no notes', ['notes:no', 'supervisor:no', 'gp:no', 'provider:no', 'relative:no']],
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

describe('every wording of every choice', () => {
  const offered = framework.prompts.flatMap(({ id, parts }) => parts.flatMap((part) => (part.kind === 'one' || part.kind === 'many' ? part.options.map((option) => ({ id, part, option })) : [])));
  it.each(offered.map((each) => [each.id, each.part.id, each.option.id, each] as const))('%s %s %s is that choice on its own card', (_id, _part, _option, { part, option }) => {
    for (const wording of [option.label, ...option.aka, option.label.toUpperCase(), ` ${option.label}. `, option.id]) expect(matchChoices([part], wording)).toEqual([option.id]);
  });

  it('is that choice in a written case too, unless an earlier row of tiles has the same label', () => {
    const astray = offered.flatMap(({ id, part, option }) => {
      const earlier = prompt(id).parts.slice(0, prompt(id).parts.indexOf(part)).flatMap((before) => (before.kind === 'one' ? before.options.map(({ label }) => label) : []));
      return [option.label, ...option.aka].filter((wording) => !earlier.includes(wording) && matchLabels(prompt(id), wording).choices.join() !== option.id).map((wording) => `${id} ${option.id}: ${wording}`);
    });
    expect(astray).toEqual([]);
  });
  it.each([
    ['PH3', 'Too much; Too little; About right; Too much', ['duties-too-much', 'fun-too-little', 'rest-about-right', 'people-too-much']],
    ['PH3', 'people: too little; Rest: about right', ['people-too-little', 'rest-about-right']],
    ['PH3', 'Time with people: too little', ['people-too-little']],
    ['PH2', 'Morning; Evening', ['best-morning', 'hardest-evening']],
    ['AP6', 'GP practice; Link worker', ['ring-gp', 'ring-link-worker']],
    ['AP6', 'GP practice; Yes; Paper', ['gp:yes', 'paper']],
  ])('%s “%s”', (id, text, choices) => expect(matchLabels(prompt(id), text)).toEqual({ choices, unmatched: [] }));

  const grids = framework.prompts.flatMap(({ id, parts }) => parts.flatMap((part) => (part.kind === 'grid' ? [{ id, part }] : [])));
  it.each(grids.map((each) => [each.id, each] as const))('%s: each row with each column, in several writings', (id, { part }) => {
    for (const row of part.rows) {
      for (const column of part.columns) {
        const wanted = { choices: [`${row.id}:${column.id}`], unmatched: [] };
        for (const name of [row.label, ...row.aka]) {
          for (const written of [`${name}: ${column.label}`, `${name}:${column.label.toLowerCase()}`, `${name} = ${column.label}`, `${name} - ${column.label}`, `${name.toUpperCase()} : ${column.label}.`]) expect([written, matchLabels(prompt(id), written)]).toEqual([written, wanted]);
          expect([`${name}; ${column.label}`, matchLabels(prompt(id), `${name}; ${column.label}`)]).toEqual([`${name}; ${column.label}`, wanted]);
        }
        for (const name of column.aka) expect([name, matchLabels(prompt(id), `${row.label}: ${name}`)]).toEqual([name, wanted]);
      }
    }
    for (const shortcut of part.shortcuts) for (const name of [shortcut.label, ...shortcut.aka]) expect(matchLabels(prompt(id), name)).toEqual({ choices: shortcut.choices, unmatched: [] });
  });
});

describe('several at once', () => {
  it.each([
    ['OP2', 'notes: yes; GP practice: ask me each time', ['notes:yes', 'gp:ask']],
    ['PC1', 'pain; long-standing', ['pain:long-standing']],
    ['PC1', 'pain; sleep; long-standing; hearing: new', ['pain:long-standing', 'sleep:long-standing', 'hearing:new']],
    ['PV3', 'growing and nature: used to\nmusic and singing: now', ['growing:used-to', 'music:now']],
    ['PV3', 'growing and nature, music and singing: used to', ['growing:used-to', 'music:used-to']],
    ['PC4', 'Low or worried some days; a bit', ['low-some-days', 'a-bit']],
    ['PV4', '4', ['4']], ['PV4', '4/10', ['4']], ['PV4', '4 / 10', ['4']], ['PV4', '4 out of 10', ['4']], ['PV4', '4 of 10', ['4']], ['PV4', '10', ['10']], ['PV4', '0', ['0']], ['PV4', '04', ['4']],
    ['OC6', 'People; Joy; Being useful', ['people', 'joy', 'useful']],
    ['AP6', 'In two weeks', ['in:14']],
  ])('%s “%s”', (id, text, choices) => expect(matchLabels(prompt(id), text)).toEqual({ choices, unmatched: [] }));

  it.each([['PV4', '11'], ['PV4', '4 or 5'], ['PV4', '-1'], ['PC1', 'pain: dreadful'], ['OP4', 'Private'], ['PC4', ' ; ; low-ish']])('%s “%s” names nothing that is offered', (id, text) => {
    const { choices, unmatched } = matchLabels(prompt(id), text);
    expect([choices, unmatched.length]).toEqual([[], 1]);
  });

  it('leaves a hundred thousand characters to stand as words', () => {
    for (const text of ['a,'.repeat(50_000), 'Music and singing, '.repeat(5_000) + 'x', 'x'.repeat(100_000), ', '.repeat(50_000), 'pain:'.repeat(20_000)]) for (const id of ['PV3', 'PC1', 'PC4', 'ES1', 'PV4']) expect(matchChoices(prompt(id).parts, text)).toBeUndefined();
  });
});
