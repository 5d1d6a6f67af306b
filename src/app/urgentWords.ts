/** Words that cannot wait are kept, whatever became of the press that brought them. */
import { readText } from '../domain/reading/readText';
import { act, type CaseDesk } from './caseDesk';
import type { Parts } from './ports';
import type { Turn } from './turn';

/** The case with these words as what the worker noticed, when they tell of something that must be taken on today or now; else as it was. */
export async function keepUrgentWords(parts: Parts, { at, by, freshId }: Turn, words: string, desk: CaseDesk): Promise<CaseDesk> {
  const { lexicon } = parts.content(desk.state.framework);
  const isUrgent = words !== '' && readText(words, lexicon).some(({ grade, urgency }) => grade === 'prompt' && (urgency === 'NOW' || urgency === 'TODAY'));
  return isUrgent ? (await act(parts, desk, { at, by: by.id, press: `urgent.${freshId}` }, () => ({ type: 'Observe', words }))).desk : desk;
}
