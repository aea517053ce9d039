// How long the first reading of a repository takes, beside two programs that also look at every file of it: `ctags -R` on a
// work tree of the same commit, and `git grep` with six expressions. All in the same run, in turn, each a process of its own;
// medians. Processor time is that of all processes of a contestant, memory the largest sum of theirs.
//
//   npm run build && node bench/first-index.mjs [RUNS] REPOSITORY...      # bare mirrors or clones
//   node bench/first-index.mjs 5 ~/mirrors/renovate.git ~/mirrors/prow.git
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const main = process.env.INTERLOCK_DIST ?? fileURLToPath(new URL('../dist', import.meta.url))
const expressions = [
  'fetch\\(',
  'axios',
  'process\\.env\\.[A-Z]',
  'http\\.NewRequest',
  '@(Get|Post)Mapping',
  '(app|router)\\.(get|post)\\(',
]

const [first, ...rest] = process.argv.slice(2)
const runs = /^\d+$/.test(first ?? '') ? Number(first) : 3
const repositories = /^\d+$/.test(first ?? '') ? rest : [first, ...rest].filter(Boolean)
if (repositories.length === 0) throw new Error('name at least one repository')
for (const repository of repositories) await measure(repository)

async function measure(repository) {
  const git = execFileSync('git', ['-C', repository, 'rev-parse', '--absolute-git-dir'], {
    encoding: 'utf8',
  }).trim()
  const tree = mkdtempSync(join(tmpdir(), 'interlock-bench-'))
  try {
    writeTree(git, tree)
    const grep = expressions.flatMap((each) => ['-e', each])
    const contestants = {
      'ctags -R': ['ctags', ['-R', '-f', '/dev/null', tree]],
      'git grep': ['git', ['--git-dir', git, 'grep', '-c', '-E', ...grep, 'HEAD']],
      interlock: [process.execPath, ['-e', reading(git)]],
    }
    const seen = new Map(Object.keys(contestants).map((name) => [name, []]))
    for (let run = 0; run < runs; run++)
      for (const [name, [program, args]] of Object.entries(contestants))
        seen.get(name).push(await watch(program, args))
    show(repository, execFileSync('git', ['--git-dir', git, 'ls-tree', '-r', '-l', 'HEAD']), seen)
  } finally {
    rmSync(tree, { recursive: true, force: true })
  }
}

/** The files of the newest commit that the clone holds: a partial one lacks the largest. */
function writeTree(git, into) {
  const files = execFileSync('git', ['--git-dir', git, 'ls-tree', '-r', '-z', 'HEAD'], { maxBuffer: 2 ** 28 })
    .toString()
    .split('\0')
    .flatMap((line) => /^100\d+ blob (\w+)\t(.*)$/s.exec(line)?.slice(1, 3) ?? [])
  const ids = files.filter((_, at) => at % 2 === 0)
  const paths = files.filter((_, at) => at % 2 === 1)
  const input = `${ids.join('\n')}\n`
  const env = { ...process.env, GIT_NO_LAZY_FETCH: '1' }
  let rest = execFileSync('git', ['--git-dir', git, 'cat-file', '--batch'], {
    input,
    env,
    maxBuffer: 2 ** 31,
  })
  for (const path of paths) {
    const end = rest.indexOf(10)
    const [, kind, size] = rest.toString('latin1', 0, end).split(' ')
    const length = kind === 'blob' ? Number(size) : -1
    mkdirSync(dirname(join(into, path)), { recursive: true })
    if (length >= 0) writeFileSync(join(into, path), rest.subarray(end + 1, end + 1 + length))
    rest = rest.subarray(end + 2 + length)
  }
}

/** Everything that is understood of the newest commit, with nothing remembered. */
function reading(git) {
  return `
    const { createMeans } = await import(${JSON.stringify(`${main}/means.js`)})
    const { openRepository } = await import(${JSON.stringify(`${main}/git/index.js`)})
    const git = await openRepository(${JSON.stringify(git)})
    const means = await createMeans({ agent: null })
    const { facts } = await means.factsOf(git, await git.resolve('HEAD'))
    await git.close()
    process.stdout.write(String(facts.length))
  `
    .replace(/^/, '(async () => {')
    .concat('})()')
}

