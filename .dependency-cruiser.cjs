/**
 * The layer rules of docs and ARCHITECTURE.md, one rule per arrow that must not exist. Paths in `from` leave tests out:
 * a test may look wherever it must. Run through `npm run check`, which also counts the modules that were read, because a
 * cruise that reads nothing reports no violation (dependency-cruiser needs @swc/core to read TypeScript beside TypeScript 7).
 * `tests/checks/layer-rules.test.ts` plants one violation per rule.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const tests = '[.]test[.]tsx?$'
const anyPackage = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown']

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Two modules that need each other cannot be read, tested or moved alone. It also keeps core areas one-directional: ' +
        'biobank may know animals, then animals may not know biobank. Move the shared part to the lower one.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'core-knows-no-other-layer',
      comment:
        'core is the part that runs anywhere, so it imports nothing of ours outside itself. Pass what it needs in as a value.',
      severity: 'error',
      from: { path: '^src/core/', pathNot: tests },
      to: { path: '^(src|tests|scripts)/', pathNot: '^src/core/' },
    },
    {
      name: 'core-knows-no-platform',
      comment:
        'core runs in a browser, a worker, Electron and Node alike: no Node built-ins. Declare a port in core, implement it in node.',
      severity: 'error',
      from: { path: '^src/core/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-uses-two-packages',
      comment:
        'core depends on zod and @orpc/contract and on nothing else: every further package is code that must run on every platform.',
      severity: 'error',
      from: { path: '^src/core/', pathNot: tests },
      to: { dependencyTypes: anyPackage, pathNot: 'node_modules/(zod|@orpc/contract)/' },
    },
    {
      name: 'node-knows-only-core',
      comment:
        'src/node is shared by the station and HQ, so it may know neither of them, nor the screens. compose.ts passes things in.',
      severity: 'error',
      from: { path: '^src/node/', pathNot: tests },
      to: { path: '^(src|tests|scripts)/', pathNot: '^src/(node|core)/' },
    },
    {
      name: 'main-knows-only-core-and-node',
      comment: 'The station and the shell of the desktop app must work without HQ, and never reach into the page.',
      severity: 'error',
      from: { path: '^src/main/', pathNot: tests },
      to: { path: '^(src|tests|scripts)/', pathNot: '^src/(main|node|core)/' },
    },
    {
      name: 'station-knows-no-electron-shell',
      comment:
        'The station runs under plain Node as well; the shell starts it, never the other way round. They share the types of ' +
        'the messages between them and nothing else.',
      severity: 'error',
      from: { path: '^src/main/station/', pathNot: tests },
      to: { path: '^src/main/electron/', pathNot: '^src/main/electron/station-messages[.]ts$' },
    },
    {
      name: 'electron-shell-starts-station-as-process',
      comment:
        'The shell talks to the station by messages only; importing it would run SQLite in the process that owns the windows.',
      severity: 'error',
      from: { path: '^src/main/electron/', pathNot: tests },
      to: { path: '^src/(main/station|node)/' },
    },
    {
      name: 'electron-only-in-its-folder',
      comment:
        'Only src/main/electron and src/preload import electron: everything else runs, and is tested, without its binary.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main/electron|preload)/' },
      to: {
        path: [
          '^electron$',
          'node_modules/electron/',
          'node_modules/electron-store/',
          'node_modules/electron-updater/',
        ],
      },
    },
    {
      name: 'server-knows-only-core-and-node',
      comment: 'HQ and a station share code through core and node; HQ never reaches into a station or the screens.',
      severity: 'error',
      from: { path: '^src/server/', pathNot: tests },
      to: { path: '^(src|tests|scripts)/', pathNot: '^src/(server|node|core)/' },
    },
    {
      name: 'renderer-knows-only-core',
      comment:
        'The page talks to a station or HQ through the contract in core, over whichever transport; it imports none of their code.',
      severity: 'error',
      from: { path: '^src/renderer/', pathNot: tests },
      to: { path: '^(src|tests|scripts)/', pathNot: '^src/(renderer|core)/' },
    },
    {
      name: 'renderer-knows-no-node',
      comment: 'The page is sandboxed: there are no Node built-ins in it.',
      severity: 'error',
      from: { path: '^src/renderer/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'preload-knows-nothing-of-ours',
      comment:
        'The preload script hands over one port and nothing else; it carries no code of ours into the privileged world.',
      severity: 'error',
      from: { path: '^src/preload/', pathNot: tests },
      to: { path: '^(src|tests|scripts)/', pathNot: '^src/preload/' },
    },
    {
      name: 'areas-keep-apart',
      comment:
        'One area never imports another area in node or renderer, or ten areas become one. What it needs of another is passed in ' +
        'by compose.ts (node) or composed by src/renderer/app (screens); what both need to know is a model in core.',
      severity: 'error',
      from: { path: '^src/(node|renderer)/areas/([^/]+)/', pathNot: tests },
      to: { path: '^src/$1/areas/', pathNot: '^src/$1/areas/$2/' },
    },
    {
      name: 'ui-knows-no-domain',
      comment:
        'src/renderer/ui holds buttons, grids and dialogs without domain words: it serves every area, so it knows none.',
      severity: 'error',
      from: { path: '^src/renderer/ui/', pathNot: tests },
      to: { path: '^src/(renderer/(areas|app)|core/areas)/' },
    },
    {
      name: 'no-tests-in-product',
      comment: 'Product code that imports a test or its support ships it.',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { path: ['^tests/', tests] },
    },
    {
      name: 'no-development-packages-in-product',
      comment:
        'Node, station and HQ load packages at run time; what is only in devDependencies is missing from the installed app. ' +
        '(The page is bundled, and electron is the runtime itself.)',
      severity: 'error',
      from: { path: '^src/(core|node|main|server)/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/(electron|@types)/' },
    },
    {
      name: 'no-unknown-imports',
      comment: 'The import points to nothing: a missing file, or a package that package.json does not list.',
      severity: 'error',
      from: { path: '^(src|tests|scripts)/' },
      to: { couldNotResolve: true, pathNot: ['^electron$', '[?]'] },
    },
  ],
  options: {
    parser: 'swc',
    // Type-only imports count: a type is knowledge too. The swc parser cannot tell them from others, so no rule allows
    // an import for its types alone.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|release|coverage|test-results)/' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.js', '.cjs', '.json'],
    },
  },
}
