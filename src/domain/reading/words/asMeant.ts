/** A text as it is meant, whatever page, form or recording it was pasted from; every word keeps its place. */
import { withoutEmptyBoxes } from './boxes';
import { withOwnMarks } from './copied';
import { unwrapped } from './unwrapped';

export const asMeant = (written: string): string => withoutEmptyBoxes(unwrapped(withOwnMarks(written)));
