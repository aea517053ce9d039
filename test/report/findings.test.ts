import { describe, expect, test } from '@jest/globals'
import { enumerateRollout, findImpact } from '../../src/analysis/index.js'
import type { Change } from '../../src/domain/change.js'
import { findingsOf } from '../../src/report/index.js'
import { client, field, indexOf, repository, routeRemoved, rule, totalRemoved } from '../analysis/shop.js'
import { base, cite, files, head, inputOf, modified, neighbours, orders, sampleFindings } from './scenario.js'

/** The one finding of one change, with every line readable. */
async function findingOf(change: Change, others = neighbours, provider = orders) {
  const impacts = await findImpact([change], { provider, index: indexOf(...others) })
  const told = impacts.map((impact) => ({ impact, rollout: enumerateRollout(impact, 'acme/orders') }))
  const changed = [...files, modified('src/routes.ts', '-12')]
  const [finding] = await findingsOf(
    { ...(await inputOf()), impacts: told, unmet: [], files: changed },
    async () => 'text',
  )
  return finding
}

describe('a finding', () => {
  test('cites the removed line at the base, and every consumer at its commit', async () => {
    const [finding] = await sampleFindings()
    expect(finding?.cause).toEqual({
      repository: 'acme/orders',
      commit: base,
      path: 'openapi.yaml',
      line: 41,
      quote: 'total: { type: number }',
    })
    expect(
      finding?.affected.map(({ repository, path, line, owners }) => [repository, path, line, owners]),
    ).toEqual([
      ['acme/billing', 'billing/invoice.py', 22, ['@acme/billing-team']],
      ['acme/web', 'src/checkout.ts', 14, []],
    ])
  })

  test('numbers its evidence through the whole review', async () => {
    const ids = (await sampleFindings()).flatMap((each) => each.evidence.map(({ id }) => id))
    expect(ids).toEqual(ids.map((_, at) => `E${at + 1}`))
    expect(ids.length).toBeGreaterThan(4)
  })

  test('is the same whatever the order of its input', async () => {
    const input = await inputOf()
    const backward = await inputOf({}, [...neighbours].reverse())
    expect(await findingsOf(backward, cite)).toEqual(await findingsOf(input, cite))
  })

  test('is silent where the settings say so', async () => {
    const levels = { 'http.response-property-removed': 'off', 'http.call-without-route': 'off' } as const
    expect(await findingsOf(await inputOf({ levels }), cite)).toEqual([])
  })
})

describe('proof falls', () => {
  test('for a consumer whose line cannot be read, and the finding with the last of them', async () => {
    const unread = await findingsOf(await inputOf(), async (place) =>
      place.repository === 'acme/web' ? null : cite(place),
    )
    expect(unread[0]).toMatchObject({ status: 'proved', level: 'block' })
    expect(unread[0]?.affected.map((each) => each.quote)).toEqual(['amount = order["total"]', ''])
    const none = await findingsOf(await inputOf(), async (place) =>
      place.repository === 'acme/orders' ? cite(place) : null,
    )
    expect(none[0]).toMatchObject({ status: 'corroborated', level: 'warn' })
  })

  test('when the cause cannot be read, or is no line of this change', async () => {
    const unread = await findingsOf(await inputOf(), async (place) =>
      place.path === 'openapi.yaml' ? null : cite(place),
    )
    expect(unread.find((each) => each.rule.endsWith('property-removed'))).toMatchObject({
      status: 'corroborated',
      level: 'warn',
    })
    const elsewhere = await findingsOf(await inputOf({ files: [] }), cite)
    expect(elsewhere[0]).toMatchObject({ status: 'corroborated', level: 'warn' })
  })
})

