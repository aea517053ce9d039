// How long one review of the sample's first pull request takes without a model: five changed files, held against three
// other repositories. Beside it, in the same run, what a person would ask of git by hand: the diff, and a search for the
// two words that matter in all four repositories.
//
//   npm run build && node bench/review-sample.mjs [TIMES]
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const load = (path) => import(new URL(`../dist/${path}`, import.meta.url).href)
const { createSampleOrganisation, createSandbox } = await load('sandbox/index.js')
const { openRepository } = await load('git/index.js')
const { createMeans } = await load('means.js')
const { review } = await load('review.js')
const { defaultSettings } = await load('settings/index.js')

const times = Number(process.argv[2] ?? 7)
const directory = mkdtempSync(join(tmpdir(), 'interlock-bench-'))
const sandbox = await createSandbox({ directory })
try {
  const { pulls } = await createSampleOrganisation(sandbox)
  const { baseSha: base, headSha: head } = pulls[0]
  const at = (name) => sandbox.repository(name).directory
  const others = ['web', 'billing', 'notifications']

  const byHand = await median(times, async () => {
    git('orders', 'diff', '-M', base, head)
    for (const name of ['orders', ...others]) search(name, name === 'orders' ? head : 'main')
  })
  const bin = fileURLToPath(new URL('../bin/interlock.js', import.meta.url))
  const argv = ['review', '--repo', at('orders'), '--base', base, '--head', head, '--no-ai']
  for (const name of others) argv.push('--with', at(name))
  const command = await median(times, async () => run(process.execPath, [bin, ...argv]))
  const first = await median(times, async () => reviewOnce(await createMeans({ agent: null })))
  const means = await createMeans({ agent: null })
  const found = await reviewOnce(means)
  const again = await median(times, () => reviewOnce(means))

  console.log(
    `One review of ${found.coverage.changed} changed files against ${others.length} repositories: ${found.conclusion}, ${found.findings.length} findings\n`,
  )
  console.log(`${''.padEnd(34)}      median   / by hand`)
  for (const [name, time] of [
    ['by hand: git diff and git grep', byHand],
    ['the command line, whole process', command],
    ['in a process, nothing read before', first],
    ['in a process, everything read', again],
  ])
    console.log(
      `${name.padEnd(34)}${`${time.toFixed(0)} ms`.padStart(12)}${(time / byHand).toFixed(1).padStart(12)}`,
    )

  function git(name, ...args) {
    run('git', ['-C', at(name), ...args])
  }

  function search(name, commit) {
    git(name, 'grep', '-n', '-w', '-e', 'total', '-e', 'cancel', commit)
  }

  async function reviewOnce(means) {
    const opened = await Promise.all(
      ['orders', ...others].map((name) => openRepository(at(name), { name: `acme/${name}` })),
    )
    const [orders, ...rest] = opened
    const neighbours = await Promise.all(
      rest.map(async (each) => ({ git: each, commit: await each.resolve('main') })),
    )
    const intent = { title: '', body: '' }
    const signal = new AbortController().signal
    const request = {
      git: orders,
      base,
      head,
      neighbours,
      intent,
      settings: defaultSettings,
      problems: [],
      signal,
    }
    const done = await review(request, means)
    await Promise.all(opened.map((each) => each.close()))
    return done.review
  }
} finally {
  await sandbox.close()
  rmSync(directory, { recursive: true, force: true })
}

function run(program, args) {
  try {
    execFileSync(program, args, { stdio: 'ignore' })
  } catch (error) {
    // 1 is an answer: nothing found, or a finding that blocks.
    if (error.status !== 1) throw error
  }
}

async function median(count, work) {
  const took = []
  for (let at = 0; at < count; at++) {
    const began = performance.now()
    await work()
    took.push(performance.now() - began)
  }
  return took.sort((one, other) => one - other)[Math.floor(count / 2)]
}
