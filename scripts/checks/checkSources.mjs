// Part of npm test, which starts it and is told of each check as it ends: types, then lint. Both in one process, because
// most of the time goes into what both need, the types of everything. tsc and eslint by themselves find the same.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import ts from 'typescript';
import tseslint from 'typescript-eslint';
import { root, workFolder } from '../prepare.mjs';

const typesKept = join(workFolder, 'types.tsbuildinfo');

/** What tsc --noEmit --incremental does. */
function checkTypes() {
  const settings = { noEmit: true, incremental: true, tsBuildInfoFile: typesKept };
  const onUnreadable = (problem) => { throw new Error(ts.flattenDiagnosticMessageText(problem.messageText, '\n')); };
  const { fileNames, options, errors } = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.json'), settings, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: onUnreadable });
  const builder = ts.createIncrementalProgram({ rootNames: fileNames, options, configFileParsingDiagnostics: errors });
  const found = [builder.getConfigFileParsingDiagnostics(), builder.getOptionsDiagnostics(), builder.getSyntacticDiagnostics(), builder.getGlobalDiagnostics(), builder.getSemanticDiagnostics(), builder.emit().diagnostics].flat();
  return { program: builder.getProgram(), said: ts.formatDiagnostics(ts.sortAndDeduplicateDiagnostics(found), namesFromHere), passed: found.length === 0 };
}

const namesFromHere = { getCurrentDirectory: () => root, getCanonicalFileName: (name) => name, getNewLine: () => '\n' };

/** What was found in a file is kept for as long as neither the file nor the shape of any file has changed. The shapes are what the compiler kept. */
async function lint(program) {
  const kept = `lint-${hashOfShapes()}`;
  for (const old of readdirSync(workFolder)) if (old.startsWith('lint-') && old !== kept) rmSync(join(workFolder, old), { force: true });
  const eslint = new ESLint({ cwd: root, cache: true, cacheStrategy: 'content', cacheLocation: join(workFolder, kept), overrideConfig: { files: ['**/*.ts'], languageOptions: { parser: parserWith(program) } } });
  const found = await eslint.lintFiles(['.']);
  return { said: await (await eslint.loadFormatter('stylish')).format(found), passed: found.every(({ errorCount }) => errorCount === 0) };
}

/** The parser as it always is, but with the types that are there already, for every file that has not been changed since. It passes for the same, so that its name is all that the cache keeps of it. */
function parserWith(program) {
  const { meta, parseForESLint } = tseslint.parser;
  const optionsFor = (text, options) => (program.getSourceFile(options.filePath)?.text === text ? { ...options, projectService: false, programs: [program] } : options);
  return { meta, parseForESLint: (text, options) => parseForESLint(text, optionsFor(text, options)) };
}

/** Of each file the compiler keeps a mark of what other files see of it; where it has none, of all that stands in it. */
function hashOfShapes() {
  if (!existsSync(typesKept)) return String(process.pid);
  const { fileNames, fileInfos } = JSON.parse(readFileSync(typesKept, 'utf8'));
  const shapes = fileInfos.map((info, at) => `${fileNames[at]} ${typeof info === 'string' ? info : (info.signature || info.version)}`);
  return createHash('sha256').update([...shapes].sort().join('\n')).digest('hex').slice(0, 16);
}

const types = checkTypes();
process.send({ name: 'Types', said: types.said, passed: types.passed });
process.send({ name: 'Lint', ...(await lint(types.program)) });
