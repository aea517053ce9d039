import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import type { StoreLocation } from '../../../src/store/index.js'
import { eachTest, type MakeDatabase } from '../databases.js'

const lives = 4

export function survivesKill(make: MakeDatabase): void {
  const world = eachTest(make)

  test('with every acknowledged delivery and its jobs', async () => {
    const { store, database } = world()
    const acknowledged: string[] = []
    for (let life = 0; life < lives; life++) acknowledged.push(...(await liveAndDie(database.location, life)))
    expect(acknowledged.length).toBeGreaterThan(lives * 10)
    const lost = []
    for (const id of acknowledged)
      if ((await store.deliveries.payload(id)) !== JSON.stringify({ id })) lost.push(id)
    expect(lost).toEqual([])
    const [row] = await database.query('select count(*) as deliveries from deliveries')
    // A delivery that was written and not yet acknowledged has its jobs as well: never a half of one.
    expect((await store.jobs.counts()).queued).toBe(2 * Number(row?.['deliveries']))
  }, 120_000)
}

const here = (file: string) => fileURLToPath(new URL(`../${file}`, import.meta.url))

/** The ids that a child acknowledged until it was killed, a moment after it had got going. */
function liveAndDie(location: StoreLocation, life: number): Promise<readonly string[]> {
  const child = spawn(
    process.execPath,
    [
      ...['--import', here('register-typescript.mjs'), here('accepting-child.ts')],
      ...[JSON.stringify(location), `life${life}`],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_OPTIONS: '' } },
  )
  let output = ''
  let errors = ''
  child.stderr.on('data', (bytes) => {
    errors += bytes
  })
  child.stdout.on('data', (bytes) => {
    if (!output) setTimeout(() => child.kill('SIGKILL'), 150 + life * 37)
    output += bytes
  })
  return new Promise((resolve, reject) => {
    child.on('close', (_, signal) => {
      // The last line may have been cut.
      if (signal === 'SIGKILL') resolve(output.split('\n').slice(0, -1))
      else reject(new Error(`The child ended by itself: ${errors}`))
    })
  })
}
