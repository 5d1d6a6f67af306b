import type { Activity } from '../../../src/domain/activities/activity';
import { searchActivities, type SearchReading } from '../../../src/domain/activities/searchActivities';
import { activityCalled, catalogue, content, idsOf, mrD, mrsK, optionsFor, personWho, today, type Said } from './stories';

const like = (facts: Partial<Activity>, from = 'potting-group'): Activity => ({ ...activityCalled(from), ...facts });
const search = (words: string, activities: readonly Activity[] = catalogue.activities, from = 0): SearchReading => searchActivities({ words, from, activities, concepts: content.concepts(), today });
const foundBy = (words: string, activities?: readonly Activity[], from?: number): string[] => search(words, activities, from).hits.map(({ activity }) => activity.id);

const goats = like({ id: 'goats', name: 'Low Meadow farm', what: 'Feed the hens and help with the goats.', words: [], interests: ['other'], place: 'Low Meadow, Swinton', when: { text: 'Tuesdays, 10 am', days: ['tue'], time: 'morning', afterDark: false } });
const dogs = like({ id: 'dogs', name: 'Paws on the path', what: 'Walk dogs for owners who are ill.', words: [], interests: ['other'], place: 'Swinbeck', when: { text: 'Fridays, 10 am', days: ['fri'], time: 'morning', afterDark: false } });
const small = [goats, dogs, like({})];

describe('looking for something with animals near Swinton on a Tuesday', () => {
  it('finds what is there on that day first, and says what it met', () => {
    const { hits, understood } = search('find something with animals near Swinton on a Tuesday', small);
    expect(hits.map(({ activity }) => activity.id)).toEqual(['goats', 'dogs']);
    expect(understood).toEqual(['animals and pets', 'Tuesday', 'Swinton']);
    expect(hits[0]?.meets[0]?.asked).toBe('animals');
    expect(hits[0]?.misses).toEqual([]);
  });
  it('says of another what is otherwise', () => expect(search('animals near Swinton on a Tuesday', small).hits[1]?.misses).toEqual(['It is not on a Tuesday.', 'Its listing does not say Swinton.']));
  it('says what is not known', () => {
    const bare = { ...goats, when: undefined, place: undefined };
    const { hits, unknownPlaces } = search('animals near Swinbeck on a Tuesday, or near Ambleford', [bare, dogs]);
    expect(hits.find(({ activity }) => activity.id === 'goats')?.misses).toEqual(['Whether it is on a Tuesday is not listed.', 'Where it is is not listed.']);
    expect(unknownPlaces).toEqual(['Ambleford']);
  });
  it('does not say that nothing names a place which a listing names in its words', () => {
    const club = like({ id: 'club', name: 'Ambleford goat club', what: 'Goats, and tea after.', words: [], interests: ['other'], place: undefined });
    const { hits, unknownPlaces } = search('goats in Ambleford', [club, dogs]);
    expect(hits[0]?.meets).toContainEqual({ asked: 'ambleford', offered: 'ambleford' });
    expect(unknownPlaces).toEqual([]);
    expect(search('goats in Ambleford', [goats, dogs]).unknownPlaces).toEqual(['Ambleford']);
  });
  it('finds what is there beside its first place, and who comes there from elsewhere', () => {
    const also = { ...goats, id: 'also', place: 'Farm Lane, Ambleford', inItsWords: { alsoAt: 'Low Meadow, Swinton' } };
    const comes = { ...goats, id: 'comes', place: undefined, inItsWords: { area: 'Swinton and villages' } };
    const { hits } = search('animals near Swinton on a Tuesday', [also, comes, dogs]);
    expect(hits.map(({ activity, misses }) => [activity.id, misses.length])).toEqual([['also', 0], ['comes', 0], ['dogs', 2]]);
  });
  it('leaves out what the words turn down', () => expect(foundBy('Likes animals, hates dogs', small)).toEqual(['goats']));
  it('finds nothing rather than something else, and keeps what was wanted without a word of who asked', () => {
    expect(search('A telescope for Doreen', [dogs])).toMatchObject({ hits: [], many: 0 });
    expect(search('animals near Swinton on a Tuesday for Doreen Hale', small).want).toEqual(['about:animals', 'on:tue', 'near:swinton']);
  });
});

