import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { bannedWordsIn, proseOf } from '../../src/content/bannedWords';
import { loadContent } from '../../src/content/load';
import { MOST_PHONE_WORDS } from '../../src/domain/framework/pathProblems';

const root = join(__dirname, '..', '..');

function jsonFilesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? jsonFilesIn(path) : entry.name.endsWith('.json') ? [path] : [];
  });
}

describe('words that would claim a medical purpose', () => {
  // The rules quote how people and services speak; what they say of it (why, label, whom) is checked when they are loaded.
  const quotes = ['reading', 'concepts.json', 'conceptLookAlikes.json', 'tagRules.json'].map((name) => join('src', 'content', 'v1', name));
  const files = [...jsonFilesIn(join(root, 'src/content')), ...jsonFilesIn(join(root, 'cards'))].map((path) => relative(root, path)).filter((path) => !quotes.some((quote) => path.startsWith(quote)));

  it('are looked for in every file of words', () => {
    expect(files).toEqual(expect.arrayContaining([join('src', 'content', 'v1', 'framework.json'), join('src', 'content', 'v1', 'concerns.json')]));
  });

  it.each(files)('do not stand in %s', (file) => {
    const found = proseOf(JSON.parse(readFileSync(join(root, file), 'utf8'))).flatMap(({ at, text }) => bannedWordsIn(text).map(({ word }) => `${at}: ${word}`));
    expect(found).toEqual([]);
  });

  it.each([
    'a risk score of 4', 'she is at high risk', 'low-risk', 'We screen for falls', 'screening', 'detects abuse', 'a diagnosis of anxiety', 'to predict falls', 'monitoring', 'triage', 'a positive result',
  ])('are found in “%s”', (text) => {
    expect(bannedWordsIn(text)).toHaveLength(1);
  });

  it.each(['Screens and gaming', 'for a screen reader', 'I make no diagnosis', 'It does not diagnose', 'At risk at work', 'a high street', 'the result was good', 'A child may be at risk'])('are not found in “%s”', (text) => {
    expect(bannedWordsIn(text)).toEqual([]);
  });

  it('are found behind an allowed one', () => {
    expect(bannedWordsIn('Screens and gaming, and a screening').map(({ word }) => word)).toEqual(['screening']);
  });
});

describe('what a person may hear', () => {
  const { framework } = loadContent('v1');
  const sentences = (text: string) => text.split(/[.?!:;]\s+/).filter((sentence) => sentence !== '');
  const wordsIn = (text: string) => text.split(/\s+/).filter((word) => /\p{L}|\d/u.test(word));

  it.each(framework.prompts.map(({ id, phone }) => [id, phone]))('%s can be said in one breath on the phone', (_id, phone) => {
    expect(wordsIn(phone).length).toBeLessThanOrEqual(MOST_PHONE_WORDS);
    for (const sentence of sentences(phone)) expect(wordsIn(sentence).length).toBeLessThanOrEqual(18);
  });

  it.each(framework.prompts.map(({ id, phone, why }) => [id, `${phone} ${why}`]))('%s uses short words', (_id, text) => {
    const words = wordsIn(text);
    const syllables = words.map((word) => Math.max(1, (word.toLowerCase().replace(/e\b/, '').match(/[aeiouy]+/g) ?? []).length));
    const mean = syllables.reduce((sum, count) => sum + count, 0) / words.length;
    expect(mean).toBeLessThan(1.6);
  });

  it('has no exclamation marks, and no names for people that are not ours', () => {
    const { concerns, texts } = loadContent('v1');
    const all = [framework, [...concerns.values()], texts].flatMap((data) => proseOf(data));
    expect(all.filter(({ text }) => /!|\b(?:patients|clients?|users?|service users?)\b/i.test(text))).toEqual([]);
  });
});

it('says what helps and hinders so that it can stand in the person\'s own plan', () => {
  const { framework } = loadContent('v1');
  const told = framework.prompts.flatMap(({ id, parts, triggers }) => {
    const options = parts.flatMap((part) => (part.kind === 'grid' ? [...part.rows, ...part.columns] : part.kind === 'one' || part.kind === 'many' ? part.options : []));
    return [...options, ...triggers].flatMap(({ barrier, enabler }) => [barrier, enabler].filter((text) => text !== undefined).map((text) => ({ id, text })));
  });
  expect(told.length).toBeGreaterThan(100);
  expect(told.filter(({ text }) => /\b(?:they|them|their|theirs|he|she|person)\b/i.test(text))).toEqual([]);
  expect(told.filter(({ text }) => /^[A-Z]|[.?]$|,/.test(text))).toEqual([]);
});
