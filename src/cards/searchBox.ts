/** The box in which a worker types what to look for in the whole list of activities, and its button. */
import type { CaseReading } from '../domain/analysis/caseReading';
import { sideButton, type Button } from './buttons';
import { field, type Field } from './formCard';

/** Short, so that a phone shows all of it. */
export const searchHint = 'Try: animals, Tuesday, near the library';

/** Empty where nothing is being looked at; what was looked for stands in it again where its results are. */
export const searchBox = ({ state }: Pick<CaseReading, 'state'>, { label, value = '' }: { readonly label: string; readonly value?: string }): Field => field('find', state.rev, label, { value, placeholder: searchHint });

export const searchButton = ({ caseId, state }: Pick<CaseReading, 'caseId' | 'state'>): Button => sideButton('Search', { verb: 'search', caseId, rev: state.rev });
