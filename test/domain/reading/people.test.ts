import given from '../../../src/content/v1/reading/people.json';
import { nounPhraseAt } from '../../../src/domain/reading/people/nounPhrase';
import { kind, People, PeopleLists } from '../../../src/domain/reading/people/people';
import { lookedUp, Words } from '../../../src/domain/reading/people/sentenceWords';
import { somebodyAt } from '../../../src/domain/reading/people/somebodyPhrase';
import { tokensOf } from '../../../src/domain/reading/words/tokens';

const lists = PeopleLists.parse(given);
const people = new People(lists);

function wordsOf(text: string, by: People = people): Words {
  const tokens = tokensOf(text);
  return new Words(lookedUp(text, tokens, by), 0, tokens.length - 1);
}

/** The words of the text from one place to another. */
const between = (text: string, first: number, last: number): string => text.slice(tokensOf(text)[first]!.start, tokensOf(text)[last]!.end);

describe('what a word is', () => {
  it.each([
    ['organist', 'role'], ['chairwoman', 'role'], ['shopkeepers', 'person'], ['chaps', 'person'], ['cousin', 'kin'], ['walking', 'verbLike'], ['stopped', 'verbLike'], ['stewardess', 'female'], ['chairman', 'male'],
  ] as const)('%s is of the kind %s', (word, name) => expect(people.is(kind[name], word)).toBe(true));

  it.each([['human', 'role'], ['german', 'person'], ['man', 'role'], ['need', 'verbLike'], ['bus', 'person'], ['chairman', 'female']] as const)('%s is not of the kind %s', (word, name) => expect(people.is(kind[name], word)).toBe(false));

  it.each([['couple', 'pair'], ['lads', 'many'], ['headmistress', 'female'], ['postman', 'male'], ['neighbour', 'either']])('%s: %s', (word, sex) => expect(people.sexOf(word)).toBe(sex));

  it('is what the lists say, when somebody changes them', () => {
    const changed = new People({ ...lists, roles: { ...lists.roles, words: [...lists.roles.words, 'ferryhand'] } });
    const text = 'The ferryhand at the quay fell in.';
    expect(somebodyAt(wordsOf(text), 0)).toBeUndefined();
    expect(somebodyAt(wordsOf(text, changed), 0)).toMatchObject({ first: 0, isStranger: true });
  });

  it('holds for two sets of lists that read the same tokens in turn', () => {
    const others = new People({ ...lists, kin: { ...lists.kin, words: ['wagtail'] } });
    const tokens = tokensOf('A wagtail and a cousin.');
    const kinIn = (by: People): readonly number[] => [...by.classesOf(tokens)].flatMap((each, at) => (by.isOf(kind.kin, each) ? [at] : []));
    expect([kinIn(people), kinIn(others), kinIn(people)]).toEqual([[4], [1], [4]]);
  });

  it('finds room for more classes of words than it began with', () => {
    const names = Object.keys(given) as (keyof PeopleLists)[];
    const word = (at: number): string => `x${String.fromCharCode(97 + (at % 26), 97 + Math.floor(at / 26))}`;
    const pairs = names.flatMap((one, at) => names.slice(at + 1, at + 12).map((other) => [one, other] as const));
    const more = new People(Object.fromEntries(names.map((name) => [name, { ...lists[name], words: pairs.flatMap((pair, at) => (pair.includes(name) ? [word(at)] : [])) }])) as PeopleLists);
    const tokens = tokensOf(pairs.map((_, at) => word(at)).join(' '));
    const classes = more.classesOf(tokens);
    expect(pairs.length).toBeGreaterThan(300);
    pairs.forEach(([one, other], at) => expect([one, other].every((name) => more.isOf(kind[name], classes[at]!))).toBe(true));
  });
});

describe('the noun phrase', () => {
  it.each([
    ['her old bridge friend fell', 'owner', 'friend', undefined],
    ['a woman in her class', 'determiner', 'woman', undefined],
    ['my cousin’s wife rang', 'owner', 'wife', 'cousin’s'],
    ['her mother in law is ill', 'owner', 'law', undefined],
    ['my brother in law’s mate fell', 'owner', 'mate', 'brother'],
    ['lady next door', 'none', 'lady', undefined],
  ])('%s', (text, opening, head, possessor) => {
    const phrase = nounPhraseAt(wordsOf(text), 0)!;
    expect(phrase.opening).toBe(opening);
    expect(between(text, phrase.head, phrase.head)).toBe(head);
    expect(phrase.possessor === undefined ? undefined : between(text, phrase.possessor, phrase.possessor)).toBe(possessor);
  });

  it.each(['the bus was late', 'her new flat', 'and the lads'])('none of a person in: %s', (text) => expect(nounPhraseAt(wordsOf(text), 0)).toBeUndefined());
});

describe('who is spoken of', () => {
  it.each([
    ['one of the chaps at the bowls club has moved', 'one of the chaps at the bowls club'],
    ['Mrs Khan from the chapel is ill', 'Mrs Khan from the chapel'],
    ['Jean from church left the gas on', 'Jean from church'],
    ['somebody she knows fell', 'somebody she knows'],
    ['her mate Val is in a refuge', 'her mate Val'],
    ['the couple who run the chip shop, he is unwell', 'the couple who run the chip shop'],
    ['previous tenant left debts', 'previous tenant'],
  ])('%s', (text, said) => {
    const somebody = somebodyAt(wordsOf(text), 0)!;
    expect(between(text, somebody.first, somebody.last)).toBe(said);
  });

  it.each(['her son fell', 'the nurse has been', 'a man at the door', 'the lad she cooks for is ill', 'her wee brother is ill'])('nobody else in: %s', (text) => expect(somebodyAt(wordsOf(text), 0)).toBeUndefined());
});
