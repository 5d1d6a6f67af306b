// The first options of a process: prints {"clock","processor"} in milliseconds.
require('../../scripts/typeScript.cjs');
const { loadContent } = require('../../src/content/load.ts');
const { servicesIndexOf } = require('../../src/domain/activities/servicesIndex.ts');
const { readCase } = require('../../src/domain/analysis/readCase.ts');
const { replay } = require('../../src/domain/case/evolve.ts');
const { mrsK } = require('../cards/samples/results.ts');
const { manyActivities } = require('./options.ts');

const content = loadContent();
const activities = manyActivities();
servicesIndexOf(activities, content.concepts());
// Read from the file as a case is: nothing of it was seen by the samples.
const reading = readCase({ caseId: 'first', state: replay(JSON.parse(JSON.stringify(mrsK))), content, catalogue: { version: 'bench', activities }, today: '2026-11-21' });
const [start, used] = [performance.now(), process.cpuUsage()];
reading.options();
const { user, system } = process.cpuUsage(used);
console.log(JSON.stringify({ clock: performance.now() - start, processor: (user + system) / 1000 }));
