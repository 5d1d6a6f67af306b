/** Which addresses the bot itself may ask, when nobody sits at a terminal: https, and nothing of the network that it stands in. */
import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import type { LookedAt } from './sourceLimits';

const inside = new BlockList();
for (const [net, bits] of [['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 3]] as const) inside.addSubnet(net, bits, 'ipv4');
/** Of IPv6 only what is given out to the public (2000::/3) is outside, less the ways that lead back into IPv4. */
const outside = new BlockList();
outside.addSubnet('2000::', 3, 'ipv6');
const ledBack = new BlockList();
for (const [net, bits] of [['2001:db8::', 32], ['2001::', 32], ['2002::', 16]] as const) ledBack.addSubnet(net, bits, 'ipv6');

const isPublic = (address: string): boolean => (isIP(address) === 4 ? !inside.check(address, 'ipv4') : isIP(address) === 6 && outside.check(address, 'ipv6') && !ledBack.check(address, 'ipv6'));

type Resolve = (host: string) => Promise<readonly string[]>;
const resolved: Resolve = async (host) => (await lookup(host, { all: true })).map(({ address }) => address);

/** Returns where it was found on the public network, or refuses it in words. All addresses behind the name count. */
export async function lookAtAddress(url: URL, resolve: Resolve = resolved): Promise<LookedAt> {
  if (url.protocol !== 'https:') return refused(`${url.host} is not asked over https, so it is only brought in from the terminal.`);
  if (url.username !== '' || url.password !== '' || (url.port !== '' && url.port !== '443')) return refused(`${url.host} is asked in an unusual way, so it is only brought in from the terminal.`);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) === 0 ? await resolve(host).catch(() => []) : [host];
  if (addresses.length === 0) return refused(`${url.host} is not known by that name.`);
  return addresses.every(isPublic) ? { kind: 'found', addresses } : refused(`${url.host} is no address of the public network, so it is only brought in from the terminal.`);
}

const refused = (problem: string): LookedAt => ({ kind: 'refused', problem });
