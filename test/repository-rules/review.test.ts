import { describe, expect, test } from '@jest/globals'
import { breaks, readReview } from '../cli/support/reviewed.js'
import { interlock } from '../cli/support/terminal.js'
import { createRepository, type Files } from '../support/git.js'

const rules = '.github/interlock/rules/rpc.yml'
const ofRouter = `id: acme-rpc
languages: [typescript]
imports: ['@acme/rpc']
rules:
  - id: route
    emit: route
    match: { on: call, name: [get], receiver: ['rpc.createRouter()'] }
    method: { name: true }
    path: [argument 0]
    handler: last
`
const routes = (module: string, make: string) =>
  `import { ${make} } from '${module}'\nexport const router = ${make}()\nrouter.get('/orders/:id', (request, response) => response.send({}))\nrouter.get('/stock', (request, response) => response.send({}))\n`
const withoutOrders = (text: string) => text.replace(/.*orders.*\n/, '')
const rpc = routes('@acme/rpc', 'createRouter')
const express = routes('express', 'Router')

const web = createRepository(
  { 'src/page.ts': 'export const show = (id: string) => fetch("http://orders/orders/" + id)\n' },
  { name: 'acme/web' },
)

async function reviewWith(base: Files, pull: Files) {
  const orders = createRepository({ 'README.md': 'Orders\n', ...base }, { name: 'acme/orders' })
  orders.branch('proposed')
  orders.commit(pull)
  const argv = ['review', '--repo', orders.directory, '--base', 'main', '--with', web.directory]
  const { code, out, error } = await interlock([...argv, '--format', 'json'])
  expect(error).toBe('')
  const review = readReview(out)
  return { code, breaks: breaks(review), skipped: review.coverage.skipped, conclusion: review.conclusion }
}

const broken = ['http.route-removed src/app.ts:3 <- acme/web/src/page.ts:1']

describe('rules of the base', () => {
  test('hold for both sides, though the pull request takes them away', async () => {
    const base = { [rules]: ofRouter, 'src/app.ts': rpc }
    const honest = await reviewWith(base, { 'src/app.ts': withoutOrders(rpc) })
    expect([honest.code, honest.breaks]).toEqual([1, broken])
    const attack = await reviewWith(base, { 'src/app.ts': withoutOrders(rpc), [rules]: null })
    expect([attack.code, attack.breaks]).toEqual([1, broken])
  })

  test('that are wrong are told, and block nothing', async () => {
    const base = { [rules]: ofRouter.replace('[get]', 'get'), 'src/app.ts': rpc }
    const { code, conclusion, skipped } = await reviewWith(base, {
      'src/app.ts': withoutOrders(rpc),
      [rules]: ofRouter,
    })
    expect([code, conclusion]).toEqual([0, 'success'])
    expect(skipped).toEqual([{ path: rules, reason: expect.stringContaining('rules.0.match.name') }])
  })
})

describe('rules of the pull request', () => {
  test('do not make a route of what is none at the base', async () => {
    const pretended = "import { createRouter } from '@acme/rpc'\ncreateRouter().get('/orders/:id', pretend)\n"
    const pull = { 'src/app.ts': withoutOrders(express), 'src/pretended.ts': pretended, [rules]: ofRouter }
    const attack = await reviewWith({ 'src/app.ts': express }, pull)
    expect([attack.code, attack.breaks]).toEqual([1, broken])
  })
})
