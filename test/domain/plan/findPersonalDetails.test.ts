import { findPersonalDetails } from '../../../src/domain/plan/findPersonalDetails';

const known = ['Rose Kowalska', 'Mrs K'];
const allowed = ['Harrowmere', 'Millfield Community Garden', 'St Brannoc’s Hall', 'Wren Worker'];
const found = (text: string) => findPersonalDetails(text, { known, allowed }).map(({ kind, text: said }) => `${kind}: ${said}`);

describe('what looks like a name', () => {
  it.each([
    ['the person’s name in any spelling', 'tell kowalska to ring', ['name: kowalska']],
    ['the whole known name once', 'Meet Rose Kowalska at the stop', ['name: Rose Kowalska']],
    ['a known name that is also a word, where it has its capital', 'I would like Rose to come', ['name: Rose']],
    ['a title and a letter', 'Ring Mrs K first', ['name: Mrs K']],
    ['a title and a name', 'ask Dr Patel about it', ['name: Dr Patel']],
    ['a title written small', 'mrs brown next door has the key', ['name: mrs brown']],
    ['two words with capitals', 'go with Wenonah Okri on the bus', ['name: Wenonah Okri']],
    ['after a word for family', 'my daughter Efua comes', ['name: Efua']],
    ['after ring, with and call', 'Ring Zofka. Go with Tamsyn. Call Bronagh.', ['name: Zofka', 'name: Tamsyn', 'name: Bronagh']],
    ['a common name at the start of a sentence', 'Jean meets me at the stop', ['name: Jean']],
    ['an uncommon one there, when it does what people do', 'Wenonah will meet me', ['name: Wenonah']],
    ['a common name written small', 'if it rains ring jean', ['name: jean']],
    ['with its possessive left out', 'at Jean’s house', ['name: Jean']],
    ['a name that somebody is called by', 'a man named odhran', ['name: odhran']],
    ['both names of a double name', 'ask Anne-Marie', ['name: Anne', 'name: Marie']],
  ])('finds %s', (_rule, text, details) => expect(found(text)).toEqual(details));

  it('finds known names in scripts without capitals', () => {
    expect(findPersonalDetails('我和王小芳一起去', { known: ['王小芳'] }).map(({ text }) => text)).toEqual(['王小芳']);
    expect(findPersonalDetails('سأذهب مع فاطمة غدا', { known: ['فاطمة'] }).map(({ text }) => text)).toEqual(['فاطمة']);
  });

  it.each([
    'I want my hands in the soil again, with somebody beside me.',
    'Going out. Seeing people! Singing? Then home.',
    'On Tuesdays in March, by bus, in Harrowmere.',
    'The GP, the NHS and I will look at it.',
    'Potting at Millfield Community Garden',
    'St Brannoc’s Hall on Thursday, 7 pm to 8.30 pm',
    'rose gardens are what I like',
    'Will you come with me?',
    'Wren Worker meets me at the stop',
    'I grace the place with my presence',
    'It costs £120.50, and the bus takes 20 minutes.',
    'By Tuesday 15 December',
    '2 pm at the park, 10.30-12.30, 2.30 - 4.00',
    'Someone meeting me. A call beforehand. Ask for the garden leader.',
    'What helps: gardening, and 3 good friends.',
    'Easy Read, Tai Chi and Citizens Advice',
    '',
  ])('leaves alone: %s', (text) => expect(found(text)).toEqual([]));

  it('does not take every word of a text in capitals for a name, but still knows the person', () => {
    expect(found('I WANT TO GO BACK TO SINGING WITH KOWALSKA')).toEqual(['name: KOWALSKA']);
  });

  it('lets a known name win over an allowed place', () => {
    expect(findPersonalDetails('at Harrow House', { known: ['Harrow'], allowed: ['Harrow House'] }).map(({ text }) => text)).toEqual(['Harrow']);
  });
});

