import fc from 'fast-check';
import { loadConcepts } from '../../../src/content/loadConcepts';
import { rankServices } from '../../../src/domain/matching/rankServices';
import type { Concepts } from '../../../src/domain/matching/concept';
import type { AllPostings } from '../../../src/domain/matching/postings';
import { indexServices, type Service, type ServiceIndex } from '../../../src/domain/matching/serviceIndex';
import type { Token } from '../../../src/domain/reading/words/tokens';

const services: readonly Service[] = [
  { id: 'choir', title: 'Harbour Voices', text: 'A singing group for anybody who likes a tune. No audition. Tuesdays, 10am.', place: 'Marlow Street Hall, Swinbeck' },
  { id: 'shed', title: 'The Bench', text: 'Woodwork and mending in good company. Tools provided.', place: 'Swinbeck' },
  { id: 'bingo', title: 'Thursday bingo', text: 'Eyes down at two o’clock, with tea.' },
  { id: 'games', title: 'Games afternoon', text: 'Cards, dominoes and bingo over a cuppa.' },
  { id: 'farm', title: 'Low Meadow city farm', text: 'Feed the hens and help with the goats. Open Tuesday and Saturday mornings.', place: 'Low Meadow' },
  { id: 'dogs', title: 'Paws on the path', text: 'Walk dogs for owners who are ill. Every Friday.', place: 'Swinbeck' },
  { id: 'money', title: 'Money advice', text: 'Free help with debt, benefits and forms.' },
  { id: 'tots', title: 'Little Acorns', text: 'Songs and singing for toddlers and babies with their parents.' },
  { id: 'carers', title: 'Carers’ choir', text: 'Singing for people who look after somebody. Unpaid carers only.' },
  { id: 'ring', title: 'Ring round', text: 'A volunteer phones every week for a friendly chat.' },
];
const index = indexServices(services, loadConcepts());
const offered = (text: string): readonly string[] => rankServices(text, index, { most: 3 }).map(({ service }) => service.id);

describe('what was said finds what would fit', () => {
  it('meets in meaning where no word is shared', () => {
    expect(offered('Was a joiner for forty years.')[0]).toBe('shed');
    expect(offered('Red letters on the mat and she owes the gas people.')[0]).toBe('money');
    expect(offered('Nobody ever rings her.')[0]).toBe('ring');
  });
  it('takes what was loved and lost as wanted', () => expect(offered('Used to be in the chapel choir.')[0]).toBe('choir'));
  it('takes nothing from what somebody else likes', () => expect(offered('Her husband loves bingo.')).toEqual([]));
  it('does not take everything at a gentle pace, or on a bus route, for a walk', () => {
    const slow = ['A singing group that learns at an easy pace.', 'Computer help, paced for beginners, at your own pace.', 'Woodwork. The hall is on a bus route.'].map((text, at): Service => ({ id: `slow-${at}`, title: 'Wednesdays', text }));
    const walk: Service = { id: 'walk', title: 'Wednesdays', text: 'A flat route of two miles by the river.' };
    expect(rankServices('Loves walking.', indexServices([...slow, walk], loadConcepts())).map(({ service }) => service.id)).toEqual(['walk']);
  });
  it('offers nothing rather than something that does not fit', () => expect(offered('He went on Wednesday, as he said.')).toEqual([]));
});

describe('what is turned down', () => {
  it.each(['Hates bingo, likes playing cards.', 'Cannot stand bingo but loves dominoes.', 'Loves cards. Bingo is not for her.', 'Anything but bingo. Likes dominoes.', 'Tried bingo and hated it. Likes dominoes.', 'Hates bingo, would play cards.', 'Will not go near bingo, prefers cards.'])('is never offered: %s', (text) => {
    expect(offered(text)).not.toContain('bingo');
    expect(offered(text)).not.toContain('games');
  });
  it('takes its parts with it', () => expect(offered('Hates games of any kind, is lonely.')).not.toContain('bingo'));
  it('is no lack: who has not sung for years misses it', () => expect(offered('Has not sung for years.')[0]).toBe('choir'));
  it('of a trouble is the trouble: who hates being alone wants company', () => expect(offered('Hates being alone in the house all day.')).toContain('ring'));
});

describe('services for some people only', () => {
  it('come after the others', () => expect(offered('Loves singing.')[0]).toBe('choir'));
  it('come first for those people', () => {
    expect(offered('Looks after her mother day and night, used to love singing.')[0]).toBe('carers');
    expect(offered('At home with the baby, loves singing.')[0]).toBe('tots');
  });
});

