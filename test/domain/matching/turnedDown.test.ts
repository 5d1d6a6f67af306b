import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConcepts } from '../../../src/content/loadConcepts';
import { leftOutBy } from '../../../src/domain/matching/leftOut';
import { rankServices } from '../../../src/domain/matching/rankServices';
import { readWish } from '../../../src/domain/matching/readWish';
import { indexServices, type Service } from '../../../src/domain/matching/serviceIndex';

const town = ['town.jsonl', 'council.jsonl'].flatMap((file) => readFileSync(join(__dirname, '../../eval/matching', file), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Service));
/** Each thing that is turned down, and how a listing would speak of it. */
const things: readonly (readonly [string, RegExp])[] = [
  ['bingo', /bingo/i],
  ['dogs', /\bdogs?\b/i],
  ['swimming', /swim|\bpool\b|aqua/i],
  ['church', /church|worship|prayer/i],
  ['singing', /\bsing|choir/i],
  ['gardening', /garden|allotment/i],
  ['football', /football/i],
  ['yoga', /\byoga/i],
  ['groups', /\b(group|club|class|choir)s?\b/i],
];
/** Part of these are one-to-one as well, and then the group is no matter. */
const seesOneToOne = /one.to.one|befriend|phone|counsel|confidential|your own home|home visit|individual/i;
const besides = 'Lonely, would like to get out, be with people, have a chat and keep fit.';

const sayings = [
  'Hates {}', 'hates the thought of {}', 'Can’t stand {}', 'cant be doing with {}', 'Cannot abide {}', 'Not keen on {}', 'not really into {}', 'Not one for {}', 'Never been one for {}', 'Never liked {}', 'never really took to {}', 'Doesn’t like {}', 'Wouldn’t want {}', 'Nothing with {} please',
  'Wants nothing to do with {}', 'no {} please', 'No {}, no thanks', 'Anything but {}', 'Anything as long as it isn’t {}', 'Went off {}', 'Has gone right off {}', 'Lost interest in {}', 'Would rather not do {}', 'would rather not go to {}', 'She’d rather do anything than {}',
  'Tried {} and hated it', 'Tried {}, hated every minute', 'Tried {}. Didn’t like it', 'Tried {} but it wasn’t for him', '{} not her cup of tea', '{}? No thanks', '{} bores him rigid', '{} leaves her cold', '{} makes her anxious', '{} does his head in', 'Daughter suggested {} but he wasn’t having it', 'Wife keeps on about {}, he says no',
  '{}? God no', '{}? Good grief no', '{}? Heavens, no', '{}? Not likely', '{}? No fear', 'Gave up {}, would rather not go back',
  'Was offered {} and turned it down', 'Turned down {}', 'Refuses {} point blank', 'Said no to {}', 'Steers clear of {}', 'Scared of {}', 'Fed up with {}', 'Sick to death of {}', 'Allergic to {}', 'Has had enough of {}', 'No interest in {}', 'Won’t go near {}', 'Please don’t suggest {}', 'Thinks {} is a waste of time', 'Finds {} boring',
  '{} is his idea of hell', 'Had a bad experience with {}', 'Doesn’t do {}', 'Never again with {}', 'Grew out of {}', 'Can’t think of anything worse than {}', 'Hated {} at school', 'Put off {} for life', '{} is a definite no', 'Less keen on {}', 'Prefers not to do {}', 'Reluctant to try {}', 'Adamant she does not want {}', 'Asked not to be referred to {}', '{} has no appeal', 'Would run a mile from {}', 'Will give {} a miss', 'He’s not a {} person', 'Walked out of {}',
];

describe('what is turned down, in whatever words', () => {
  const index = indexServices(town, loadConcepts());
  it.each(sayings)('is in nothing that is offered: %s', (saying) => {
    for (const [thing, listing] of things) {
      for (const text of [`${saying.replace('{}', thing)}. ${besides}`, `${besides} ${saying.replace('{}', thing)}`]) {
        const offered = rankServices(text, index, { most: 5 }).map(({ service }) => service);
        const wrong = offered.filter(({ title, text: says }) => listing.test(`${title} ${says}`) && !(thing === 'groups' && seesOneToOne.test(`${title} ${says}`)));
        expect({ text, wrong: wrong.map(({ title }) => title) }).toEqual({ text, wrong: [] });
        expect(offered.length).toBeGreaterThan(0);
      }
    }
  });
});

describe('what only sounds like turning down', () => {
  const wish = (text: string): { wanted: string[]; down: string[] } => {
    const { wanted, turnedDown } = readWish(text, loadConcepts());
    return { wanted: wanted.map(({ concept }) => concept.id), down: turnedDown.map(({ concept }) => concept.id) };
  };
  it.each([
    ['Hates missing her swimming.', 'swimming'],
    ['Would never say no to a game of bingo.', 'bingo'],
    ['Used to hate gardening, now loves it.', 'growing'],
    ['Nothing better than a good sing.', 'singing'],
    ['Does not mind dogs at all, likes dogs.', 'animals'],
    ['Nervous of interviews, wants a job.', 'employment'],
    ['Can’t stand seeing things thrown out that could be mended.', 'repair'],
    ['Met her husband at the Palais.', 'ballroom'],
    ['Her daughter says he was a joiner.', 'woodwork'],
    ['Hates having no company.', 'social'],
    ['Anything except gardening, esp reading, housebound.', 'reading'],
    ['Loves anything but bingo, especially gardening.', 'growing'],
    ['Cannot cope without company.', 'social'],
  ])('is no gate: %s', (text, id) => {
    expect(wish(text).wanted).toContain(id);
    expect(wish(text).down).not.toContain(id);
  });
});

describe('company itself', () => {
  it.each(['I hate company.', 'Not keen on company.'])('can be turned down: %s', (text) => {
    const { wanted, turnedDown } = readWish(text, loadConcepts());
    expect([wanted.map(({ concept }) => concept.id), turnedDown.map(({ concept }) => concept.id)]).toEqual([[], ['social']]);
  });
});

describe('a service that is left out', () => {
  const two: readonly Service[] = [
    { id: 'social', title: 'Friday social', text: 'Tea, talk and now and then a game of bingo.' },
    { id: 'bowls', title: 'Short mat bowls', text: 'A friendly game in the sports hall.' },
    { id: 'ring', title: 'Ring round', text: 'Telephone befriending for people who do not come to our groups.' },
  ];
  const index = indexServices(two, loadConcepts());
  const against = (text: string) => leftOutBy(readWish(text, loadConcepts()), index);
  it('says what was said and what it says, even in passing', () => expect(against('Hates bingo.').get(0)).toMatchObject({ turnedDown: { words: 'bingo' }, offered: 'bingo' }));
  it('is not the one thing of its kind that is liked', () => expect(against('Not into sport, but likes bowls.').all()).toEqual([]));
  it('is no telephone call, for who cannot be in a group', () => expect(against('Not one for groups.').all()).not.toContain(2));
  it('is one that uses a word which no concept knows', () => expect(indexed('Hates origami.').all()).toEqual([0]));
  const indexed = (text: string) => leftOutBy(readWish(text, loadConcepts()), indexServices([{ id: 'a', title: 'Paper', text: 'Kirigami and origami.' }], loadConcepts()));
});
