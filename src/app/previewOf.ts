/** What is seen before a plan goes out: what will be posted, and, the first time, who can read it there. */
import type { CaseScreen } from '../cards/screen';
import type { CaseReading } from '../domain/analysis/caseReading';
import { unconfirmedIn } from '../domain/plan/unconfirmed';
import type { Parts } from './ports';
import type { Place, Turn } from './turn';

export async function previewOf({ audiences }: Parts, reading: CaseReading, place: Place): Promise<CaseScreen> {
  const audience = await audiences?.toShow(place);
  return { kind: 'preview', place, details: unconfirmedIn(reading), ...(audience ? { audience } : {}) };
}

/** Whoever posts there agrees to who can read it. */
export async function agreeAudience({ audiences }: Parts, { by, at }: Turn, place: Place): Promise<void> {
  await audiences?.agree(place, { by: by.id, at });
}
