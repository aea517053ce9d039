import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { openStore } from '../../src/store/index.js'
import { sqliteDatabase } from '../store/databases.js'

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url))

/** A worker in a process of its own. */
function employ(directory: string) {
  const child = spawn(
    process.execPath,
    ['--import', here('../store/register-typescript.mjs'), here('working-child.ts'), directory],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } },
  )
  const exit = once(child, 'close')
  let output = ''
  child.stdout.on('data', (bytes) => {
    output += bytes
  })
  return { child, exit, output: () => output }
}

type Span = { readonly lane: string; readonly begin: number; readonly end: number }

/** What one process ran to its end, lane by lane: what it was killed in has no end, and is another's by its lease. */
function spansOf(output: string): readonly Span[] {
  const begun = new Map<string, number>()
  return output.split('\n').flatMap((line) => {
    const [word, time, lane = ''] = line.split(' ')
    if (word === 'begin') begun.set(lane, Number(time))
    return word === 'end' ? [{ lane, begin: begun.get(lane) ?? 0, end: Number(time) }] : []
  })
}

test('every job ends although its workers are killed, two of them at a time on one file, and a lane runs one', async () => {
  const database = await sqliteDatabase()
  const directory = database.location.directory ?? ''
  const store = await openStore({ directory })
  for (let n = 0; n < 150; n++)
    await store.jobs.enqueue({
      kind: 'review',
      key: null,
      lane: `orders#${n % 9}`,
      payload: n,
      maxAttempts: 9,
    })

  const workers = [employ(directory), employ(directory)]
  for (let kills = 0; kills < 4; kills++) {
    const victim = workers.at(-2)
    while (!victim?.output() && (await store.jobs.pending()) > 0) await pause(10)
    await pause(60)
    victim?.child.kill('SIGKILL')
    await victim?.exit
    workers.push(employ(directory))
  }
  const codes = await Promise.all(workers.map(({ exit }) => exit))

  expect(codes.filter(([, signal]) => signal === 'SIGKILL').length).toBeGreaterThan(1)
  expect(await store.jobs.counts()).toEqual({ queued: 0, running: 0, done: 150, dead: 0, superseded: 0 })
  const spans = workers.flatMap(({ output }) => spansOf(output()))
  const overlaps = spans.flatMap((one, index) =>
    spans
      .slice(index + 1)
      .filter((other) => other.lane === one.lane && one.begin < other.end && other.begin < one.end),
  )
  expect(overlaps).toEqual([])
  await store.close()
  await database.drop()
}, 120_000)
