// npm run package: the Teams app with an organisation's own ids and addresses, checked, in one zip to upload.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { giveUp, installIfNeeded, root } from './prepare.mjs';

const help = `Usage: npm run package -- --bot-id GUID --developer NAME --website URL --privacy URL --terms URL [more]

Fills appPackage/manifest.json in, checks it with the official schema and the rules that Teams applies besides, checks the
pictures and the languages, and writes one zip. Upload it in the Teams admin centre (docs/install.md says how).

  --bot-id GUID      the app id of the bot: the output microsoftAppId of infra      (or MicrosoftAppId)
  --developer NAME   your organisation, at most 32 characters                       (or DEVELOPER_NAME)
  --website URL      where people find help with the bot                            (or WEBSITE_URL)
  --privacy URL      your privacy notice                                            (or PRIVACY_URL)
  --terms URL        your terms of use                                              (or TERMS_URL)
  --app-id GUID      the id of the app in Teams. Left out, it is made from the bot's id, the same each time  (or TEAMS_APP_ID)
  --version X.Y.Z    left out, the version of this project. A new upload needs a higher one                  (or APP_VERSION)
  --out FILE         left out, dist/threefold-teams-X.Y.Z.zip. A build makes dist anew
  --strings          prints what a translator puts into another language: save it as appPackage/languages/TAG.json
  --help

The same folder and values give the same bytes. Nothing secret goes in.

Ends with 0 when the zip is written, 1 when the manifest, a picture or a language is wrong, 2 when a value is missing or wrong.`;

const named = ['bot-id', 'app-id', 'developer', 'website', 'privacy', 'terms', 'version', 'out'];
const options = { ...Object.fromEntries(named.map((name) => [name, { type: 'string' }])), strings: { type: 'boolean' }, help: { type: 'boolean' } };

function argumentsGiven() {
  try {
    return parseArgs({ options, allowPositionals: false }).values;
  } catch (error) {
    return giveUp(`${error.message.split('. ')[0]}. See --help.`, 2);
  }
}

const args = argumentsGiven();
if (args.help) {
  console.log(help);
  process.exit(0);
}

installIfNeeded();
const require = createRequire(import.meta.url);
require('./typeScript.cjs');
const { readPackageValues, settings } = require('./teamsApp/packageValues.ts');
const { filledIn, readManifest, stringsOf } = require('./teamsApp/manifestProblems.ts');
const { packTeamsApp } = require('./teamsApp/teamsPackage.ts');

const folder = join(root, 'appPackage');
if (args.strings) {
  const manifest = readManifest(filledIn(readFileSync(join(folder, 'manifest.json'), 'utf8'), {}));
  const $schema = manifest.$schema.replace('MicrosoftTeams.schema.json', 'MicrosoftTeams.Localization.schema.json');
  console.log(JSON.stringify({ $schema, ...stringsOf(manifest) }, undefined, 2));
  process.exit(0);
}

const list = (problems) => `\n${problems.map((problem) => `- ${problem}`).join('\n')}`;
const said = (text) => (text === undefined || text.trim() === '' ? undefined : text);
const given = Object.fromEntries(Object.entries(settings).map(([name, { argument, variable }]) => [name, said(args[argument.slice(2)]) ?? said(process.env[variable])]));
const read = readPackageValues(given, JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version);
if (read.kind === 'refused') giveUp(`The Teams app was not packed.${list(read.problems)}\nSee --help.`, 2);

const packed = packTeamsApp(folder, read.values);
if (packed.kind === 'refused') giveUp(`The Teams app was not packed.${list(packed.problems)}`);
const out = resolve(args.out ?? join(root, 'dist', `threefold-teams-${read.values.APP_VERSION}.zip`));
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, packed.zip);
console.log(`${relative(process.cwd(), out) || out} holds ${packed.files.join(', ')} (${packed.zip.length} bytes).
App ${read.values.TEAMS_APP_ID}, version ${read.values.APP_VERSION}, bot ${read.values.MICROSOFT_APP_ID}.`);