/** Wall and processor time in seconds, and the most memory in megabytes that the process and its children held at once. */
async function watch(program, args) {
  const began = performance.now()
  const before = childrenTime()
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  let [memory, said] = [0, '']
  child.stdout.on('data', (piece) => {
    said = (said + piece).slice(0, 20)
  })
  const times = new Map()
  const timer = setInterval(() => {
    const family = familyOf(child.pid)
    const held = family.reduce((sum, each) => sum + residentMegabytes(each), 0)
    memory = Math.max(memory, held)
    for (const each of family) times.set(each, ownTime(each) ?? times.get(each) ?? 0)
  }, 20)
  const code = await new Promise((resolve) => child.on('close', resolve))
  clearInterval(timer)
  if (code !== 0 && program !== 'git') throw new Error(`${program} ended with ${code}`)
  const wall = (performance.now() - began) / 1000
  // A process that outlives its parent is not counted with it, and one that is short may not be seen: the larger is right.
  const watched = [...times.values()].reduce((sum, each) => sum + each, 0)
  return { wall, cpu: Math.max(childrenTime() - before, watched), memory, said }
}

/** Seconds of processor time of all children that have ended, with theirs; clock ticks are hundredths on Linux. */
function childrenTime() {
  const fields = readFileSync('/proc/self/stat', 'latin1')
    .replace(/^.*\) /s, '')
    .split(' ')
  return (Number(fields[13]) + Number(fields[14])) / 100
}

/** Seconds of processor time of one process by itself. */
function ownTime(pid) {
  const fields = readStat(pid)
    .replace(/^.*\) /s, '')
    .split(' ')
  return fields.length > 12 ? (Number(fields[11]) + Number(fields[12])) / 100 : null
}

function familyOf(pid) {
  const parents = new Map(
    readdirSync('/proc')
      .filter((each) => /^\d+$/.test(each))
      .map((each) => [
        Number(each),
        Number(
          readStat(each)
            .replace(/^.*\) /s, '')
            .split(' ')[1],
        ),
      ]),
  )
  const isOurs = (each) => each === pid || (each > 1 && parents.has(each) && isOurs(parents.get(each)))
  return [...parents.keys()].filter(isOurs)
}

function readStat(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'latin1')
  } catch {
    return '' // It has ended in between.
  }
}

function residentMegabytes(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

function show(repository, listing, seen) {
  const sizes = listing.toString().trim().split('\n')
  const bytes = sizes.reduce((sum, line) => sum + (Number(line.split(/\s+/)[3]) || 0), 0)
  const name = basename(repository) === 'repo' ? basename(join(repository, '..')) : basename(repository)
  const facts = seen.get('interlock')[0].said
  console.log(
    `\n${name}: ${sizes.length} files, ${(bytes / 1e6).toFixed(1)} MB, ${facts} facts, ${runs} runs`,
  )
  const columns = ['wall', 'cpu', 'memory', 'wall / ctags', 'cpu / ctags', 'wall / grep']
  console.log(`${''.padEnd(12)}${columns.map((each) => each.padStart(14)).join('')}`)
  const of = (contestant, what) => median(seen.get(contestant).map((each) => each[what]))
  for (const contestant of seen.keys()) {
    const [wall, cpu, memory] = ['wall', 'cpu', 'memory'].map((what) => of(contestant, what))
    const cells = [
      `${wall.toFixed(2)} s`,
      `${cpu.toFixed(2)} s`,
      `${memory.toFixed(0)} MB`,
      (wall / of('ctags -R', 'wall')).toFixed(1),
      (cpu / Math.max(of('ctags -R', 'cpu'), 0.01)).toFixed(1),
      (wall / of('git grep', 'wall')).toFixed(1),
    ]
    console.log(`${contestant.padEnd(12)}${cells.map((each) => each.padStart(14)).join('')}`)
  }
}

function median(values) {
  return [...values].sort((one, other) => one - other)[values.length >> 1]
}
