/**
 * How files of tests load what they need. In each worker packages are loaded once, as Node loads them; what is pure (the
 * domain and the content, which keep nothing but what they make of themselves) is loaded once too; and all other code is
 * compiled once, but begins anew for each file.
 */
const { createRequire, isBuiltin } = require('node:module');
const path = require('node:path');
const { Script, constants } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

const root = path.join(__dirname, '../../..');
const pure = ['src/domain', 'src/content'].map((folder) => path.join(root, folder) + path.sep);
const isPure = (file) => pure.some((folder) => file.startsWith(folder));
const isPackage = (name) => !name.startsWith('.') && !path.isAbsolute(name) && !isBuiltin(name) && name !== '@jest/globals';

/** By their paths: what pure files export, and the compiled text of all. */
const exported = new Map();
const compiled = new Map();

class LoadsOnce extends Runtime {
  constructor(...given) {
    super(...given);
    const { watch, watchAll, collectCoverage } = given.at(-1);
    this.keepsPure = !watch && !watchAll && !collectCoverage;
    const { executor } = this;
    executor.compile = (text, file) => compile(text, file, executor.injectedModuleParameters);
  }

  requireModuleOrMock(from, name) {
    return isPackage(name) ? createRequire(from)(name) : super.requireModuleOrMock(from, name);
  }

  requireModule(from, name, ...others) {
    const file = this.keepsPure && name?.startsWith('.') && this._resolution.resolveCjs(from, name);
    if (!file || !isPure(file)) return super.requireModule(from, name, ...others);
    if (!exported.has(file)) exported.set(file, super.requireModule(from, name, ...others));
    return exported.get(file);
  }
}

/** In Node's own world. The text is compiled once, and run for each file of tests that asks for it. */
function compile(text, file, parameters) {
  if (compiled.get(file)?.text !== text) {
    const head = `(function (${parameters.join(', ')}) {`;
    compiled.set(file, { text, script: new Script(`${head}${text}\n})`, { filename: file, columnOffset: -head.length, importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER }) });
  }
  return compiled.get(file).script.runInThisContext();
}

module.exports = { __esModule: true, default: LoadsOnce };
