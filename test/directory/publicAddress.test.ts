import { bringIn } from '../../src/directory/bringIn';
import { refusedAddress } from '../../src/directory/publicAddress';
import { usualLimits } from '../../src/directory/sourceLimits';
import { bare, directoryServer } from './directoryServer';

const asked = (address: string, ...behind: string[]): Promise<string | undefined> => refusedAddress(new URL(address), async () => behind);

describe('an address that the bot asks by itself', () => {
  it('may be a public one over https', async () => {
    expect(await asked('https://directory.example.org/services', '93.184.215.14', '2606:2800:21f:cb07::1')).toBeUndefined();
  });

  it.each(['http://directory.example.org', 'https://directory.example.org:8443', 'https://me:secret@directory.example.org', 'https://127.0.0.1', 'https://2130706433', 'https://0x7f.1', 'https://169.254.169.254', 'https://[::1]', 'https://[::ffff:10.0.0.1]', 'https://[fd00::1]', 'https://[2002:7f00:1::]'])('may not be %s', async (address) => {
    expect(await asked(address, '93.184.215.14')).toMatch(/only brought in from the terminal/);
  });

  it('may not be a public name with one address inside among those behind it', async () => {
    expect(await asked('https://directory.example.org', '93.184.215.14', '10.0.0.4')).toMatch(/no address of the public network/);
    expect(await asked('https://directory.example.org')).toMatch(/not known by that name/);
  });

  it('is looked at again at every redirect, before it is asked', async () => {
    const server = await directoryServer(({ path }, response) => {
      if (path === '/services') response.setHeader('location', '/inside');
      bare(response, path === '/services' ? 302 : 500);
    });
    const mayAsk = async (url: URL) => (url.pathname === '/inside' ? 'That leads inside.' : undefined);
    const result = await bringIn({ source: server.address, file: '/nowhere/directory.jsonl', day: '2026-11-01', write: false, limits: { ...usualLimits, mayAsk } });
    expect(result).toMatchObject({ kind: 'refused', problem: expect.stringContaining('That leads inside.') as string });
    expect(server.asked.filter((path) => path.startsWith('/inside'))).toEqual([]);
    await server.close();
  });
});
