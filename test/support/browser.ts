import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const places = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Nothing is fetched, reported or updated: the browser talks to this machine only. */
const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-domain-reliability'];

export const withoutChromium =
  'Chromium is not installed. On Debian or Ubuntu: sudo apt-get install chromium fonts-liberation. Elsewhere install Chromium or Chrome, or set CHROMIUM to the path of one.';

export const findChromium = (): string | undefined => places.find((place) => place !== undefined && place !== '' && existsSync(place));

/** A headless Chromium. Throws with the mend in words when there is none on this machine. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error(withoutChromium);
  return chromium.launch({ executablePath, args: quiet });
}
