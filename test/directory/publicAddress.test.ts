import { bringIn } from '../../src/directory/bringIn';
import { gzipSync } from 'node:zlib';
import { lookAtAddress } from '../../src/directory/publicAddress';
import { type LookedAt, usualLimits } from '../../src/directory/sourceLimits';
import { bare, directoryServer, json, type DirectoryServer } from './directoryServer';
import { v3Service } from './feeds';

const lookedAt = (address: string, ...behind: string[]): Promise<LookedAt> => lookAtAddress(new URL(address), async () => behind);
const asked = async (address: string, ...behind: string[]): Promise<string | undefined> => {
  const looked = await lookedAt(address, ...behind);
  return looked.kind === 'refused' ? looked.problem : undefined;
};

describe('an address that the bot asks by itself', () => {
  it('may be a public one over https', async () => {
    expect(await lookedAt('https://directory.example.org/services', '93.184.215.14', '2606:2800:21f:cb07::1')).toEqual({ kind: 'found', addresses: ['93.184.215.14', '2606:2800:21f:cb07::1'] });
  });

  it.each(['http://directory.example.org', 'https://directory.example.org:8443', 'https://me:secret@directory.example.org', 'https://127.0.0.1', 'https://2130706433', 'https://0x7f.1', 'https://169.254.169.254', 'https://[::1]', 'https://[::ffff:10.0.0.1]', 'https://[fd00::1]', 'https://[2002:7f00:1::]'])('may not be %s', async (address) => {
    expect(await asked(address, '93.184.215.14')).toMatch(/only brought in from the terminal/);
  });

  it('may not be a public name with one address inside among those behind it', async () => {
    expect(await asked('https://directory.example.org', '93.184.215.14', '10.0.0.4')).toMatch(/no address of the public network/);
    expect(await asked('https://directory.example.org')).toMatch(/not known by that name/);
  });

  it('is where it was looked at, and nowhere else: what the name is said to be a moment later is not asked for', async () => {
    await withServers(async ({ outside, inside, name }) => {
      const looks = lookingUp({ [name]: ['127.0.0.1'] });
      expect(await brought(`http://${name}:${outside.port}`, looks.look)).toMatchObject({ kind: 'done', rows: 3 });
      expect([outside.asked.length, inside.asked]).toEqual([3, []]);
      expect(looks.names).toEqual([name, name, name]);
    });
  });

  it('is looked at again before each page: a name that leads inside by then ends the import, and nothing inside is asked', async () => {
    await withServers(async ({ outside, inside, name }) => {
      const { look } = lookingUp({ [name]: ['127.0.0.1', '127.0.0.2'] });
      expect(await brought(`http://${name}:${outside.port}`, look)).toMatchObject({ kind: 'refused', problem: expect.stringContaining('leads inside') as string });
      expect([outside.asked.length, inside.asked]).toEqual([1, []]);
    });
  });

  it('is looked at again at every redirect, before it is asked', async () => {
    await withServers(async ({ outside, inside, name }) => {
      const { look } = lookingUp({ [name]: ['127.0.0.1'], 'records.example.test': ['127.0.0.2'] });
      expect(await brought(`http://${name}:${outside.port}/moved`, look)).toMatchObject({ kind: 'refused', problem: expect.stringContaining('leads inside') as string });
      expect(inside.asked).toEqual([]);
    });
  });

  it('may send what it gives packed, and what breaks off on the way is no directory', async () => {
    await withServers(async ({ outside, name }) => {
      const { look } = lookingUp({ [name]: ['127.0.0.1'] });
      expect(await brought(`http://${name}:${outside.port}/packed`, look)).toMatchObject({ kind: 'done', rows: 3 });
      expect(await brought(`http://${name}:${outside.port}/broken`, look)).toMatchObject({ kind: 'refused', problem: expect.stringContaining('broke off') as string });
    });
  });
});

type Servers = { readonly outside: DirectoryServer & { readonly port: number }; readonly inside: DirectoryServer; readonly name: string };

/** Two addresses of this machine with one port between them: one stands for the public network, the other for what lies inside. No resolver knows the name. */
async function withServers(story: (servers: Servers) => Promise<void>): Promise<void> {
  const page = (at: number): unknown => ({ total_items: 3, total_pages: 3, page_number: at, contents: [v3Service({ id: `s${at}`, name: `Service ${at}` })] });
  const outside = await directoryServer(({ path, page: at }, response) => {
    const packed = path.startsWith('/packed') || path.startsWith('/broken') ? gzipSync(JSON.stringify(page(at))) : undefined;
    if (path.startsWith('/moved')) response.setHeader('location', `http://records.example.test:${port}/services`);
    if (path.startsWith('/moved')) return bare(response, 302);
    if (!packed) return json(response, page(at));
    response.setHeader('content-encoding', 'gzip');
    if (path.startsWith('/packed')) response.end(packed);
    else response.write(packed.subarray(0, 20), () => response.destroy());
  });
  const port = Number(new URL(outside.address).port);
  const inside = await directoryServer((_asked, response) => json(response, page(1)), { host: '127.0.0.2', port });
  try {
    await story({ outside: { ...outside, port }, inside, name: 'directory.example.test' });
  } finally {
    await Promise.all([outside.close(), inside.close()]);
  }
}

/** Gives the addresses of a name one after the other, the last again and again; 127.0.0.2 lies inside. */
function lookingUp(known: Readonly<Record<string, readonly string[]>>): { readonly names: readonly string[]; readonly look: (url: URL) => Promise<LookedAt> } {
  const names: string[] = [];
  const look = async ({ hostname }: URL): Promise<LookedAt> => {
    const addresses = known[hostname] ?? [];
    const address = addresses[Math.min(names.filter((name) => name === hostname).length, addresses.length - 1)];
    names.push(hostname);
    return address === undefined || address === '127.0.0.2' ? { kind: 'refused', problem: 'That leads inside.' } : { kind: 'found', addresses: [address] };
  };
  return { names, look };
}

const brought = (source: string, look: (url: URL) => Promise<LookedAt>): ReturnType<typeof bringIn> => bringIn({ source, file: '/nowhere/directory.jsonl', day: '2026-11-01', write: false, limits: { ...usualLimits, retries: 1, pause: 1, look } });
