import { Resvg } from '@resvg/resvg-js';
import { unzipSync } from 'fflate';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decidedBy } from '../src/app/handleSharedPlace';
import { readSaid } from '../src/app/readSaid';
import { bannedWordsIn } from '../src/content/bannedWords';
import { iconProblems, pixelsOf } from '../scripts/teamsApp/iconProblems';
import { filledIn, manifestProblems, readManifest, stringsOf } from '../scripts/teamsApp/manifestProblems';
import { appIdFor, readPackageValues, type PackageValues } from '../scripts/teamsApp/packageValues';
import { ownLanguage, packTeamsApp } from '../scripts/teamsApp/teamsPackage';

const root = join(__dirname, '..');
const folder = join(root, 'appPackage');
const manifestText = readFileSync(join(folder, 'manifest.json'), 'utf8');
const projectVersion = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;

const botId = '66666666-7777-4888-9999-000000000000';
const given = { botId, developer: 'Invented Primary Care Network', website: 'https://help.invented.nhs.uk', privacy: 'https://help.invented.nhs.uk/privacy', terms: 'https://help.invented.nhs.uk/terms' };
const valuesOf = (more: Partial<Record<keyof Parameters<typeof readPackageValues>[0], string>> = {}): PackageValues => {
  const read = readPackageValues({ ...given, ...more }, projectVersion);
  if (read.kind === 'refused') throw new Error(read.problems.join(' '));
  return read.values;
};
const values = valuesOf();
const filled = filledIn(manifestText, values);
const manifest = readManifest(filled);

const temporary: string[] = [];
const fresh = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'threefold-app-'));
  temporary.push(made);
  return made;
};
afterAll(() => temporary.forEach((made) => rmSync(made, { recursive: true, force: true })));

/** The app as somebody might spoil it. */
function spoilt(change: (made: string) => void): readonly string[] {
  const made = fresh();
  cpSync(folder, made, { recursive: true });
  change(made);
  const packed = packTeamsApp(made, values);
  return packed.kind === 'refused' ? packed.problems : [];
}
type Json = { [name: string]: Json } & Json[];
const withManifest = (change: (json: Json) => void) =>
  spoilt((made) => {
    const json = JSON.parse(manifestText) as Json;
    change(json);
    writeFileSync(join(made, 'manifest.json'), JSON.stringify(json));
  });

