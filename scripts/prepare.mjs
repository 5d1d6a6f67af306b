// Gets this folder ready to run: packages installed, sources built, each only when something changed.
// Plain Node and nothing else, because it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import Module, { createRequire } from 'node:module';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** What runs leave behind: data, logs, unfinished builds. Never committed. */
export const workFolder = join(root, '.threefold');

/** Where Node keeps what it compiled, if it can. */
export const compiledFolder = join(workFolder, 'compiled');

/** From Node 22 on what was compiled at one start is there for the next; Node 20 compiles each time. */
export const keepCompiled = () => Module.enableCompileCache?.(compiledFolder);

const at = (...parts) => join(root, ...parts);
const textOf = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);
const hashOf = (...parts) => parts.reduce((hash, part) => hash.update(part).update('\0'), createHash('sha256')).digest('hex');

/** Ends the whole command with one sentence and a mend. */
export function giveUp(sentence, code = 1) {
  console.error(sentence);
  process.exit(code);
}

/** A word that a command does not know is said, and nothing is begun: it may have been meant for another. */
export function refuseUnknown(args, known = []) {
  const unknown = args.find((arg) => !known.includes(arg));
  if (unknown !== undefined) giveUp(`${unknown} means nothing here. See --help.`, 2);
}

/**
 * npm runs a command through a shell that dies without telling it. Calls back once when that shell is gone, so that
 * stopping npm stops what it started.
 */
export function whenNpmIsGone(callback) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    callback();
  }, 500);
  watch.unref();
}

export function checkNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) giveUp(`This needs Node 20 or newer. You have ${process.version}. Install a newer Node and try again.`, 2);
}

/** A container holds only what it runs with. */
const withoutTools = process.env.NODE_ENV === 'production';

const packagesIn = (path) => JSON.parse(textOf(path) ?? '{}').packages ?? {};

/** True when node_modules holds what package-lock.json asks for, whoever put it there. */
function isInstalled() {
  if (!existsSync(at('package-lock.json'))) return existsSync(at('node_modules'));
  const installed = packagesIn(at('node_modules', '.package-lock.json'));
  return Object.entries(packagesIn(at('package-lock.json'))).every(([path, { version, optional, devOptional, dev, peer }]) => {
    if (path === '' || installed[path]?.version === version) return true;
    // What is built for another machine is left out; so are tools in a container.
    return installed[path] === undefined && (optional || devOptional || peer || (dev && withoutTools));
  });
}

function npm(...args) {
  const fromNpm = process.env.npm_execpath;
  const options = { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] };
  if (fromNpm !== undefined && /\.c?js$/.test(fromNpm)) return spawnSync(process.execPath, [fromNpm, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

export function installIfNeeded() {
  checkNode();
  if (isInstalled()) return;
  const release = takeTurn('installing');
  try {
    if (isInstalled()) return;
    console.error('Installing packages. This is done once and takes about half a minute.');
    const { status } = npm('ci', withoutTools ? '--omit=dev' : '--include=dev', '--no-audit', '--no-fund', '--loglevel=error');
    if (status !== 0) giveUp('The packages could not be installed. Check that npm can reach its registry, then run the same command again.', 3);
  } finally {
    release();
  }
}

/** Two commands begun at once must not install or build into the same folder: the second waits for the first. */
function takeTurn(what) {
  const mark = join(workFolder, what);
  mkdirSync(workFolder, { recursive: true });
  for (;;) {
    try {
      writeFileSync(mark, String(process.pid), { flag: 'wx' });
      const release = () => rmSync(mark, { force: true });
      process.on('exit', release);
      return release;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const owner = textOf(mark);
    if (owner !== '' && !isAlive(Number(owner))) rmSync(mark, { force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  }
}

function isAlive(pid) {
  if (!Number.isInteger(pid) || pid < 1) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();
}

function stateOfSources() {
  const files = [at('package-lock.json'), at('tsconfig.json'), at('tsconfig.build.json'), ...filesUnder(at('src')), ...filesUnder(at('cards'))];
  return hashOf(...files.flatMap((file) => [relative(root, file), existsSync(file) ? readFileSync(file) : '']));
}

const textsIn = (node) => (typeof node === 'string' ? [node] : typeof node === 'object' && node !== null ? Object.values(node).flatMap(textsIn) : []);

/** Parses what stands in the card templates once and for all, unless it is there already: at the start of the bot it would take as long as the rest of the cards. */
export function keepTemplateTexts({ parseAnew, versionOfPackage }, file) {
  const all = filesUnder(at('cards')).flatMap((card) => textsIn(JSON.parse(readFileSync(card, 'utf8')))).filter((text) => text.includes('${'));
  const version = versionOfPackage();
  const of = hashOf(version, readFileSync(at('src', 'cards', 'templateText.ts')), ...all);
  if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).of === of) return;
  const texts = Object.fromEntries([...new Set(all)].map((text) => [text, parseAnew(text)]));
  mkdirSync(dirname(file), { recursive: true });
  // Whoever reads meanwhile finds the old one or the new one, whole.
  writeFileSync(`${file}.${process.pid}`, JSON.stringify({ version, of, texts }));
  renameSync(`${file}.${process.pid}`, file);
}

/** Builds src into dist beside the old one and swaps them, so that a running bot never meets half a build. */
export function buildIfNeeded() {
  if (!existsSync(at('src'))) {
    if (existsSync(at('dist', 'main.js'))) return;
    giveUp('There is nothing to run: neither src nor dist is here.', 3);
  }
  if (textOf(at('dist', '.sources')) === stateOfSources()) return;
  const release = takeTurn('building');
  try {
    build(stateOfSources());
  } finally {
    release();
  }
}

function build(wanted) {
  if (textOf(at('dist', '.sources')) === wanted) return;
  console.error('Building.');
  const fresh = join(workFolder, `build-${process.pid}`);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  const compiler = at('node_modules', 'typescript', 'bin', 'tsc');
  // Types are checked by npm test and npm run build; leaving them out makes the first start several times shorter.
  const { status } = spawnSync(process.execPath, [compiler, '-p', at('tsconfig.build.json'), '--noCheck', '--outDir', fresh], { cwd: root, stdio: 'inherit' });
  if (status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    giveUp('The build failed. Mend what is listed above, then run the same command again.', 4);
  }
  for (const file of filesUnder(at('src')).filter((name) => name.endsWith('.json'))) {
    cpSync(file, join(fresh, relative(at('src'), file)));
  }
  const require = createRequire(import.meta.url);
  keepTemplateTexts(require(join(fresh, 'cards', 'templateText.js')), join(fresh, 'cards', 'templateTexts.json'));
  require(join(fresh, 'content', 'load.js')).keepMade(join(fresh, 'content'));
  writeFileSync(join(fresh, '.sources'), wanted);
  rmSync(at('dist'), { recursive: true, force: true });
  renameSync(fresh, at('dist'));
}
