/** Words that cannot wait are kept, whatever became of the press that brought them. */
import type { Content } from '../domain/framework/content';
import type { Mention } from '../domain/reading/mention';
import { readText } from '../domain/reading/readText';
import { act, type CaseDesk } from './caseDesk';
import type { Parts } from './ports';
import type { Turn } from './turn';

/** What has to be taken on now, or else today, by these words. */
export function urgentIn(words: string, content: Pick<Content, 'lexicon'>): Mention | undefined {
  const prompts = words.trim() === '' ? [] : readText(words, content.lexicon).filter(({ grade }) => grade === 'prompt');
  return prompts.find(({ urgency }) => urgency === 'NOW') ?? prompts.find(({ urgency }) => urgency === 'TODAY');
}

/** The case with these words as what the worker noticed, when they tell of something that must be taken on today or now; else as it was. */
export async function keepUrgentWords(parts: Parts, { at, by, freshId }: Turn, words: string, desk: CaseDesk): Promise<CaseDesk> {
  return urgentIn(words, parts.content(desk.state.framework)) ? (await act(parts, desk, { at, by: by.id, press: `urgent.${freshId}` }, () => ({ type: 'Observe', words }))).desk : desk;
}