describe('the Teams app package', () => {
  it('is accepted by the official schema and our own rules once its values are filled in', () => {
    expect(manifestProblems(filled, botId)).toEqual([]);
  });

  it('is refused until they are, and names each value that it still waits for', () => {
    const problems = manifestProblems(manifestText, botId).join('\n');
    for (const name of Object.keys(values)) expect(problems).toContain(`still holds \${{${name}}}`);
    const names = [...manifestText.matchAll(/\$\{\{(\w+)\}\}/g)].map(([, name]) => name!);
    expect([...new Set(names)].sort()).toEqual(Object.keys(values).sort());
  });

  it('holds the manifest and its two pictures, and nothing else', () => {
    const packed = packTeamsApp(folder, values);
    if (packed.kind === 'refused') throw new Error(packed.problems.join(' '));
    const inside = unzipSync(packed.zip);
    expect(Object.keys(inside).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    expect(Buffer.from(inside['color.png']!).equals(readFileSync(join(folder, 'color.png')))).toBe(true);
    expect(JSON.parse(Buffer.from(inside['manifest.json']!).toString())).toMatchObject({ id: appIdFor(botId), version: projectVersion, bots: [{ botId }], developer: { name: given.developer, privacyUrl: given.privacy } });
  });

  it('is the same bytes wherever and whenever it is packed', () => {
    const out = join(fresh(), 'app.zip');
    const args = Object.entries({ '--bot-id': botId, '--developer': given.developer, '--website': given.website, '--privacy': given.privacy, '--terms': given.terms, '--out': out }).flat();
    const run = spawnSync(process.execPath, [join(root, 'scripts', 'package.mjs'), ...args], { env: { ...process.env, TZ: 'Pacific/Auckland' }, encoding: 'utf8' });
    expect([run.stderr, run.status]).toEqual(['', 0]);
    const packed = packTeamsApp(folder, values);
    expect(packed.kind === 'packed' && Buffer.from(packed.zip).equals(readFileSync(out))).toBe(true);
  });

  it('asks for no more than who writes and the right to write back', () => {
    expect(manifest.permissions).toEqual(['identity', 'messageTeamMembers']);
    expect(manifest).not.toHaveProperty('authorization');
    expect(manifest).not.toHaveProperty('webApplicationInfo');
    // Cards carry their pictures in them, so no page and no picture is fetched from anywhere.
    expect(manifest.validDomains).toEqual([]);
  });

  it('says nothing that would claim a medical purpose', () => {
    const said = Object.values(stringsOf(manifest)).flatMap((text) => bannedWordsIn(text.replace('It does not diagnose or treat anything', '')).map(({ word }) => word));
    expect(said).toEqual([]);
    expect(manifest.description.full).toContain('not a medical device');
  });
});

describe('what an organisation fills in', () => {
  it('is refused with every problem at once, each with its mend', () => {
    const read = readPackageValues({ botId: 'not-an-id', appId: 'x', website: 'http://help.nhs.uk', privacy: 'https://threefold.example.org/privacy', terms: 'our terms', version: '1.0' }, projectVersion);
    expect(read).toEqual({
      kind: 'refused',
      problems: [
        "--bot-id (or MicrosoftAppId) must be a GUID. Copy the output microsoftAppId of infra, or the app id of the bot's registration.",
        "--app-id (or TEAMS_APP_ID) must be a GUID. Leave it out and one is made from the bot's id, the same each time.",
        '--developer (or DEVELOPER_NAME) is missing. Write the name of your organisation.',
        '--website (or WEBSITE_URL) must begin with https:// and hold no name or password.',
        '--privacy (or PRIVACY_URL) is an example that belongs to nobody. Give the https address where your privacy notice stands.',
        '--terms (or TERMS_URL) is not an address. Give the https address where your terms of use stand.',
        '--version (or APP_VERSION) must be three numbers, like 1.2.0.',
      ],
    });
  });

  it('gives one bot the same app each time, and another bot another', () => {
    expect(valuesOf().TEAMS_APP_ID).toBe(valuesOf({ botId: botId.toUpperCase() }).TEAMS_APP_ID);
    expect(appIdFor(botId)).toMatch(/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(appIdFor('66666666-7777-4888-9999-000000000001')).not.toBe(appIdFor(botId));
    expect(readPackageValues({ ...given, appId: botId }, projectVersion)).toMatchObject({ kind: 'refused' });
  });

  it('cannot break out of the manifest', () => {
    expect(readManifest(filledIn(manifestText, { ...values, DEVELOPER_NAME: 'St "Ann\'s" \\ PCN' })).developer.name).toBe('St "Ann\'s" \\ PCN');
  });
});

describe('what the official schema leaves out', () => {
  const list = (json: Json, index = 0) => json['bots']![0]!['commandLists']![index]! as unknown as { scopes: string[]; commands: { title: string; description: string }[] };

  it.each<[string, (json: Json) => void, string]>([
    ['two numbers as a version', (json) => Object.assign(json, { version: '1.0' }), '/version must be three numbers'],
    ['the schema of another version', (json) => Object.assign(json, { manifestVersion: '1.21' }), '/$schema is of another version than 1.21'],
    ['a version without a schema', (json) => Object.assign(json, { manifestVersion: '9.9' }), '“9.9” is not one whose schema is here'],
    ['an eleventh command', (json) => list(json).commands.push({ title: 'pause', description: 'Stop here' }), 'commandLists/0 has 11 commands'],
    ['one command twice', (json) => list(json, 1).commands.push({ title: 'help', description: 'Again' }), 'commandLists/1 has help twice'],
    ['a command with a long name', (json) => Object.assign(list(json, 1).commands[0]!, { title: 'h'.repeat(33) }), 'is longer than 32 characters'],
    ['a command without a description', (json) => Object.assign(list(json, 1).commands[0]!, { description: ' ' }), '“help” needs a description'],
    ['a place without commands', (json) => (json['bots']![0]!['commandLists'] as unknown as unknown[]).pop(), 'must hold one list for groupChat'],
    ['commands where the bot is not', (json) => (json['bots']![0]!['scopes'] as unknown as unknown[]).pop(), 'holds groupChat, where the bot cannot be'],
    ['a domain for everybody', (json) => Object.assign(json, { validDomains: ['*.azurecontainerapps.io'] }), '/validDomains must name whole hosts'],
    ['a name that borrows', (json) => Object.assign(json['name']!, { short: 'Threefold for Teams' }), 'must not borrow the name'],
    ['another bot', (json) => Object.assign(json['bots']![0]!, { botId: '11111111-2222-4333-8444-555555555555' }), '/bots/0/botId is not the id of this bot'],
    ['a picture that is not there', (json) => Object.assign(json['icons']!, { color: 'colour.png' }), 'colour.png is not there'],
    ['what the schema itself refuses', (json) => Object.assign(json['name']!, { short: 'n'.repeat(31) }), '/name/short must NOT have more than 30 characters'],
  ])('is found: %s', (_, change, problem) => {
    expect(withManifest(change).join('\n')).toContain(problem);
  });

  it('is told together', () => {
    const problems = withManifest((json) => Object.assign(json, { version: '1', validDomains: ['*'], accentColor: 'blue' }));
    expect(problems.length).toBeGreaterThanOrEqual(3);
  });
});

describe('the commands that Teams offers', () => {
  const [bot] = manifest.bots;
  const commandsFor = (scope: string) => bot.commandLists.filter(({ scopes }) => scopes.includes(scope)).flatMap(({ commands }) => commands.map(({ title }) => title));

  it('come in every place that the bot can be in', () => {
    expect(bot.scopes).toEqual(['personal', 'team', 'groupChat']);
  });

  it('are all understood when they are typed one to one', () => {
    expect(commandsFor('personal').filter((title) => readSaid(title).kind === 'words')).toEqual([]);
  });

  it('invite nobody to write about a person where others can read it', () => {
    for (const scope of ['team', 'groupChat']) {
      const [first, ...others] = commandsFor(scope);
      expect(first).toBe('help');
      expect(others.map((text) => decidedBy({ kind: 'said', text }))).toEqual(['safety-here', 'stop-safety']);
    }
  });
});

describe('another language', () => {
  const own = JSON.parse(readFileSync(join(folder, 'languages', `${ownLanguage}.json`), 'utf8')) as Record<string, string>;
  const inWelsh = (change: (texts: Record<string, string>) => void) =>
    spoilt((made) => {
      const texts = { ...own };
      change(texts);
      mkdirSync(join(made, 'languages'), { recursive: true });
      writeFileSync(join(made, 'languages', 'cy.json'), JSON.stringify(texts));
    });

  it('begins from a file that says exactly what the manifest says', () => {
    const { $schema, ...texts } = own;
    expect($schema).toContain(`/v${manifest.manifestVersion}/MicrosoftTeams.Localization.schema.json`);
    expect(texts).toEqual(stringsOf(manifest));
  });

  it('goes into the package, named in the manifest', () => {
    const made = fresh();
    cpSync(folder, made, { recursive: true });
    writeFileSync(join(made, 'languages', 'cy.json'), JSON.stringify(own));
    const packed = packTeamsApp(made, values);
    if (packed.kind === 'refused') throw new Error(packed.problems.join(' '));
    expect(packed.files).toEqual(['manifest.json', 'color.png', 'outline.png', 'languages/cy.json']);
    expect(packed.manifest.localizationInfo).toEqual({ defaultLanguageTag: ownLanguage, additionalLanguages: [{ languageTag: 'cy', file: 'languages/cy.json' }] });
  });

  it('is refused when it leaves something unsaid, says something unknown, or renames what is typed', () => {
    expect(inWelsh((texts) => delete texts['name.full'])).toEqual(['languages/cy.json lacks name.full']);
    expect(inWelsh((texts) => Object.assign(texts, { greeting: 'Helo' })).join()).toContain('must NOT have additional properties');
    expect(inWelsh((texts) => Object.assign(texts, { 'bots[0].commandLists[0].commands[0].title': 'newydd' })).join()).toContain('would not understand when it is typed');
  });
});

describe('the icons', () => {
  const picture = (name: string) => readFileSync(join(folder, name));
  const drawn = (svg: string) => Buffer.from(new Resvg(svg).render().asPng());
  const square = (side: number, fill: string, more = '') => `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}">${more}<rect x="4" y="4" width="${side - 8}" height="${side - 8}" fill="${fill}"/></svg>`;

  it.each([
    ['color', manifest.icons.color],
    ['outline', manifest.icons.outline],
  ] as const)('%s is as Teams wants it, and shows the drawing beside it', (icon, name) => {
    expect(iconProblems(icon, name, picture(name))).toEqual([]);
    const shown = pixelsOf(picture(name), icon === 'color' ? 192 : 32);
    const drawing = new Resvg(readFileSync(join(folder, name.replace('.png', '.svg')), 'utf8')).render().pixels;
    const farApart = drawing.filter((channel, index) => Math.abs(channel - (shown[index] ?? -255)) > 8);
    expect([shown.length, farApart.length]).toEqual([drawing.length, 0]);
  });

  it.each<[string, 'color' | 'outline', Buffer, string]>([
    ['something else than a PNG', 'color', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'is not a PNG picture'],
    ['the wrong size', 'outline', drawn(square(64, 'white')), 'is 64 by 64 pixels, not 32 by 32'],
    ['a colour icon with clear corners', 'color', drawn(square(192, 'navy')), 'must fill its whole square'],
    ['a coloured outline', 'outline', drawn(square(32, '#eee')), 'must be white and nothing else'],
    ['an outline on a white ground', 'outline', drawn(square(32, 'white', '<rect width="32" height="32" fill="white"/>')), 'must stand on nothing'],
    ['an empty outline', 'outline', drawn(square(32, 'none')), 'shows nothing'],
  ])('%s is refused', (_, icon, png, problem) => {
    expect(iconProblems(icon, 'icon.png', png).join()).toContain(problem);
  });
});
