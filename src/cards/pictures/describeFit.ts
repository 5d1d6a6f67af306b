import { looks } from './fitState';
import type { FitPictureView } from './fitPicture';
import { tidy } from './lines';

/** Ends a text as a sentence, unless it ends as one already (a closing quotation mark does not count). */
export const asSentence = (text: string): string => (/[.?!…]["”’]?$/u.test(text) ? text : `${text}.`);

function listOf(name: string, phrases: readonly string[]): string {
  const said = phrases.map((phrase) => tidy(phrase)).filter((phrase) => phrase !== '');
  return asSentence(said.length > 0 ? `${name}: ${said.join('; ')}` : `${name}: nothing yet`);
}

function fitOf(names: string, { state, reason }: FitPictureView['fits']['pe']): string {
  const because = tidy(reason);
  return asSentence(`${names}: ${looks[state].word}${because ? `, ${because}` : ''}`);
}

/** All of the picture in words. */
export function describeFit({ person, environment, occupation, fits, centre }: FitPictureView): string {
  const middle = tidy(centre ?? '');
  return [
    'Three overlapping circles: person, environment and occupation.',
    listOf('Person', person),
    listOf('Environment', environment),
    listOf('Occupation', occupation),
    fitOf('Person and environment', fits.pe),
    fitOf('Person and occupation', fits.po),
    fitOf('Environment and occupation', fits.eo),
    asSentence(`In the middle: ${middle || 'still open'}`),
  ].join(' ');
}
