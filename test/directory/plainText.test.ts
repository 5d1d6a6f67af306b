import fc from 'fast-check';
import { plainText } from '../../src/directory/plainText';

const read = (raw: string): string => plainText(raw, 8_000).text;

it.each([
  ['paragraphs and lists', '<div><p>One</p><p>Two</p><ul><li>a</li><li>b</li></ul></div>', 'One\nTwo\n- a\n- b'],
  ['entities, even escaped twice', 'Tea &amp; cake &pound;2 &amp;nbsp;each &#8217;n&#x2019; more&hellip;', 'Tea & cake £2 each ’n’ more…'],
  ['what Windows calls 146', 'It&#146;s', 'It’s'],
  ['HTML that was escaped as a whole', '&lt;p&gt;Sing&lt;/p&gt;&lt;p&gt;Dance&lt;/p&gt;', 'Sing\nDance'],
  ['scripts and comments', 'a<script>alert("<p>")</script><!-- <b>hidden</b> -->b<style>p{}</style>c', 'abc'],
  ['signs that are no tags', 'ages <5 and > 3, a < b', 'ages <5 and > 3, a < b'],
  ['tables', '<table><tr><td>Mon</td><td>10-12</td></tr><tr><td>Tue</td><td>2-4</td></tr></table>', 'Mon 10-12\nTue 2-4'],
  ['letters that nobody sees', 'a\u200Bb\u0000c\u202Ed \u00A0 e', 'abcd e'],
  ['half of a letter', 'a\uD800b', 'a\uFFFDb'],
])('reads %s', (_what, raw, text) => {
  expect(read(raw)).toBe(text);
});

it('cuts at a word and says how long it was', () => {
  expect(plainText('one two three four', 12)).toEqual({ text: 'one two…', cutFrom: 18 });
  expect(plainText('😀'.repeat(20), 10).text).toMatch(/^(😀)+…$/u);
});

it('leaves no tag, nothing unseen and no space at an end, whatever comes', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('<p>', '</p>', '<', '>', '&lt;', '&amp;', '&#0;', 'words', ' ', '\n', '\u200b', '<!--', '-->', '<script>', '</script>'), { maxLength: 60 }), (parts) => {
      const text = read(parts.join(''));
      expect(text).toBe(text.trim());
      expect(text).not.toMatch(/[\u200b\u0000]|\n\n/);
    }),
  );
});

it('takes a text of a million open brackets in its stride', () => {
  expect(plainText('<a '.repeat(400_000), 100).cutFrom).toBe(1_200_000);
});
