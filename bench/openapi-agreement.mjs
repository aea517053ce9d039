// How far our OpenAPI rules agree with the reference tool: recall and precision for each of its rules at the levels
// "breaking" and "risky", over pairs of documents with its own findings.
//
//   npm run build && node bench/openapi-agreement.mjs [CORPUS] [DIST] [--pairs]
//
// CORPUS is a folder with expected.json, rules.json and data/ (default ../shared/corpora/openapi). A finding agrees when
// both name the same rule for the same operation; `--pairs` lists every pair that differs.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [corpus = '../shared/corpora/openapi', dist = 'dist'] = process.argv
  .slice(2)
  .filter((each) => !each.startsWith('--'))
const { openapi, compareDocuments } = await import(pathToFileURL(join(dist, 'contracts/index.js')).href)
const expected = JSON.parse(readFileSync(join(corpus, 'expected.json'), 'utf8'))

const texts = new Map()
for (const entry of readdirSync(join(corpus, 'data'), { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue
  const path = join(entry.parentPath ?? entry.path, entry.name)
  texts.set(path.slice(join(corpus, 'data').length + 1), readFileSync(path, 'utf8'))
}

const byRule = new Map()
const started = performance.now()
for (const pair of expected) {
  const paths = pair.changes.map((each) => template(each.path ?? ''))
  const wanted = counted(pair.changes.filter((each) => each.level >= 2).map(nameOfExpected))
  const found = counted(compare(pair).flatMap((change) => namesOf(change, paths)))
  const lines = []
  for (const name of new Set([...wanted.keys(), ...found.keys()])) {
    const [id] = name.split(' ')
    const row = byRule.get(id) ?? { agreed: 0, missing: 0, extra: 0 }
    const [want, got] = [wanted.get(name) ?? 0, found.get(name) ?? 0]
    row.agreed += Math.min(want, got)
    row.missing += Math.max(0, want - got)
    row.extra += Math.max(0, got - want)
    byRule.set(id, row)
    if (want !== got) lines.push(`    ${want} expected, ${got} found: ${name}`)
  }
  if (lines.length > 0 && process.argv.includes('--pairs')) {
    console.log(`${pair.base} → ${pair.revision}\n${lines.join('\n')}`)
  }
}

/** Each side alone, with every other file of the corpus at hand for its references. */
function compare({ base, revision }) {
  const side = (path) => new Map([[path, texts.get(path)], ...parts(path)])
  return compareDocuments(openapi, side(base), side(revision)).changes.filter(
    (each) => each.rule.level !== 'compatible',
  )
}

function parts(path) {
  const folder = path.split('/')[0]
  return [...texts].filter(
    ([each, text]) => each !== path && each.startsWith(folder) && !/^\s*"?(openapi|swagger)/m.test(text),
  )
}

function nameOfExpected({ id, operation, path }) {
  return `${id} ${operation ?? ''} ${template(path ?? '')}`
}

/** Our elements begin with the path of the server, the reference's do not: what the pair calls a path is its end. */
function namesOf({ rule, elements }, paths) {
  const id = rule.reference ?? rule.id
  return elements.map((element) => {
    const [, method, full = ''] = element.split(' ')
    const path = paths.find((each) => each !== '/' && full.endsWith(each)) ?? full
    return id === 'webhook-removed' ? `${id}  /` : `${id} ${method} ${path}`
  })
}

function template(path) {
  return path.replace(/\{[^{}]*\}/g, '{}').replace(/(.)\/$/, '$1') || '/'
}

function counted(names) {
  const counts = new Map()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

const sum = { agreed: 0, missing: 0, extra: 0 }
for (const [id, row] of [...byRule].sort(([a], [b]) => a.localeCompare(b))) {
  for (const key of Object.keys(sum)) sum[key] += row[key]
  if (row.missing + row.extra > 0)
    console.log(`${id.padEnd(60)} agreed ${row.agreed}, missing ${row.missing}, extra ${row.extra}`)
}
const percent = (part, whole) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`
console.log(
  `${expected.length} pairs, ${byRule.size} rules, ${Math.round(performance.now() - started)} ms: ` +
    `recall ${percent(sum.agreed, sum.agreed + sum.missing)} (${sum.agreed} of ${sum.agreed + sum.missing}), ` +
    `precision ${percent(sum.agreed, sum.agreed + sum.extra)} (${sum.extra} extra)`,
)
