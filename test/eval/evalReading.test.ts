/** What counts as found, and what as a wrong prompt, on readings that are given. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Grade, Mention, Status } from '../../src/domain/reading/mention';
import { missesOf, ReadingRow, scoreReading } from './evalReading';
import { rowsOf } from './evaluate';

const mention = (code: string, words: string, grade: Grade = 'prompt', status: Status = 'present'): Mention => ({ rule: `${code}-test`, code, urgency: 'TODAY', start: 0, end: words.length, words, sentence: { start: 0, end: words.length, text: words }, status, grade, why: 'words of a test' });
const row = (id: string, kind: string, concerns: readonly object[] = []): ReadingRow => ReadingRow.parse({ id, text: id, kind, concerns });
const hit = { code: 'F17', status: 'present', urgency: 'TODAY', words: 'hits me' };
const scored = (readings: Readonly<Record<string, readonly Mention[]>>, ...rows: ReadingRow[]) => scoreReading(rows, (text) => readings[text] ?? []);

it('counts an urgent concern as found when its own code or one of its group is shown, and the stricter figure beside it', () => {
  const { pooled } = scored({ own: [mention('F17', 'hits me')], group: [mention('F15', 'hits me', 'noted')], other: [mention('F25', 'no food')] }, ...['own', 'group', 'other', 'none'].map((id) => row(id, 'x', [hit])));
  expect([pooled.recallShown.value, pooled.recallPrompt.value, pooled.recallExact.value]).toEqual([0.5, 0.25, 0.25]);
});

it('looks for wrong prompts in notes where nothing is present, and not in those whose kind is "present"', () => {
  const prompt = [mention('F25', 'no food')];
  const { wrongPromptsPer100 } = scored({ here: prompt, past: prompt, plain: [] }, row('here', 'present', [hit]), row('past', 'past', [{ ...hit, status: 'past' }]), row('hard', 'hardNegative'), row('plain', 'plain'));
  expect([wrongPromptsPer100.hardNegative.value, wrongPromptsPer100.hardNegative.n, wrongPromptsPer100.plain.value]).toEqual([50, 2, 0]);
});

it('knows the statuses by the names that people give them, and names one that it does not', () => {
  expect(row('a', 'x', [{ ...hit, status: 'Historical' }]).concerns[0]?.status).toBe('past');
  expect(() => row('a', 'x', [{ ...hit, status: 'maybe' }])).toThrow(/maybe.* is no status/);
});

it('takes a row as people write it: no urgency for what is denied, small letters, nothing where nothing is', () => {
  expect(row('a', 'x', [{ ...hit, code: ' f17', urgency: 'today', words: null }, { ...hit, status: 'denied', urgency: null }, { ...hit, urgency: '' }]).concerns).toEqual([
    { code: 'F17', status: 'present', urgency: 'TODAY', words: undefined },
    { ...hit, status: 'denied', urgency: undefined },
    { ...hit, urgency: undefined },
  ]);
  expect(ReadingRow.parse({ id: 1, text: 'x', kind: null, concerns: null })).toEqual({ id: '1', text: 'x', kind: '', concerns: [] });
  expect(row('a', 'x', [{ ...hit, status: 'in doubt' }, { ...hit, status: 'family' }]).concerns.map(({ status }) => status)).toEqual(['present', 'other']);
  expect(() => row('a', 'x', [{ ...hit, urgency: 'soonish' }])).toThrow(/urgency/);
});

it('reads a file that begins with the mark of its encoding, and lines that end as Windows ends them', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'rows-')), 'rows.jsonl');
  writeFileSync(file, `\uFEFF${JSON.stringify({ id: 'a', text: 'x' })}\r\n\r\n${JSON.stringify({ id: 'b', text: 'y' })}\r\n`);
  expect(rowsOf(file, ReadingRow).map(({ id }) => id)).toEqual(['a', 'b']);
});

it('says of each miss what it was', () => {
  const rows = [row('gone', 'present', [hit]), row('soft', 'present', [hit]), row('wrong', 'plain')];
  const readings: Readonly<Record<string, readonly Mention[]>> = { soft: [mention('F17', 'hits me', 'noted', 'past')], wrong: [mention('F25', 'no food')] };
  expect(missesOf(rows, (text) => readings[text] ?? []).map(({ id, what }) => `${id}: ${what}`)).toEqual(['gone: NOT SHOWN F17 "hits me"', 'soft: NO PROMPT F17 "hits me"', 'soft: STATUS F17 "hits me" is present, read as past', 'wrong: WRONG PROMPT F25 F25-test "no food"']);
});
