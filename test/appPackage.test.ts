import { Resvg } from '@resvg/resvg-js';
import Ajv from 'ajv-draft-04';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Limits that the official schema does not state, or that Teams applies on top of it. */
const COMMANDS_IN_A_LIST = 10;
const COMMAND_TITLE_LENGTH = 32;
const COMMAND_DESCRIPTION_LENGTH = 128;
const TYPED_COMMANDS = [
  'new', 'phone', 'notes', 'next', 'back', 'skip', 'worried', 'summary',
  'options', 'plan', 'post', 'cases', 'resume', 'pause', 'close', 'help', 'safety notices here', 'stop safety notices',
];

const folder = join(__dirname, '..', 'appPackage');
const manifestText = readFileSync(join(folder, 'manifest.json'), 'utf8');

const manifestShape = z.looseObject({
  $schema: z.string(),
  manifestVersion: z.string(),
  version: z.string(),
  icons: z.object({ color: z.string(), outline: z.string() }),
  accentColor: z.string(),
  developer: z.object({ websiteUrl: z.url(), privacyUrl: z.url(), termsOfUseUrl: z.url() }),
  bots: z.array(
    z.looseObject({
      scopes: z.array(z.string()),
      commandLists: z.array(
        z.object({
          scopes: z.array(z.string()),
          commands: z.array(z.object({ title: z.string(), description: z.string() })),
        }),
      ),
    }),
  ),
});

const filledIn = (text: string, values: Record<string, string>): string =>
  text.replace(/\$\{\{(\w+)\}\}/g, (placeholder, name: string) => values[name] ?? placeholder);

const manifest = manifestShape.parse(JSON.parse(manifestText));

/** The official schema as Microsoft publishes it in its package; the package itself cannot be loaded as CommonJS. */
const accepts = new Ajv({
  allErrors: true,
  strictTypes: false,
  formats: { uri: (text: string) => URL.canParse(text), email: /^[^@\s]+@[^@\s]+$/, regex: true },
}).compile(
  JSON.parse(
    readFileSync(
      require.resolve(
        `@microsoft/app-manifest/build/json-schemas/teams/v${manifest.manifestVersion}/MicrosoftTeams.schema.json`,
      ),
      'utf8',
    ),
  ),
);

const complaints = (text: string): string[] => {
  accepts(JSON.parse(text));
  return (accepts.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
};

const ids = {
  TEAMS_APP_ID: '11111111-2222-4333-8444-555555555555',
  MICROSOFT_APP_ID: '66666666-7777-4888-9999-000000000000',
};

describe('the Teams app package', () => {
  it('is accepted by the official schema once its two ids are filled in', () => {
    expect(complaints(filledIn(manifestText, ids))).toEqual([]);
  });

  it('is refused by the official schema until they are, and for nothing else', () => {
    const found = complaints(manifestText);
    expect(found.map((complaint) => complaint.split(' ')[0]).sort()).toEqual(['/bots/0/botId', '/id']);
  });

  it('leaves no placeholder but those two', () => {
    const names = [...manifestText.matchAll(/\$\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '');
    expect([...new Set(names)].sort()).toEqual(Object.keys(ids).sort());
    expect(filledIn(manifestText, ids)).not.toContain('${');
  });

  it('names the schema of its own version, and a semantic version of the app', () => {
    expect(manifest.$schema).toContain(`/v${manifest.manifestVersion}/`);
    expect(manifest.version).toMatch(/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/);
  });

  it('gives web addresses that belong to nobody yet', () => {
    for (const address of Object.values(manifest.developer)) {
      expect(new URL(address)).toMatchObject({ protocol: 'https:', host: 'threefold.example.org' });
    }
  });
});

describe('the commands that Teams offers', () => {
  const bot = manifest.bots[0];
  const lists = bot?.commandLists ?? [];

  it('come as exactly one list for each place the bot can be in', () => {
    expect(bot?.scopes).toEqual(['personal', 'team', 'groupChat']);
    expect(lists.flatMap((list) => list.scopes)).toEqual(bot?.scopes);
  });

  it.each(lists.map((list) => [list.scopes.join(), list.commands] as const))('fit the limits (%s)', (_, commands) => {
    expect(commands.length).toBeGreaterThan(0);
    expect(commands.length).toBeLessThanOrEqual(COMMANDS_IN_A_LIST);
    expect(new Set(commands.map((command) => command.title)).size).toBe(commands.length);
    for (const { title, description } of commands) {
      expect(TYPED_COMMANDS).toContain(title);
      expect(title.length).toBeLessThanOrEqual(COMMAND_TITLE_LENGTH);
      expect(description.length).toBeLessThanOrEqual(COMMAND_DESCRIPTION_LENGTH);
    }
  });

  it('invite nobody to write about a person where others can read it', () => {
    const shared = lists.filter((list) => !list.scopes.includes('personal'));
    const inShared = ['help', 'safety notices here', 'stop safety notices'];
    expect(shared.flatMap((list) => list.commands.map((command) => command.title))).toEqual([...inShared, ...inShared]);
  });
});

describe('the icons', () => {
  const picture = (name: string) => readFileSync(join(folder, name));

  it.each([
    [manifest.icons.color, 192],
    [manifest.icons.outline, 32],
  ])('%s is %i pixels square and shows the drawing beside it', (name, side) => {
    const header = picture(name).subarray(16, 24);
    expect([header.readUInt32BE(0), header.readUInt32BE(4)]).toEqual([side, side]);

    const shown = pixelsOf(picture(name), side);
    const drawn = new Resvg(readFileSync(join(folder, name.replace('.png', '.svg')), 'utf8')).render().pixels;
    const farApart = drawn.filter((channel, index) => Math.abs(channel - (shown[index] ?? -255)) > 8);
    expect([shown.length, farApart.length]).toEqual([drawn.length, 0]);
  });

  it('the colour icon fills its square', () => {
    expect(opacitiesOf(pixelsOf(picture(manifest.icons.color), 192)).every((opacity) => opacity === 255)).toBe(true);
  });

  it('the outline is white and nothing else, on nothing', () => {
    const pixels = pixelsOf(picture(manifest.icons.outline), 32);
    const opacities = opacitiesOf(pixels);
    expect(opacities[0]).toBe(0);
    expect(Math.max(...opacities)).toBe(255);
    // The renderer multiplies colour by opacity, so white at any opacity has its channels equal to it.
    const colours = opacities.map((_, index) => [...pixels.subarray(index * 4, index * 4 + 3)]);
    expect(colours).toEqual(opacities.map((opacity) => [opacity, opacity, opacity]));
  });
});

/** Red, green, blue and opacity of every pixel, read by drawing the picture at its own size. */
function pixelsOf(png: Buffer, side: number): Uint8Array {
  const frame =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}">` +
    `<image width="${side}" height="${side}" href="data:image/png;base64,${png.toString('base64')}"/></svg>`;
  return new Resvg(frame).render().pixels;
}

function opacitiesOf(pixels: Uint8Array): number[] {
  return Array.from({ length: pixels.length / 4 }, (_, index) => pixels[index * 4 + 3] ?? 0);
}
