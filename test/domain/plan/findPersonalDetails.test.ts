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
  ])('reads a text of a hundred thousand characters to its end: %j again and again', (piece, details) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    expect(findPersonalDetails(text, { known, allowed })).toHaveLength(details);
  });
});
