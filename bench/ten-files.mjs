// What a review of ten changed files costs in a repository of a thousand files and in one of a hundred thousand: cost should
// follow the change. Both repositories are made alike (one file in ten declares routes or calls them, the rest imports and
// computes), each is reviewed once so that its base is known, and then nine more changes of ten files are reviewed, the
// repositories by turns. Beside it, in the same run, what `git diff` alone takes.
//
//   npm run build && node bench/ten-files.mjs [SMALL] [LARGE]
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openRepository } from '../dist/git/index.js'
import { createMeans } from '../dist/means.js'
import { review } from '../dist/review.js'
import { readSettings } from '../dist/settings/index.js'

const [small = 1_000, large = 100_000] = process.argv.slice(2).map(Number)
const rounds = 9
const folder = mkdtempSync(join(tmpdir(), 'interlock-ten-'))

try {
  const worlds = []
  for (const files of [small, large]) worlds.push(await prepared(files))
  for (let round = 1; round <= rounds; round += 1) for (const world of worlds) await measure(world, round)
  const [one, other] = worlds
  console.log('  files   first ms   median ms    min ms   git diff ms   findings')
  for (const { files, first, times, diffs, findings } of worlds)
    console.log(
      [
        String(files).padStart(7),
        first.toFixed(0).padStart(10),
        median(times).toFixed(0).padStart(11),
        Math.min(...times)
          .toFixed(0)
          .padStart(9),
        median(diffs).toFixed(1).padStart(13),
        String(findings).padStart(10),
      ].join(' '),
    )
  console.log(`ratio of the medians: ${(median(other.times) / median(one.times)).toFixed(2)}`)
  for (const world of worlds) {
    console.log(`${world.files} files, by step: ${JSON.stringify(world.steps)}`)
    await world.git.close()
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exit(0)

async function prepared(files) {
  const directory = join(folder, `${files}.git`)
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch', 'main', directory])
  const made = spawnSync('git', ['-C', directory, 'fast-import', '--quiet'], {
    input: stream(files),
    maxBuffer: 1e9,
  })
  if (made.status !== 0) throw new Error(String(made.stderr))
  const git = await openRepository(directory)
  const means = await createMeans({ agent: null })
  const world = { files, directory, git, means, times: [], diffs: [], findings: 0, steps: {} }
  world.first = await run(world, 0)
  return world
}

async function measure(world, round) {
  world.times.push(await run(world, round))
  const started = performance.now()
  execFileSync('git', ['-C', world.directory, 'diff', '--raw', 'main', `change-${round}`])
  world.diffs.push(performance.now() - started)
}

async function run(world, round) {
  const { git, means } = world
  const [base, head] = [await git.resolve('main'), await git.resolve(`change-${round}`)]
  const { settings } = readSettings(null)
  const request = { git, base, head, neighbours: [], intent: { title: '', body: '' }, settings, problems: [] }
  const started = performance.now()
  const done = await review({ ...request, signal: new AbortController().signal }, means)
  const milliseconds = performance.now() - started
  world.findings = done.review.findings.length
  world.steps = Object.fromEntries(
    Object.entries(done.review.timings).map(([step, ms]) => [step, Math.round(ms)]),
  )
  return milliseconds
}

/** A history for `git fast-import`: the base, and branches that change ten files each. */
function stream(files) {
  const parts = []
  const commit = (ref, from, changed) => {
    parts.push(`commit ${ref}\ncommitter A <a@b.c> 1700000000 +0000\ndata 1\nx\n`)
    if (from) parts.push(`from ${from}\n`)
    for (const [path, text] of changed)
      parts.push(`M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`)
  }
  commit(
    'refs/heads/main',
    null,
    Array.from({ length: files }, (_, n) => [pathOf(n), textOf(n, 0)]),
  )
  for (let round = 0; round <= rounds; round += 1)
    commit(
      `refs/heads/change-${round}`,
      'refs/heads/main',
      Array.from({ length: 10 }, (_, k) => {
        const n = Math.floor((files / 10) * k) + round
        return [pathOf(n), textOf(n, round + 1)]
      }),
    )
  return parts.join('')
}

function pathOf(n) {
  return `services/s${Math.floor(n / 500)}/src/m${Math.floor(n / 50) % 10}/file${n}.ts`
}

function textOf(n, version) {
  const near = n - (n % 50) + ((n + 1) % 50)
  const head = `import { value${near} } from './file${near}'\n${'// changed\n'.repeat(version)}`
  if (n % 10 === 0)
    return `import express from 'express'\n${head}export const router${n} = express.Router()\nrouter${n}.get('/items${n}/:id', (req, res) => res.json({ id: value${near}, version: ${version} }))\nexport const value${n} = ${n}\n`
  if (n % 10 === 5)
    return `import axios from 'axios'\n${head}export async function load${n}(id: string) {\n  const { data } = await axios.get(\`\${process.env.ITEMS_URL}/items${n - 5}/\${id}\`)\n  return data.id + ${version}\n}\nexport const value${n} = ${n}\n`
  return `${head}export const value${n} = value${near} + ${version}\nexport function compute${n}(input: number): number {\n  return input * ${n} + value${near}\n}\n`
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}