describe('a small name after a word that announces one', () => {
  it.each([
    ['her son dave will come', 'dave'],
    ['ask her daughter shaz', 'shaz'],
    ['my mate baz said so', 'baz'],
    ['a lift from his wife june', 'june'],
    ['neighbour called jo has a key', 'jo'],
    ['a friend called grace', 'grace'],
    ['she goes by tezza', 'tezza'],
    ['they call him spud', 'spud'],
    ['a man known as tich opens up', 'tich'],
  ])('finds it in “%s”', (text, name) => expect(found(text)).toEqual([`name: ${name}`]));

  it.each([
    'her son will come, her daughter may ring, his wife can drive',
    'neighbour called round, and her son called yesterday',
    'a friend called to say that he called off the walk',
    'a group called knit and natter, in a place called home',
    'her son hopes to come and her daughter lives nearby',
    'husband died in spring, mum said yes, partner works nights',
    'the neighbour opposite has a car, the one upstairs will help',
    'her carer comes daily, son brings shopping, brother often helps',
    'mother and baby group, carer assessment, partner agency',
    'her neighbour came, his mum fell, my sister rang, the friend told me',
    'he goes by coach, they call him mate, all at his mother house',
    'we call it sunshine, they call her weekly, it goes by bus',
    'hope to mark the date in may at home',
  ])('leaves alone: %s', (text) => expect(found(text)).toEqual([]));
});

describe('what looks like a way to find somebody', () => {
  it.each([
    ['message @daveb82 on insta', 'online: @daveb82'],
    ['see facebook.com/sue.porter.9', 'online: facebook.com/sue.porter.9'],
    ['instagram: sue_p9 is hers', 'online: instagram: sue_p9'],
    ['write to sue.porter at gmail dot com', 'email: sue.porter at gmail dot com'],
    ['sporter[at]example.org', 'email: sporter[at]example.org'],
    ['look for ab12 cde outside', 'number-plate: ab12 cde'],
    ['the reg is x123bcd', 'number-plate: reg is x123bcd'],
    ['NHS no 943-476 59 19', 'nhs-number: 943-476 59 19'],
    ['on the third of May 1942', 'date-of-birth: third of May 1942'],
    ['born on the third of may nineteen forty-two', 'date-of-birth: born on the third of may nineteen forty-two'],
    ['her birthday is the twenty-first of june', 'date-of-birth: birthday is the twenty-first of june'],
  ])('finds it in “%s”', (text, detail) => expect(found(text)).toEqual([detail]));

  it.each([
    'meet @ the hall, or @home, at 2',
    'look at gov.uk or on facebook, see the dot on the map',
    'find it at nhs dot uk',
    'bus x43 at10 the latest, room 12 and on12 may',
    'the first of may, the third Tuesday of June',
    'born again in marseille, the second time in march',
  ])('leaves alone: %s', (text) => expect(found(text)).toEqual([]));
});

describe('what looks like a number or a place', () => {
  it.each([
    ['ring 01632 960101', 'phone: 01632 960101'],
    ['ring +44 (0)7700 900 123 any time', 'phone: +44 (0)7700 900 123'],
    ['on 960-101', 'phone: 960-101'],
    ['her number is 943 476 5919', 'nhs-number: 943 476 5919'],
    ['near ZZ9 9ZZ', 'postcode: ZZ9 9ZZ'],
    ['zz99zz is the postcode', 'postcode: zz99zz'],
    ['at 14 acacia road', 'address: 14 acacia road'],
    ['at 3b Long Acre Close', 'address: 3b Long Acre Close'],
    ['Flat 12, near the park', 'address: Flat 12'],
    ['on 3/4/1954', 'date-of-birth: 3/4/1954'],
    ['on 3rd of March 1954', 'date-of-birth: 3rd of March 1954'],
    ['1954-03-03 it was', 'date-of-birth: 1954-03-03'],
    ['born in 1954', 'date-of-birth: born in 1954'],
    ['write to rose.k@example.org please', 'email: rose.k@example.org'],
    ['(it is rose.k@example.org).', 'email: rose.k@example.org'],
  ])('finds it in “%s”', (text, detail) => expect(found(text)).toEqual([detail]));

  it('says where it stands, so that it can be shown in its place', () => {
    const text = 'Ring Zofka on 01632 960101.';
    const details = findPersonalDetails(text, { known: [] });
    expect(details.map(({ start, end }) => text.slice(start, end))).toEqual(['Zofka', '01632 960101']);
  });

  it.each([
    ['a', 0],
    ['A', 0],
    ['“', 0],
    ['a@', 0],
    ['1 ', 3_125],
    ['flat ', 0],
    ['flat a1 ', 0],
    ['12 Long ', 0],
    ['Mrs ', 1],
    ['her son ', 0],
    ['called ', 0],
    ['born first ', 0],
    ['a dot ', 0],
    ['@', 0],
    ['a at ', 0],
    ['born ', 0],
  ])('reads a text of a hundred thousand characters to its end: %j again and again', (piece, details) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    expect(findPersonalDetails(text, { known, allowed })).toHaveLength(details);
  });
});
