/** Reads labelled rows from a file and scores them. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { loadContent } from '../../src/content/load';
import { readText } from '../../src/domain/reading/readText';
import { AroundRow, scoreAround, silencedBy } from './evalAround';
import { missesOf, ReadingRow, scoreReading } from './evalReading';
import { scoreNoise } from './evalNoise';
import { FilingRow, scoreFiling } from './evalFiling';
import { missesInMatching, QueryRow, scoreMatching, ServiceRow } from './evalMatching';
import { scoreStatus, StatusRow } from './evalStatus';

export type Evaluation =
  | { readonly what: 'reading' | 'noise' | 'status' | 'filing' | 'around'; readonly file: string; readonly misses: boolean }
  | { readonly what: 'matching'; readonly file: string; readonly catalogue: string; readonly misses: boolean };

/** The lines to print. Throws a sentence that names the first rows that cannot be read. */
export function evaluate(evaluation: Evaluation): readonly string[] {
  const { what, file, misses } = evaluation;
  if (what === 'matching') {
    const [queries, services] = [rowsOf(file, QueryRow), rowsOf(evaluation.catalogue, ServiceRow)];
    return misses ? missesInMatching(queries, services).map((miss) => JSON.stringify(miss)) : [JSON.stringify(scoreMatching(queries, services))];
  }
  const content = loadContent();
  const read = (text: string) => readText(text, content.lexicon);
  switch (what) {
    case 'reading': {
      const rows = rowsOf(file, ReadingRow);
      return misses ? missesOf(rows, read).map((miss) => JSON.stringify(miss)) : [JSON.stringify(scoreReading(rows, read))];
    }
    case 'noise':
      return [JSON.stringify(scoreNoise(rowsOf(file, ReadingRow), read))];
    case 'around': {
      const rows = rowsOf(file, AroundRow);
      return misses ? silencedBy(rows, read).map((each) => JSON.stringify(each)) : [JSON.stringify(scoreAround(rows, read))];
    }
    case 'status':
      return [JSON.stringify(scoreStatus(rowsOf(file, StatusRow), content.lexicon))];
    case 'filing':
      return [JSON.stringify(scoreFiling(rowsOf(file, FilingRow)))];
  }
}

const mostProblems = 5;

export function rowsOf<Row>(file: string, schema: z.ZodType<Row>): readonly Row[] {
  const problems: string[] = [];
  const rows = readFileSync(file, 'utf8').replace(/^\uFEFF/, '').split('\n').flatMap((line, at): Row[] => {
    if (line.trim() === '') return [];
    try {
      return [schema.parse(JSON.parse(line))];
    } catch (error) {
      problems.push(`line ${at + 1}: ${error instanceof z.ZodError ? error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ') : String(error)}`);
      return [];
    }
  });
  if (problems.length > 0) throw new Error(`${problems.length} lines cannot be read:\n${problems.slice(0, mostProblems).join('\n')}`);
  return rows;
}
