// The floors of the house. A room uses only rooms below it; every ban says what to do instead.

const pure = [
  'domain',
  'lib',
  'languages',
  'frameworks',
  'formats',
  'contracts',
  'analysis',
  'checks',
  'verify',
  'report',
]
const catalogues = ['languages', 'frameworks', 'formats', 'contracts', 'checks', 'commands']

/** A room, and the rooms that it may use. */
const floors = {
  domain: [],
  lib: ['domain'],
  languages: ['domain', 'lib'],
  frameworks: ['domain', 'lib'],
  formats: ['domain', 'lib'],
  contracts: ['domain', 'lib', 'formats'],
  analysis: ['domain', 'lib', 'languages', 'frameworks', 'formats', 'contracts'],
  checks: ['domain', 'lib', 'languages', 'frameworks', 'formats', 'contracts'],
  verify: ['domain', 'lib', 'languages', 'frameworks', 'formats', 'contracts', 'analysis', 'checks'],
  report: [
    'domain',
    'lib',
    'languages',
    'frameworks',
    'formats',
    'contracts',
    'analysis',
    'checks',
    'verify',
  ],
  git: ['domain', 'lib'],
  github: ['domain', 'lib'],
  store: ['domain', 'lib'],
  engines: ['domain', 'lib'],
  jobs: ['domain', 'lib', 'git', 'github', 'store', 'engines'],
  facts: ['domain', 'lib', 'git', 'github', 'store', 'engines'],
  agent: ['domain', 'lib', 'git', 'github', 'store', 'engines', 'jobs', 'facts'],
}

/** Rooms and files above all floors, from the ground up: each may use those before it and every room of the floors. */
const top = [
  ['settings', 'workspace', 'repository-rules'],
  ['review', 'commands', 'catalog'],
  ['extraction'],
  ['means'],
  ['app', 'dashboard', 'sandbox'],
  ['assembly'],
  ['cli'],
  ['main'],
]

const room = (names) => `^src/(?:${names.join('|')})(?:/|[.]ts$)`
const everyTop = top.flat()

export default {
  forbidden: [
    ...Object.entries(floors).map(([name, below]) => ({
      name: `${name}-uses-only-what-lies-below`,
      comment: `${name} may use ${below.join(', ') || 'nothing of ours'}. What it needs from elsewhere it takes as an argument, by a type in domain/.`,
      severity: 'error',
      from: { path: room([name]) },
      to: { path: '^src/', pathNot: room([name, ...below]) },
    })),
    ...top.slice(0, -1).map((names, floor) => ({
      name: `${names.join('-')}-never-look-up`,
      comment: `${names.join(', ')} may not use ${top
        .slice(floor + 1)
        .flat()
        .join(', ')}. Move the shared part down.`,
      severity: 'error',
      from: { path: room(names) },
      to: { path: room(top.slice(floor + 1).flat()) },
    })),
    {
      name: 'rooms-never-look-up',
      comment: 'A room of the house does not know the story that uses it.',
      severity: 'error',
      from: { path: room(Object.keys(floors)) },
      to: { path: room(everyTop) },
    },
    {
      name: 'pure-rooms-do-no-io',
      comment: 'This room is pure: the same input gives the same output. Take what you need as an argument.',
      severity: 'error',
      from: { path: room(pure) },
      to: {
        dependencyTypes: ['core'],
        path: '^(node:)?(fs|child_process|http|https|net|dns|worker_threads|timers|os|process|stream|path)(/|$)',
      },
    },
    {
      name: 'catalogue-entries-stay-apart',
      comment:
        'Two languages, frameworks, contract kinds, checks or commands never know each other. What they share belongs to their room or below.',
      severity: 'error',
      from: { path: `^src/(${catalogues.join('|')})/([^/]+)/` },
      to: { path: '^src/$1/[^/]+/', pathNot: ['^src/$1/$2/', '^src/$1/(shared|engine)/'] },
    },
    {
      name: 'front-doors-only',
      comment:
        'Enter a room by its index.ts; the nouns of domain/ and the small things of lib/ are entered by file.',
      severity: 'error',
      from: { path: '^src/([^/]+)(?:/|[.]ts$)' },
      to: { path: '^src/([^/]+)/.+', pathNot: ['^src/$1/', '^src/[^/]+/index[.]ts$', '^src/(domain|lib)/'] },
    },
    {
      name: 'no-circles',
      comment: 'No import cycles, types included.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'Nothing uses this file. Delete it or use it.',
      severity: 'error',
      from: { orphan: true, path: '^src/' },
      to: {},
    },
    {
      name: 'src-never-knows-test',
      comment: 'The product does not know its tests.',
      severity: 'error',
      from: { path: '^src' },
      to: { path: '^(test|bench)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/samples/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js'] },
  },
}
