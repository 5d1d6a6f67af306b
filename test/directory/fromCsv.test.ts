import { decodeText, readCsv } from '../../src/directory/csv';
import { csvTemplate, fromCsv, readCsvTable, underHeadings } from '../../src/directory/fromCsv';
import type { RowRead } from '../../src/directory/listing';

function rowsOf(text: string): readonly RowRead[] {
  const table = readCsvTable(text);
  if (table.kind === 'refused') throw new Error(table.problem);
  return table.records.map((record, at) => fromCsv(record, { source: 'sheet', at: at + 1 }));
}

const first = (text: string): unknown => {
  const [row] = rowsOf(text);
  return row?.kind === 'listing' ? row.listing : row;
};

describe('cells', () => {
  it.each([
    ['commas, quotation marks and line ends inside of cells', 'name,about\r\n"Knit, natter","She said ""hello""\nand stayed"\r\n', [['name', 'about'], ['Knit, natter', 'She said "hello"\nand stayed']]],
    ['semicolons, as Excel writes them here and there', 'name;about\nWalks, short;Slow\n', [['name', 'about'], ['Walks, short', 'Slow']]],
    ['tabs', 'name\tabout\nWalks\tSlow', [['name', 'about'], ['Walks', 'Slow']]],
    ['the line in which Excel names its separator', 'sep=|\r\nname|about\r\nWalks|Slow', [['name', 'about'], ['Walks', 'Slow']]],
    ['a mark at the beginning, old line ends, and empty rows', '\uFEFFname,about\rWalks,\r,,\r', [['name', 'about'], ['Walks', '']]],
  ])('are parted at %s', (_what, text, rows) => {
    expect(readCsv(text)).toMatchObject({ kind: 'read', rows });
  });

  it('are refused when a quotation mark is never closed, with its line', () => {
    expect(readCsv('name,about\nA,b\n"C,d\nE,f')).toEqual({ kind: 'refused', problem: 'A quotation mark that begins in line 3 is never closed. Close it, or double it ("") when it belongs to the words.' });
  });

  it('are read in the letters in which they were written', () => {
    expect(decodeText(Buffer.from('Café £2', 'utf8'))).toBe('Café £2');
    expect(decodeText(Buffer.from('Caf\u00e9 \u00a32', 'latin1'))).toBe('Café £2');
    expect(decodeText(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Café', 'utf16le')]))).toBe('Café');
  });
});

describe('a row', () => {
  it('comes in under the headings that people write', () => {
    expect(first('Service Name,About,Provider,Days,Times,Post code,Price,Min age,Tel,Website,Categories,Date checked\nWoodwork bench,Make a box,Brookside Shed,"Mon, Wed",2-4pm,zz11zz,£3 a time,18,01632 960004,shed.example.org,Making; Men,01/09/2026\n')).toMatchObject({
      id: expect.stringMatching(/^sheet-woodwork-bench-brookside-shed-zz11zz-/) as string,
      name: 'Woodwork bench',
      description: 'Make a box',
      organisation: 'Brookside Shed',
      schedules: [{ days: ['mon', 'wed'], opens: '14:00', closes: '16:00', text: 'Mon, Wed, 2-4pm', closed: false }],
      locations: [{ postcode: 'ZZ1 1ZZ' }],
      fees: '£3 a time',
      costs: [{ amount: 3, currency: 'GBP' }],
      ages: { from: 18 },
      phone: '01632 960004',
      url: 'https://shed.example.org',
      taxonomy: [{ term: 'Making' }, { term: 'Men' }],
      assuredDate: '2026-09-01',
    });
  });

  it('may give the hours of each day in a column of its own', () => {
    expect(first('name,Monday hours,Tuesday,Sunday\nReading room,09:00-19:30,10am to noon,closed\n')).toMatchObject({
      schedules: [{ days: ['mon'], opens: '09:00', closes: '19:30' }, { days: ['tue'], opens: '10:00', closes: '12:00' }],
    });
  });

  it.each([
    ['Mon-Thu', ['mon', 'tue', 'wed', 'thu']],
    ['Friday to Monday', ['mon', 'fri', 'sat', 'sun']],
    ['Tuesdays and Thursdays', ['tue', 'thu']],
    ['Weekdays', ['mon', 'tue', 'wed', 'thu', 'fri']],
    ['Weekends', ['sat', 'sun']],
    ['Every day', ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']],
    ['Weds; Thurs', ['wed', 'thu']],
    ['first Thursday of the month', ['thu']],
    ['when it rains', []],
    ['Mornings', []],
    ['Weekly; monthly', []],
  ])('on %s is on those days', (words, days) => {
    expect(first(`name,days\nBench,${words}\n`)).toMatchObject({ schedules: [{ days, text: words }] });
  });

  it('with more cells than headings is a problem, because its words may stand in the wrong columns', () => {
    expect(rowsOf('name,about\nKnit, natter, tea\nWalks,Slow\n').map(({ kind }) => kind)).toEqual(['problem', 'listing']);
  });

  it('without a name is a problem with its number', () => {
    expect(first('id,name\n7,\n')).toEqual({ kind: 'problem', row: 'the service “7” (row 1)', problem: 'It has no name. Write one into “name”.', id: 'sheet-7' });
  });
});

it('the template comes in as it is, but for its sample', () => {
  const sample = csvTemplate();
  expect(rowsOf(sample)).toEqual([expect.objectContaining({ kind: 'problem', problem: 'It is the sample of the template. Delete that row, or give it a name of its own.' })]);
  const filled = rowsOf(sample.replace('Sample: Knit and natter', 'Knit and natter'))[0];
  expect(filled).toMatchObject({ kind: 'listing', notes: [], listing: { id: 'sheet-knit-1', ages: { from: 18 }, schedules: [{ days: ['tue', 'thu'], opens: '14:00', closes: '16:00' }] } });
});

it('a table without a heading for names is refused; unknown headings are named', () => {
  expect(readCsvTable('colour,size\nred,1\n')).toMatchObject({ kind: 'refused' });
  expect(readCsvTable('name,colour\nBench,red\n')).toMatchObject({ notes: ['Not read, because nothing is known under these headings: “colour”.'] });
});

it('JSON of any other shape is read under the same headings', () => {
  expect(underHeadings({ key: 'k1', serviceInfo: 'Soup at noon', tags: ['food', 3, 'warm'], address: { postcode: 'ZZ1 1ZZ', street: '' }, isOpen: true })).toEqual({ id: 'k1', description: 'Soup at noon', categories: 'food; warm', postcode: 'ZZ1 1ZZ', address: '' });
});
