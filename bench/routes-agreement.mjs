// How far the routes that we read agree with the fixtures of another tool: recall and precision for each framework, over
// folders of sources with the endpoints that the other tool's own tests expect of them.
//
//   npm run build && node bench/routes-agreement.mjs CORPUS [FRAMEWORK] [--dist=DIST] [--missing]
//
// CORPUS is a folder with expected.json, a list of { spec, fixture, endpoints: [{ method, url }] }, where `spec` is
// `<language>/<framework>…_spec.cr` and `fixture` a folder below CORPUS. What several specs of a framework expect of one fixture is expected
// together. A fixture is read as one repository, without its tests. A route of any method agrees with every expected method of its path;
// `--missing` lists what differs.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'

const [corpus, only] = process.argv.slice(2).filter((each) => !each.startsWith('--'))
const dist = process.argv.find((each) => each.startsWith('--dist='))?.slice('--dist='.length) ?? 'dist'
if (!corpus) throw new Error('which folder? node bench/routes-agreement.mjs CORPUS [FRAMEWORK] [--missing]')

const room = (path) => import(pathToFileURL(join(dist, path)).href)
const { createExtract, createWanted, joinRepository } = await room('facts/index.js')
const { createMatcher, frameworks } = await room('frameworks/index.js')
const { languages } = await room('languages/index.js')
const { formats } = await room('formats/index.js')
const { createParser } = await room('engines/index.js')
const { pathTemplate } = await room('domain/element.js')
const { isTestFile } = await room('lib/test-file.js')

const parse = await createParser()
/** Settings that say where a framework's routes live. */
const settings = formats.filter(({ id }) => id === 'spring-config')
const extract = createExtract({
  languages,
  frameworks,
  contracts: [],
  formats: settings,
  parse,
  match: createMatcher(frameworks),
})
const isWanted = createWanted(
  languages.flatMap((language) => language.extensions),
  settings,
)
const known = frameworks.map((framework) => framework.id).sort((a, b) => b.length - a.length)

/** What the fixtures call a framework, where we call it otherwise; a framework's languages are those of its folder. */
const otherNames = {
  nextjs: 'next',
  http: 'net-http',
  mux: 'gorilla-mux',
  aspnet_core_minimal_api: 'aspnet-minimal',
  aspnet: 'aspnet-mvc',
  actix: 'actix-web',
}
const folders = {
  typescript: ['javascript', 'typescript'],
  python: ['python'],
  go: ['go'],
  ruby: ['ruby'],
  java: ['java'],
  kotlin: ['kotlin'],
  csharp: ['csharp'],
  php: ['php'],
  rust: ['rust'],
}

const rows = new Map()
for (const { framework, fixture, endpoints } of expectations()) {
  const wanted = unique(endpoints.map(({ method, url }) => `${method} ${templateOf(url)}`))
  const found = unique(await routesOf(join(corpus, fixture)))
  const missing = wanted.filter((each) => !found.some((one) => agrees(one, each)))
  const extra = found.filter((each) => !wanted.some((one) => agrees(each, one)))
  const row = rows.get(framework) ?? { fixtures: 0, wanted: 0, found: 0, missing: 0, extra: 0 }
  row.fixtures += 1
  row.wanted += wanted.length
  row.found += found.length
  row.missing += missing.length
  row.extra += extra.length
  rows.set(framework, row)
  if (process.argv.includes('--missing') && missing.length + extra.length > 0) {
    console.log(`${framework}  ${fixture}`)
    for (const each of missing) console.log(`    missing ${each}`)
    for (const each of extra) console.log(`    extra   ${each}`)
  }
}

console.log('framework        fixtures  expected  found  precision  recall')
for (const [framework, row] of [...rows].sort()) {
  const precision = row.found === 0 ? '-' : ((row.found - row.extra) / row.found).toFixed(2)
  const recall = row.wanted === 0 ? '-' : ((row.wanted - row.missing) / row.wanted).toFixed(2)
  const cells = [
    String(row.fixtures).padStart(8),
    String(row.wanted).padStart(8),
    String(row.found).padStart(5),
  ]
  console.log(`${framework.padEnd(17)}${cells.join('  ')}  ${precision.padStart(9)}  ${recall.padStart(6)}`)
}

/** What is expected of each fixture, framework by framework. */
function expectations() {
  const found = new Map()
  for (const { spec, fixture, endpoints } of JSON.parse(
    readFileSync(join(corpus, 'expected.json'), 'utf8'),
  )) {
    const framework = frameworkOf(spec)
    if (!framework || (only && only !== framework)) continue
    const key = `${framework} ${fixture}`
    const before = found.get(key)?.endpoints ?? []
    found.set(key, { framework, fixture, endpoints: [...before, ...endpoints] })
  }
  return found.values()
}

/** The framework of the longest name that the spec's file begins with, word by word; null for those that we do not know. */
function frameworkOf(spec) {
  const [folder, file = ''] = spec.split('/')
  const name = file.replace(/_spec\.cr$/, '')
  const isNamed = (word) => name === word || name.startsWith(`${word}_`)
  const other = Object.keys(otherNames).find((word) => isNamed(word))
  const id = other ? otherNames[other] : known.find((word) => isNamed(word.replaceAll('-', '_')))
  const framework = frameworks.find((each) => each.id === id)
  return framework?.languages.some((each) => folders[each]?.includes(folder)) ? framework.id : null
}

async function routesOf(folder) {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
    .sort()
  const paths = all.filter((path) => isWanted(path) && !isTestFile(path))
  const files = []
  for (const path of paths) {
    const text = readFileSync(join(folder, path), 'utf8')
    files.push({ path, blob: path, facts: await extract(path, { id: path, text }) })
  }
  const { facts } = joinRepository({ repository: 'bench/fixture', commit: 'head' }, files, all)
  return facts.flatMap(({ fact }) =>
    fact.kind === 'route' ? [`${fact.method} ${templateOf(fact.path)}`] : [],
  )
}

/** A tail that takes everything is one of several spellings there, and a parameter like any other. */
function templateOf(url) {
  // The fixtures of Rails spell an item as `/1`.
  return pathTemplate(url.replace(/^https?:\/\/[^/]+/, '').replace(/\/1(?=\/|$)/g, '/{}')).replace(
    /\{\*\}/g,
    '{}',
  )
}

function agrees(found, wanted) {
  return (
    found === wanted || (found.startsWith('ANY ') && found.slice(4) === wanted.slice(wanted.indexOf(' ') + 1))
  )
}

function unique(texts) {
  return [...new Set(texts)].sort()
}
