import { Template } from 'adaptivecards-templating';
import { compileTemplate } from '../../src/cards/compileTemplate';

const byPackage = (template: object, data: object): unknown => new Template(template).expand({ $root: data });

describe('a compiled template', () => {
  const items = { body: [{ $data: '${items}', $when: "${name != 'b'}", type: 'TextBlock', text: '${name}: ${$root.title}' }] };

  it.each([
    ['a list of data with one left out', { title: 'T', items: [{ name: 'a' }, { name: 'b' }, { name: 'c' }] }],
    ['a list with one item', { title: 'T', items: [{ name: 'a' }] }],
    ['a list whose items are all left out', { title: 'T', items: [{ name: 'b' }] }],
    ['an empty list', { title: 'T', items: [] }],
  ])('draws %s as the package does', (_what, data) => {
    expect(compileTemplate(items)(data)).toEqual(byPackage(items, data));
  });

  it('is refused when it uses what is not compiled', () => {
    expect(() => compileTemplate({ text: '${toUpper(name)}' })).toThrow(/toUpper/);
  });

  it('throws for data that is not there, where the package would show its placeholder', () => {
    expect(() => compileTemplate({ text: '${name}' })({})).toThrow('A card shows name, which its data does not have.');
  });
});

it('what is the same on every card is drawn once, and nobody can change it for the others', () => {
  const draw = compileTemplate({ type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: '${said}' }, { type: 'Container', items: [{ type: 'TextBlock', text: 'Urgent help' }] }] });
  const [one, other] = ['a walk', 'a song'].map((said) => draw({ said }) as { body: { items?: object[] }[] });
  expect(one!.body).toEqual([{ type: 'TextBlock', text: 'a walk' }, { type: 'Container', items: [{ type: 'TextBlock', text: 'Urgent help' }] }]);
  expect(other!.body[1]).toBe(one!.body[1]);
  expect(() => one!.body[1]!.items!.push({})).toThrow(TypeError);
});