describe('a service that several wishes meet', () => {
  it('stands there once, though a word inside a longer name tells nothing by itself', () => {
    const more = indexServices([{ id: 'stroke', title: 'Stroke Club', text: 'For anybody who had a stroke.' }, ...services], loadConcepts());
    const ids = rankServices('Likes joining groups. Had a stroke.', more).map(({ service }) => service.id);
    expect(ids[0]).toBe('stroke');
    expect(ids).toEqual([...new Set(ids)]);
  });
});

describe('free search', () => {
  it('reads place and day', () => {
    expect(offered('something with animals on a Saturday')[0]).toBe('farm');
    expect(offered('something with animals near Swinbeck')[0]).toBe('dogs');
    expect(offered('animals, at weekends')[0]).toBe('farm');
  });
});

describe('a catalogue of which something changed', () => {
  const concepts = loadConcepts();
  const columnsOf = (all: AllPostings): unknown => Object.fromEntries([...all].map(([key, { rows, from, to }]) => [key, [rows.services, rows.weights, rows.shares, rows.words, rows.inTitle].map((column) => [...column.slice(from, to)])]));
  const whole = ({ byConcept, byStem, concepts: _, ...rest }: ServiceIndex): unknown => ({ ...rest, byConcept: columnsOf(byConcept), byStem: columnsOf(byStem) });
  /** Another text, another day, gone, new, or in another order. */
  const anyChange = fc.oneof(
    fc.record({ kind: fc.constant('says' as const), at: fc.nat(9), text: fc.constantFrom('Singing and cards.', 'Woodwork for carers, on Mondays.', '') }),
    fc.record({ kind: fc.constant('meets' as const), at: fc.nat(9) }),
    fc.record({ kind: fc.constant('goes' as const), at: fc.nat(9) }),
    fc.record({ kind: fc.constant('comes' as const), at: fc.nat(9) }),
    fc.record({ kind: fc.constant('moves' as const), at: fc.nat(9) }),
  );
  type Change = { readonly kind: 'says' | 'meets' | 'goes' | 'comes' | 'moves'; readonly at: number; readonly text?: string };
  const after = (before: readonly Service[], { kind, at, text = '' }: Change): readonly Service[] => {
    const service = before[at % (before.length || 1)];
    if (kind === 'comes' || service === undefined) return before.toSpliced(at, 0, { id: `new-${at}-${before.length}`, title: 'Sewing bee', text: 'Needles and tea.', place: 'Swinbeck' });
    const others = before.filter((one) => one !== service);
    if (kind === 'goes') return others;
    if (kind === 'moves') return [...others, service];
    return before.map((one) => (one !== service ? one : kind === 'says' ? { ...one, text } : { ...one, days: ['wed'] }));
  };

  it('is the same as one that was made anew, however it came to be', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyChange, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }), (rounds) => {
        let [now, made] = [services, index];
        for (const changes of rounds) {
          now = changes.reduce<readonly Service[]>(after, now);
          made = indexServices(now.map((service) => ({ ...service })), concepts, made);
        }
        expect(whole(made)).toEqual(whole(indexServices(now, concepts)));
      }),
      { numRuns: 60 },
    );
  });

  it('is read anew only where it changed', () => {
    const read: string[] = [];
    const heard: Concepts = { ...concepts, ofServices: Object.assign(Object.create(concepts.ofServices) as Concepts['ofServices'], { foundIn: (tokens: readonly Token[], spans: never) => (read.push(tokens[0]!.plain), concepts.ofServices.foundIn(tokens, spans)) }) };
    const before = indexServices(services, heard);
    read.length = 0;
    indexServices(services.map((service) => (service.id === 'shed' ? { ...service, text: 'Turning bowls.' } : service)), heard, before);
    expect(read).toEqual(['the', 'turning']);
  });
});

describe('each result', () => {
  it('says why in the words of both sides', () => {
    const [first] = rankServices('Was a joiner for forty years.', index);
    expect(first!.reasons[0]).toMatchObject({ concept: 'woodwork', said: 'joiner', offered: 'Woodwork', near: false });
  });
  it('stands in the same place whatever the order of the catalogue', () => {
    const turned = indexServices([...services].reverse(), loadConcepts());
    for (const text of ['likes singing and animals', 'lonely, on his own all day', 'cards and woodwork']) expect(rankServices(text, turned).map(({ service }) => service.id)).toEqual(rankServices(text, index).map(({ service }) => service.id));
  });
});
