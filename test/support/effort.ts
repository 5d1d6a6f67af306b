import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Effort, Talk } from './talk';

const folder = path.join(__dirname, '../results/effort');

export type Counted = Effort & { readonly story: string };

/** Keeps what a story cost, for `npm run effort`. Only that command reads it. */
export function recordEffort(story: string, talk: Talk): void {
  mkdirSync(folder, { recursive: true });
  const counted: Counted = { story, ...talk.effort };
  writeFileSync(path.join(folder, `${story.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.json`), JSON.stringify(counted));
}
