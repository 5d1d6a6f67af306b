import tseslint from 'typescript-eslint';

/**
 * Who may import whom, and what a layer may use from outside. Written once, here: a wrong import fails the build.
 * `types` are layers that may be named in an `import type` only.
 */
const layers = {
  domain: { imports: [], packages: ['zod'], node: [], pure: true },
  content: { imports: ['domain'], packages: ['zod'] },
  directory: { imports: ['domain'], packages: ['zod'] },
  cards: {
    imports: ['domain'],
    types: ['content'],
    packages: ['zod', 'adaptivecards-templating', 'adaptive-expressions', '@resvg/resvg-js', 'dejavu-fonts-ttf'],
    node: ['node:fs', 'node:path', 'node:zlib'],
    pure: true,
  },
  app: { imports: ['domain', 'cards'], types: ['content'], packages: [], node: [], pure: true },
  store: { imports: ['domain', 'app/ports'], packages: ['zod', '@azure/cosmos', '@azure/identity', 'libsql'] },
  documents: { imports: ['domain', 'content'], packages: ['zod'] },
  teams: { imports: ['app', 'cards'], types: ['domain'], packages: ['zod', 'botbuilder', 'botframework-connector', 'htmlparser2', 'restify'] },
  telemetry: {
    imports: [],
    types: ['app', 'domain'],
    packages: ['@opentelemetry/api', '@opentelemetry/exporter-metrics-otlp-http', '@opentelemetry/exporter-trace-otlp-http', '@opentelemetry/resources', '@opentelemetry/sdk-metrics', '@opentelemetry/sdk-trace-base'],
  },
  operator: { imports: [], types: ['app', 'domain'], packages: [], node: ['node:http', 'node:net'] },
  /** What operators do at the terminal. src/adminCommand.ts brings the settings and the stores. */
  admin: { imports: ['app', 'cards', 'documents', 'domain'], packages: [] },
  console: { imports: ['domain', 'app', 'cards', 'store', 'content'], packages: ['zod'] },
};

const words = (names) => names.join(', ') || 'nothing';

/** `app/ports` in a layer's imports allows that one file of the layer `app`. */
const layerImports = (layer, { imports, types = [] }) =>
  Object.keys(layers)
    .filter((other) => other !== layer && !imports.includes(other))
    .map((other) => {
      const files = imports.filter((name) => name.startsWith(`${other}/`)).map((name) => name.slice(other.length));
      return {
        regex: `^(?:\\.\\.?/)+${other}${files.map((file) => `(?!${file}$)`).join('')}(?:/|$)`,
        message: `src/${layer} may import only from: ${words([layer, ...imports, ...types.map((name) => `${name} (types only)`)])}.`,
        allowTypeImports: types.includes(other),
      };
    });

const packageImports = (layer, { packages, node }) => [
  {
    // Anything that is neither a path nor built into Node is a package.
    regex: `^(?!\\.|node:${packages.map((name) => `|${name}(?:$|/)`).join('')})`,
    message: `src/${layer} may use only these packages: ${words(packages)}. What Node brings is written with node: in front.`,
  },
  ...(node === undefined
    ? []
    : [{ regex: `^node:(?!${node.map((name) => `${name.slice('node:'.length)}$`).join('|') || '$'})`, message: `src/${layer} may use of Node only: ${words(node)}.` }]),
  { regex: '^(?:\\.\\./)+(?:main|config)$', message: 'Only src/main.ts puts the parts together; settings come in as arguments.' },
];

const outside = (what) => `${what} comes in with the turn: this layer has no clock, no randomness and no environment.`;
const impure = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: outside('The time') },
  { selector: "CallExpression[callee.name='Date']", message: outside('The time') },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: outside('The time') },
  { selector: "MemberExpression[object.name='performance']", message: outside('The time') },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: outside('An id') },
  { selector: "MemberExpression[object.name='crypto']", message: outside('An id') },
  { selector: "MemberExpression[object.name='process'][property.name=/^(env|argv|cwd|pid|platform|hrtime|uptime)$/]", message: outside('A setting') },
  { selector: "CallExpression[callee.name=/^(setTimeout|setInterval|setImmediate)$/]", message: outside('The time') },
];

const noDefaultExport = [
  { selector: 'ExportDefaultDeclaration', message: 'Give it a name: files are named after what they export.' },
  { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that holds it.' },
];
const noMocks = [
  {
    selector: "CallExpression[callee.object.name='jest'][callee.property.name=/^(mock|doMock|setMock|unstable_mockModule)$/]",
    message: 'Use the in-memory version of the port: a test that replaces our own modules proves nothing about them.',
  },
];

const plainJavaScript = {
  'no-unused-vars': 'error',
  'no-undef': 'error',
  'prefer-const': 'error',
  eqeqeq: 'error',
};
const nodeGlobals = Object.fromEntries(
  ['process', 'console', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'fetch', 'URL', 'AbortSignal', 'AbortController', 'Buffer', 'performance'].map((name) => [name, 'readonly']),
);
const browserGlobals = Object.fromEntries(['document', 'window', 'getComputedStyle'].map((name) => [name, 'readonly']));

export default tseslint.config(
  { ignores: ['dist/', '.threefold/', 'node_modules/', 'coverage/', 'devTools/', 'test/results/'] },
  { linterOptions: { noInlineConfig: true } },
  {
    files: ['src/**/*.ts', 'test/**/*.ts', 'scripts/**/*.ts'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description', minimumDescriptionLength: 10 }],
      'prefer-const': 'error',
      'no-var': 'error',
      'no-console': 'error',
      eqeqeq: 'error',
      complexity: ['warn', { max: 20, variant: 'modified' }],
      'max-lines': ['warn', { max: 300 }],
      'no-restricted-syntax': ['error', ...noDefaultExport, ...noMocks],
    },
  },
  ...Object.entries(layers).map(([layer, allowed]) => ({
    files: [`src/${layer}/**/*.ts`],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [...layerImports(layer, allowed), ...packageImports(layer, allowed)] }],
      'no-restricted-syntax': ['error', ...noDefaultExport, ...(allowed.pure ? impure : [])],
    },
  })),
  {
    files: ['src/*.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [{ regex: '^(botbuilder|botframework|restify)', message: 'Only src/teams knows the platform, so that moving to another SDK changes one folder.' }] }] },
  },
  { files: ['src/**/*.ts'], rules: { 'max-lines-per-function': ['warn', { max: 60, skipComments: true }] } },
  { files: ['src/console/**/*.ts', 'test/bench/**/*.ts', 'test/e2e/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['test/**/*.ts'],
    rules: { 'max-lines': ['warn', { max: 400 }] },
  },
  {
    files: ['scripts/**/*.mjs', 'test/**/*.mjs', '*.mjs', '*.cjs', 'scripts/**/*.cjs', 'test/**/*.cjs'],
    languageOptions: { globals: { ...nodeGlobals, ...browserGlobals } },
    rules: plainJavaScript,
  },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs', globals: { ...nodeGlobals, module: 'writable', require: 'readonly', __dirname: 'readonly' } } },
);
