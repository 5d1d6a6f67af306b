// npm run portable: everything outside src/teams compiles on a machine that has neither botbuilder nor restify.
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ts from 'typescript';
import { root } from './prepare.mjs';

const args = process.argv.slice(2);
if (args.length > 0) {
  console.log(`Usage: npm run portable

Compiles src without src/teams and main.ts, which puts the parts together, as if botbuilder, its packages and restify were not installed.

Ends with 0 when it compiles, 1 when something needs one of them, 2 for any argument but --help.`);
  process.exit(args[0] === '--help' ? 0 : 2);
}

const platform = /^(botbuilder|botframework|restify)/;
const source = join(root, 'src');
const files = readdirSync(source, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.ts') && !file.startsWith(`teams${sep}`) && file !== 'main.ts')
  .map((file) => join(source, file));

const { config } = ts.readConfigFile(join(root, 'tsconfig.build.json'), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
const host = ts.createCompilerHost({ ...options, noEmit: true });
const cache = ts.createModuleResolutionCache(root, (name) => name, options);
/** @type {string[]} */
const wanted = [];
host.resolveModuleNameLiterals = (literals, from, redirected, settings, file) =>
  literals.map((literal) => {
    // A package of ours may bring them along for its own use; what counts is what this source asks for.
    if (platform.test(literal.text) && from.startsWith(source)) {
      wanted.push(`${relative(root, from)} imports ${literal.text}`);
      return { resolvedModule: undefined };
    }
    return ts.resolveModuleName(literal.text, from, settings, host, cache, redirected, ts.getModeForUsageLocation(file, literal, settings));
  });

const program = ts.createProgram({ rootNames: files, options: { ...options, noEmit: true }, host });
const inTeams = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(join(source, 'teams')));
const problems = [
  ...new Set([...wanted, ...inTeams.map(({ fileName }) => `${relative(root, fileName)} is needed outside src/teams`)]),
  ...ts.getPreEmitDiagnostics(program).map((one) => `${one.file ? `${relative(root, one.file.fileName)}: ` : ''}${ts.flattenDiagnosticMessageText(one.messageText, '\n')}`),
];
for (const problem of problems.slice(0, 30)) console.error(problem);
console.log(`${files.length} files outside src/teams ${problems.length === 0 ? 'compile without botbuilder and restify.' : `do not compile without botbuilder and restify: ${problems.length} problems.`}`);
process.exit(problems.length === 0 ? 0 : 1);