describe('what was found', () => {
  const many = Array.from({ length: 7 }, (_, copy) => like({ id: `farm-${copy}`, name: `City farm ${copy}`, what: 'Help with the goats.', words: [] }));
  it('comes three at a time, in the same order whatever the order of the list', () => {
    const pages = [0, 3, 6].map((from) => foundBy('goats', many, from));
    expect(pages.map(({ length }) => length)).toEqual([3, 3, 1]);
    expect(pages.flat()).toEqual([0, 3, 6].flatMap((from) => foundBy('goats', many.toReversed(), from)));
  });
  it.each<[string, Partial<Activity>]>([['full', { status: 'full' }], ['closed', { status: 'closed' }], ['not checked for a year', { checked: '2025-01-01' }], ['never checked', { checked: undefined }]])('never has first what is %s', (_state, facts) => {
    const [first, ...rest] = many;
    expect(foundBy('goats', [{ ...first!, ...facts }, ...rest], 6)).toEqual([first!.id]);
  });
});

describe('same anxiety, two people: not just sent to a knitting group', () => {
  const lonely: Said = { OP4: 'Lonely and anxious since I stopped work.', PV4: ['5'], EP3: ['walk', 'bus', 'morning', 'afternoon', 'minutes-30'], EE1: ['yes'], OC4: ['small', 'gentle'] };
  const knitter = optionsFor(personWho({ ...lonely, PV3: { choices: ['making:now'], words: 'Always have some knitting on the go.' }, OC6: ['people', 'calm'] }));
  const joiner = optionsFor(personWho({ ...lonely, PV3: { choices: ['fixing:used-to'], words: 'I was a joiner for forty years. Not one for knitting.' }, OC6: ['people', 'useful'] }));

  it('the knitter is offered it, in her own words', () => {
    expect(idsOf(knitter)).toContain('knit-and-natter');
    expect(knitter.options.find(({ activity }) => activity.id === 'knit-and-natter')?.reasons[0]).toContain('knitting on the go');
  });
  it('the joiner never is: he said so, and is offered something for his hands', () => {
    expect([...joiner.options, ...joiner.nearly].map(({ activity }) => activity.id)).not.toContain('knit-and-natter');
    expect(joiner.notOffered.find(({ activity }) => activity.id === 'knit-and-natter')?.gate).toBe('disliked');
    expect(idsOf(joiner).some((id) => ['mens-shed', 'repair-cafe'].includes(id))).toBe(true);
  });
  it('Mrs K and Mr D, referred in the same words, have nothing in common', () => expect(idsOf(optionsFor(mrsK())).filter((id) => idsOf(optionsFor(mrD())).includes(id))).toEqual([]));
});

describe('what was said ties an activity by its meaning', () => {
  const said: Said = { PV3: { choices: [], words: 'I was a joiner for forty years.' }, PV4: ['7'], EP3: ['walk', 'bus', 'afternoon', 'minutes-30'], EE1: ['yes'], OC4: ['small', 'gentle'], OC6: ['useful'], OP3: ['nothing'] };
  const shed = like({ id: 'shed', name: 'The Bench woodwork group', what: 'Woodwork and mending in good company.', words: [], interests: ['fixing'], gives: ['useful'] });
  it('in the words of both sides', () => expect(optionsFor(personWho(said), [shed]).options[0]?.reasons[0]).toBe('They said “I was a joiner for forty years”. Its listing says “woodwork”.'));
  it('also by what the worker noticed, which is no quotation of theirs', () => {
    const quiet = personWho({ ...said, PV3: { choices: [], words: 'Nothing much.' } }, { observations: [{ words: 'He was a joiner; his eyes lit up at the workbench.', at: `${today}T10:00:00Z` }] });
    const text = JSON.stringify(optionsFor(quiet, [shed]).options);
    expect(text).toContain('You noticed something about woodwork');
    expect(text).not.toContain('eyes lit up');
  });
  it.each(['I hate woodwork.', 'Can’t stand carpentry.', 'Woodwork is not for me.', 'Went off woodwork.'])('and is never offered once turned down: %s', (words) => {
    const reading = optionsFor(personWho({ ...said, PV1: words }), [shed]);
    expect([...reading.options, ...reading.nearly]).toEqual([]);
    expect(reading.notOffered[0]?.gate).toBe('disliked');
  });
});
