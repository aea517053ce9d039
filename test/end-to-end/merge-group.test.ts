import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Sandbox } from '../../src/sandbox/index.js'
import { type House, startHouse } from './support/house.js'
import { checksAt, standingOn } from './support/standing.js'

let house: House
beforeAll(async () => {
  house = await startHouse({ seed })
})
afterAll(() => house.stop())

const app = (routes: string): string =>
  `import express from 'express'\n\nconst app = express()\n\n${routes}\napp.listen(3000)\n`
const route = (method: string, path: string): string =>
  `app.${method}('${path}', async (request, response) => {\n  response.json({ id: request.params.id })\n})\n`
const parcel = route('get', '/parcels/:id')
const label = route('post', '/parcels/:id/label')
const nightly = `const shipping = process.env.SHIPPING_URL

export async function printLabel(id: string): Promise<void> {
  await fetch(\`\${shipping}/parcels/\${id}/label\`, { method: 'POST' })
}
`

async function seed(sandbox: Sandbox): Promise<void> {
  await sandbox.addRepository({ name: 'shipping' })
  const files = { 'src/app.ts': app(`${parcel}\n${label}`) }
  await sandbox.commit('shipping', { branch: 'main', files, message: 'Ship parcels' })
}

it('turns red for two pull requests that are safe apart and break together', async () => {
  const { sandbox } = house
  const drops = await sandbox.openPullRequest('shipping', {
    title: 'Drop the labels that nobody prints',
    branch: 'drop-labels',
    files: { 'src/app.ts': app(parcel) },
  })
  const calls = await sandbox.openPullRequest('shipping', {
    title: 'Print labels at night',
    branch: 'print-labels',
    files: { 'src/nightly.ts': nightly },
  })
  await house.settled()
  const green = ['Interlock: success', 'Interlock AI review: neutral']
  expect(checksAt(sandbox, drops.headSha, 'shipping')).toEqual(green)
  expect(checksAt(sandbox, calls.headSha, 'shipping')).toEqual(green)

  const alone = await sandbox.mergeGroup('shipping', [calls.number])
  const together = await sandbox.mergeGroup('shipping', [drops.number, calls.number])
  await house.settled()
  expect(checksAt(sandbox, alone.head, 'shipping')).toEqual(green)
  expect(checksAt(sandbox, together.head, 'shipping')).toEqual([
    'Interlock: failure',
    'Interlock AI review: neutral',
  ])
  const run = [...sandbox.repository('shipping').checkRuns.values()].find(
    (each) => each.head === together.head && each.name === 'Interlock',
  )
  expect(run?.summary).toContain('src/nightly.ts:4')
  for (const { number } of [drops, calls])
    expect(standingOn(sandbox, number, 'shipping')).toMatchObject({ threads: [], comments: [] })
})
