/** The walls between the rooms; `npm run walls` holds them. See docs/architecture.md. */
const nodeForCore = [
  'fs',
  'fs/promises',
  'path',
  'crypto',
  'os',
  'worker_threads',
  'url',
  'perf_hooks',
  'zlib',
  'buffer',
];

export default {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'A circle cannot be read from any end. Types may know each other.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing uses, and that starts nothing, is left over.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          '\\.test\\.tsx?$',
          '\\.config\\.ts$',
          '^build/',
          '^electron/hosts/[^/]+/(main|preload|planner)\\.ts$',
        ],
      },
      to: {},
    },
    {
      name: 'not-to-unresolvable',
      comment: 'An import that leads nowhere fails when it is run.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?' },
    },
    {
      name: 'shared-knows-zod-only',
      comment: 'What both sides of the border share runs on both, so it uses neither.',
      severity: 'error',
      from: { path: '^shared/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^shared/', '^node_modules/zod/'] },
    },
    {
      name: 'core-knows-no-host',
      comment: 'The core runs in three hosts and therefore knows none of them, nor the page.',
      severity: 'error',
      from: { path: '^electron/core/' },
      to: {
        path: [
          '^electron/hosts/',
          '^renderer/',
          '^build/',
          '^node_modules/(electron|hono|@hono|react|react-dom|zustand)/',
        ],
      },
    },
    {
      name: 'core-uses-few-parts-of-node',
      comment: 'Files, paths, hashes and workers; no network, no processes, no terminal.',
      severity: 'error',
      from: { path: '^electron/core/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'], pathNot: `^(node:)?(${nodeForCore.join('|')})$` },
    },
    {
      name: 'one-place-opens-databases',
      comment: 'Only the workspace room makes connections; the others may name the type.',
      severity: 'error',
      from: { path: '^electron/core/', pathNot: ['^electron/core/workspace/', '\\.test\\.ts$'] },
      to: { path: '^node_modules/better-sqlite3/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-the-desktop-knows-electron',
      severity: 'error',
      from: { path: '^(electron|renderer|shared)/', pathNot: '^electron/hosts/desktop/' },
      to: { path: '^node_modules/electron/' },
    },
    {
      name: 'electron-values-in-its-entries-only',
      comment: 'Everything else of the desktop host takes what it needs of Electron, so that tests can give a double.',
      severity: 'error',
      from: { path: '^electron/hosts/desktop/', pathNot: '^electron/hosts/desktop/(main|preload)\\.ts$' },
      to: { path: '^node_modules/electron/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'hosts-share-words-with-the-page',
      comment: 'Sentences for errors and the shape of the bridge stand in the renderer; its screens are not for hosts.',
      severity: 'error',
      from: { path: '^electron/hosts/' },
      to: { path: '^renderer/', pathNot: ['^renderer/text/', '^renderer/platform/(platform|desktop)\\.ts$'] },
    },
    {
      name: 'hosts-keep-apart',
      comment: 'A host can be taken away without touching another.',
      severity: 'error',
      from: { path: '^electron/hosts/([^/]+)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^electron/hosts/[^/]+/', pathNot: '^electron/hosts/$1/' },
    },
    {
      name: 'renderer-stays-in-the-browser',
      comment: 'The page reaches the core through its platform and in no other way.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '\\.test\\.tsx?$' },
      to: {
        path: [
          '^electron/',
          '^build/',
          '^test/',
          '^node_modules/(electron|hono|@hono|better-sqlite3|exceljs|docx|hucre|@e965)/',
        ],
      },
    },
    {
      name: 'renderer-does-without-node',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '\\.test\\.tsx?$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-platform-knows-the-way-out',
      comment: 'Screens call the client; how it gets to the host is one folder.',
      severity: 'error',
      from: { path: '^renderer/features/' },
      to: { path: '^renderer/platform/(browser|desktop)' },
    },
    {
      name: 'product-does-not-use-tests',
      severity: 'error',
      from: { path: '^(electron|renderer|shared)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: ['^test/', '\\.test\\.tsx?$'] },
    },
    {
      name: 'product-uses-no-tools',
      comment: 'What only development installs is not there when the application runs.',
      severity: 'error',
      from: { path: '^(electron|renderer|shared)/', pathNot: ['\\.test\\.tsx?$', '^electron/hosts/desktop/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    // TypeScript 7 has no parser that other programs can load, so swc reads the files.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^build/output/' },
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
      conditionNames: ['import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
