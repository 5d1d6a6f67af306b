import { playScript } from '../../src/console/playScript';
import { Script } from '../../src/console/script';
import { World } from '../support/talk';

const at = '2026-11-02T10:00:00.000Z';
const play = (script: unknown) => playScript(new World().parts, Script.parse(script), at);

describe('a case that was written down', () => {
  it('tells what is a concern now, and what was denied or is somebody else’s', async () => {
    const { flags, tier } = await play({ mode: 'notes', answers: { PV1: { words: 'My garden.' } }, note: 'Denies any thoughts of suicide. Her brother took an overdose in 2010. She has no food in the house.' });
    const read = flags.map(({ code, status }) => `${code} ${status}`);
    expect(read).toEqual(expect.arrayContaining(['F25 present', 'F03 denied', 'F01 other']));
    expect(read).not.toContain('F03 present');
    expect(tier.is).toBe(5);
  });

  it('says what it could not match', async () => {
    const { unmatched } = await play({ mode: 'together', answers: { ZZ9: { words: 'x' }, OP3: { choice: 'Large print; Carrier pigeon' } } });
    expect(unmatched.map(({ prompt, text }) => `${prompt} ${text}`)).toEqual(expect.arrayContaining(['ZZ9 x', 'OP3 Carrier pigeon']));
  });
});
