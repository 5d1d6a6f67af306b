// node scripts/sampleEvents.mjs: keeps a sample of each type of event that has none yet, as this version writes it.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { refuseUnknown, root } from './prepare.mjs';

if (process.argv.includes('--help')) {
  console.log(`Usage: node scripts/sampleEvents.mjs [--check]

Adds to test/store/samples/events.json a sample of each type of event that has none: with only what must be there, and with
everything that may. What stands there is never changed: it is what earlier versions wrote, and must be readable for ever.

  --check   writes nothing; ends with 1 when a type has no sample

Ends with 0 when each type has its samples, 2 for any other argument.`);
  process.exit(0);
}
refuseUnknown(process.argv.slice(2), ['--check']);

const require = createRequire(import.meta.url);
require('./typeScript.cjs');
const { CaseEvent } = require('../src/domain/case/event.ts');
const { OrganisationEvent } = require('../src/domain/organisation/event.ts');
const { sampleOf } = require('../test/support/sampleOf.ts');

const file = join(root, 'test', 'store', 'samples', 'events.json');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const kept = JSON.parse(readFileSync(file, 'utf8'));
const missing = [];
for (const [of, union] of [['case', CaseEvent], ['organisation', OrganisationEvent]]) {
  for (const option of union.options) {
    const type = option.shape.type.value;
    if (kept.some((sample) => sample.of === of && sample.event.type === type)) continue;
    missing.push(type);
    for (const fullness of ['least', 'most']) kept.push({ of, since: version, event: sampleOf(option, fullness) });
  }
}
if (missing.length === 0) console.log(`Each type of event has its samples (${kept.length}).`);
else if (process.argv.includes('--check')) {
  console.log(`No sample of: ${missing.join(', ')}. Run node scripts/sampleEvents.mjs`);
  process.exitCode = 1;
} else {
  writeFileSync(file, `[\n${kept.map((sample) => `  ${JSON.stringify(sample)}`).join(',\n')}\n]\n`);
  console.log(`Added: ${missing.join(', ')}.`);
}
