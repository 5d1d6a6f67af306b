// npm run build: src becomes dist, when something changed.
import { buildIfNeeded, installIfNeeded, refuseUnknown } from './prepare.mjs';

if (process.argv.includes('--help')) {
  console.log(`Usage: node scripts/build.mjs

Installs the packages if needed and builds src into dist if the sources changed.
Ends with 0 when dist is up to date, 2 for any other argument, 3 when installing failed, 4 when the build failed.`);
  process.exit(0);
}
refuseUnknown(process.argv.slice(2));
installIfNeeded();
buildIfNeeded();
