/**
 * What was made of the rules by which notes are read and sentences filed. To check them and to make them ready takes more
 * than a second, so it is done when the bot is built and when the tests begin, and kept.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { MadeFiling } from '../domain/reading/filing/filingWords';
import type { MadeLexicon } from '../domain/reading/makeLexicon';
import { Kept } from './kept';
import { textsOfReading } from './v1Reading';

export type KeptRules = { readonly lexicon: MadeLexicon; readonly filing: MadeFiling };

export const keptRules = new Kept<KeptRules>({
  name: 'rules.kept',
  texts: () => [...textsOfReading(), readFileSync(path.join(__dirname, 'v1', 'filing.json'), 'utf8')],
  code: ['content', 'domain/framework', 'domain/reading'],
});
