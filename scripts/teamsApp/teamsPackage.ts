/** The Teams app as one file: the folder appPackage with its values filled in, checked, and packed the same way each time. */
import { zipSync, type Zippable } from 'fflate';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { iconProblems } from './iconProblems';
import { filledIn, languageProblems, manifestProblems, readManifest, type Manifest } from './manifestProblems';
import type { PackageValues } from './packageValues';

export type Packed = { readonly kind: 'packed'; readonly zip: Uint8Array; readonly manifest: Manifest; readonly files: readonly string[] } | { readonly kind: 'refused'; readonly problems: readonly string[] };

/** The texts of the manifest itself: what a translator begins with. */
export const ownLanguage = 'en-gb';

/** Returns the bytes of the package, or every problem at once. The same folder and values give the same bytes. */
export function packTeamsApp(folder: string, values: PackageValues): Packed {
  const template = readFileSync(join(folder, 'manifest.json'), 'utf8');
  const languages = languagesIn(folder);
  const text = withLanguages(filledIn(template, values), languages);
  const problems = manifestProblems(text, values.MICROSOFT_APP_ID);
  if (problems.length > 0) return { kind: 'refused', problems };
  const manifest = readManifest(text);
  const rest = [...pictureProblems(folder, manifest), ...languages.flatMap((file) => languageProblems(file, readFileSync(join(folder, file), 'utf8'), manifest))];
  if (rest.length > 0) return { kind: 'refused', problems: rest };
  const files = ['manifest.json', manifest.icons.color, manifest.icons.outline, ...languages];
  return { kind: 'packed', zip: zipped(files.map((file) => [file, file === 'manifest.json' ? Buffer.from(text) : readFileSync(join(folder, file))])), manifest, files };
}

/** languages/cy.json is the app in Welsh. What stands in the manifest itself needs no file in the package. */
function languagesIn(folder: string): string[] {
  const inside = join(folder, 'languages');
  const names = existsSync(inside) ? readdirSync(inside).filter((name) => name.endsWith('.json') && name !== `${ownLanguage}.json`) : [];
  return names.sort().map((name) => `languages/${name}`);
}

function withLanguages(text: string, files: readonly string[]): string {
  if (files.length === 0) return text;
  const manifest = JSON.parse(text) as { localizationInfo: Record<string, unknown> };
  manifest.localizationInfo['additionalLanguages'] = files.map((file) => ({ languageTag: file.slice('languages/'.length, -'.json'.length), file }));
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

function pictureProblems(folder: string, { icons }: Manifest): string[] {
  return (['color', 'outline'] as const).flatMap((icon) => {
    const path = join(folder, icons[icon]);
    if (icons[icon].includes('/')) return [`${icons[icon]} must stand beside the manifest.`];
    return existsSync(path) ? iconProblems(icon, icons[icon], readFileSync(path)) : [`${icons[icon]} is not there.`];
  });
}

/** A zip holds the time of each file in local time: the same wall clock everywhere gives the same bytes. */
function zipped(files: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const entries: Zippable = Object.fromEntries(files.map(([name, bytes]) => [name, [bytes, { level: 9, mtime: new Date(1980, 0, 1) }]]));
  return zipSync(entries);
}