describe('a title', () => {
  const own = repository('acme/orders', { 'src/admin/orders-page.ts': [field('/orders/{}', 'total')] })
  const three = ['web', 'billing', 'mobile'].map((name) =>
    repository(`acme/${name}`, { 'a.ts': [client('GET', '/orders/{}/items')] }),
  )
  const sender = [
    repository('acme/web', { 'a.ts': [client('POST', '/orders', { sends: [{ name: 'coupon', line: 1 }] })] }),
  ]
  const body = (id: string, field: string, affects: 'sent' | 'missing') =>
    totalRemoved({
      rule: rule(id),
      touches: [{ type: 'request', method: 'POST', path: '/orders', field, affects }],
    })

  test.each<[string, Change, Parameters<typeof findingOf>[1], Parameters<typeof findingOf>[2]]>([
    ['`total` of `GET /orders/{}` is removed; no consumer is known', totalRemoved(), [], orders],
    ['orders-page.ts reads `total`, no longer in the answer of `GET /orders/{}`', totalRemoved(), [], own],
    [
      'billing, mobile and 1 more call `GET /orders/{}/items`, which is removed',
      routeRemoved('GET', '/orders/{}/items'),
      three,
      orders,
    ],
    [
      'web does not send `email`, now required by `POST /orders`',
      body('http.new-required-request-property', 'email', 'missing'),
      sender,
      orders,
    ],
    [
      'web sends `coupon`, no longer accepted by `POST /orders`',
      body('http.request-property-removed', 'coupon', 'sent'),
      sender,
      orders,
    ],
    [
      'web may send `coupon`, which changes in `POST /orders`',
      body('http.request-property-pattern-added', 'coupon', 'sent'),
      sender,
      orders,
    ],
  ])('%s', async (title, change, others, provider) => {
    expect((await findingOf(change, others, provider))?.title).toBe(title)
  })

  test('keeps the end of a long path and what happened to it', async () => {
    const path = '/api/repositories/{}/{}/pipelines/{}/jobs/{}'
    const consumer = repository('acme/billing', { 'a.ts': [client('DELETE', path)] })
    expect((await findingOf(routeRemoved('DELETE', path), [consumer]))?.title).toBe(
      'billing calls `DELETE /api/…/{}/{}/pipelines/{}/jobs/{}`, which is removed',
    )
  })

  test('is never longer than 80 characters, with its backticks in pairs', async () => {
    const path = `/${'orders/{}/'.repeat(12)}items`
    const consumer = repository('acme/web', { 'a.ts': [client('GET', path)] })
    const title = (await findingOf(routeRemoved('GET', path), [consumer]))?.title ?? ''
    expect(title.length).toBeLessThanOrEqual(80)
    expect(title.split('`').length % 2).toBe(1)
  })
})

test('a consumer whose path is written elsewhere is shown where it is written, once', async () => {
  const paths = repository('acme/web', {
    'src/api.ts': [
      client('GET', '/orders/{}/items', { line: 90, writtenAt: 7 }),
      client('GET', '/orders/{}/items', { line: 95, writtenAt: 7 }),
    ],
  })
  const finding = await findingOf(routeRemoved('GET', '/orders/{}/items'), [paths])
  expect(finding?.affected.map((each) => each.line)).toEqual([7])
})

test('tests are shown only when nobody else relies on the change, and then it is a note', async () => {
  const tests = { 'test/checkout.test.ts': [field('/orders/{}', 'total')] }
  const both = repository('acme/web', { ...tests, 'src/checkout.ts': [field('/orders/{}', 'total')] })
  expect((await findingOf(totalRemoved(), [both]))?.affected).toHaveLength(1)
  expect(await findingOf(totalRemoved(), [repository('acme/web', tests)])).toMatchObject({ level: 'note' })
})

test('a secret on a cited line is not repeated', async () => {
  const token = `ghp_${'a1B2'.repeat(9)}`
  const [finding] = await findingsOf(await inputOf(), async () => `total = fetch("${token}")`)
  expect(JSON.stringify(finding)).not.toContain(token)
  expect(finding?.cause.quote).toContain('SECRET')
  expect(head).toHaveLength(40)
})
