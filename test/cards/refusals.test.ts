import { refusalText } from '../../src/cards/refusals';
import { bannedWordsIn } from '../../src/content/bannedWords';
import { refusals } from '../../src/domain/case/decision';

it.each(refusals)('%s is told in a calm, whole sentence of a length that is read', (reason) => {
  const text = refusalText(reason);
  expect(text).toMatch(/^[A-Z].{20,140}\.$/);
  expect(text).not.toContain('!');
  expect(bannedWordsIn(text)).toEqual([]);
});
