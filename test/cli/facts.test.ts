import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { createRepository } from '../support/git.js'
import { parseBySchema } from './support/schema.js'
import { createShop } from './support/shop.js'
import { interlock } from './support/terminal.js'

const { orders, web, billing } = createShop()

const rows = z.object({
  facts: z.array(z.object({ kind: z.string(), element: z.string(), path: z.string(), line: z.number() })),
  problems: z.array(z.object({ problem: z.string(), path: z.string().optional() })),
})

async function facts(directory: string, ...more: readonly string[]) {
  const { code, out, error } = await interlock(['facts', '--repo', directory, '--format', 'json', ...more])
  expect({ code, error }).toEqual({ code: 0, error: '' })
  return rows.parse(parseBySchema('facts', out))
}

const said = (all: z.infer<typeof rows>) =>
  all.facts.map(({ kind, element, path, line }) => `${path}:${line} ${kind} ${element}`)

describe('facts', () => {
  it('are what each side promises and relies on, to the line', async () => {
    expect(said(await facts(orders.directory, '--rev', 'main', '--kind', 'route'))).toEqual([
      'openapi.yaml:7 route http GET /orders/{}',
      'openapi.yaml:17 route http POST /orders/{}/cancel',
      'src/app.ts:6 route http GET /orders/{}',
      'src/app.ts:11 route http POST /orders/{}/cancel',
    ])
    expect(said(await facts(web.directory, '--kind', 'client'))).toEqual([
      'src/order-page.ts:4 client http GET /orders/{}',
      'src/order-page.ts:10 client http POST /orders/{}/cancel',
    ])
    expect(said(await facts(billing.directory))).toEqual([
      'billing/invoices.py:5 environment env ORDERS_URL',
      'billing/invoices.py:9 client http GET /orders/{}',
      'billing/invoices.py:10 field http GET /orders/{} response * total',
    ])
  })

  it('are those of the revision that was asked for', async () => {
    const main = await facts(orders.directory, '--rev', 'main', '--kind', 'route')
    const head = await facts(orders.directory, '--kind', 'route')
    expect([main.facts.length, head.facts.length]).toEqual([4, 2])
  })

  it('can be had of several kinds and of some paths alone', async () => {
    const some = await facts(
      orders.directory,
      '--rev',
      'main',
      '--kind',
      'route,environment',
      '--path',
      'src/**',
    )
    expect(said(some)).toEqual([
      'src/app.ts:6 route http GET /orders/{}',
      'src/app.ts:11 route http POST /orders/{}/cancel',
      'src/app.ts:17 environment env PORT',
    ])
  })

  it('are told in words for a person, file by file', async () => {
    const { out } = await interlock(['facts', '--repo', billing.directory])
    expect(out).toMatch(/^billing\/invoices\.py\n/)
    expect(out).toContain('3 facts in 1 file')
    expect(out).not.toContain('\u001b')
  })

  it('name what was not understood', async () => {
    const odd = createRepository({
      'src/half.ts': "import express from 'express'\nexpress().get('/orders', (\n",
      'openapi.yaml': 'openapi: 3.1.0\n  paths:\n- [',
    })
    const { problems } = await facts(odd.directory)
    expect(new Set(problems.map((each) => each.path))).toEqual(new Set(['openapi.yaml', 'src/half.ts']))
  })
})
