import { describe, expect, test } from '@jest/globals'
import { enumerateRollout, findImpact } from '../../src/analysis/index.js'
import type { Change, Touch } from '../../src/domain/change.js'
import { client, field, indexOf, repository, rule, totalRemoved } from './shop.js'

const provider = repository('acme/orders', {})
const sends = [{ name: 'coupon', line: 21 }]
const others = [
  repository('acme/web', {
    'src/checkout.ts': [field('/orders/{}', 'total', { line: 14 }), client('POST', '/orders', { sends })],
  }),
  repository('acme/billing', { 'billing/invoice.py': [field('/orders/{}', 'total', { line: 22 })] }),
]

async function tableOf(change: Change, consumers = others) {
  const [impact] = await findImpact([change], { provider, index: indexOf(...consumers) })
  if (!impact) throw new Error('no impact')
  return enumerateRollout(impact, 'acme/orders')
}

/** Outcomes by provider and consumer: old and old, old and new, new and old, new and new. */
async function outcomes(change: Change, consumers = others) {
  return (await tableOf(change, consumers)).cells.map((each) => each.outcome).join(' ')
}

const body = (affects: 'sent' | 'missing', field: string): Touch => ({
  type: 'request',
  method: 'POST',
  path: '/orders',
  field,
  affects,
})
const required = totalRemoved({
  rule: rule('http.new-required-request-property'),
  touches: [body('missing', 'email')],
})
const refused = totalRemoved({
  rule: rule('http.request-property-removed'),
  touches: [body('sent', 'coupon')],
})
const retyped = totalRemoved({ rule: rule('http.response-property-type-changed') })

describe('the states of a rollout', () => {
  test.each<[string, Change, string]>([
    ['a field is gone: consumers first', totalRemoved(), 'safe safe breaks safe'],
    ['a field is required: consumers first', required, 'safe safe breaks safe'],
    ['a field is refused: the old provider may require it', refused, 'safe unknown breaks safe'],
    ['a field has another type: no order is safe', retyped, 'safe breaks breaks safe'],
    [
      'the rule is not certain',
      totalRemoved({ rule: rule('http.response-optional-property-removed', { level: 'risky' }) }),
      'safe safe unknown safe',
    ],
  ])('%s', async (_, change, wanted) => {
    expect(await outcomes(change)).toBe(wanted)
  })

  test('nobody relies on it: nothing fails for certain, and there is no witness', async () => {
    const table = await tableOf(totalRemoved(), [])
    expect(table.cells.map((each) => each.outcome)).toEqual(['safe', 'safe', 'unknown', 'safe'])
    expect(table.witness).toBeNull()
    expect(table.safeOrders).toEqual([])
  })

  test('stored data is read by a later release', async () => {
    const table = await tableOf(totalRemoved({ rule: rule('avro.field-removed', { breaks: 'stored' }) }))
    expect(table.witness).toMatchObject({ provider: 'new', data: 'old', outcome: 'breaks' })
  })
})

describe('the way through', () => {
  test('names who is deployed first', async () => {
    const table = await tableOf(totalRemoved())
    expect(table.witness).toMatchObject({ provider: 'new', consumer: 'old' })
    expect(table.witness?.reason).toBe(
      'acme/billing and acme/web still read `total`, which is no longer promised.',
    )
    expect(table.safeOrders).toEqual([
      'Deploy acme/billing and acme/web first, no longer relying on `total`; then acme/orders.',
    ])
  })

  test('expands, migrates and contracts where no order is safe', async () => {
    const [steps] = (await tableOf(retyped)).safeOrders
    expect(steps).toMatch(
      /^Expand: acme\/orders .*`total`.*\. Migrate: acme\/billing and acme\/web .*\. Contract: /,
    )
  })

  test('says what the state means when provider and consumer are deployed together', async () => {
    const own = repository('acme/orders', { 'web/page.ts': [field('/orders/{}', 'total')] })
    const [impact] = await findImpact([totalRemoved()], { provider: own, index: indexOf() })
    const table = impact && enumerateRollout(impact, 'acme/orders')
    expect(table?.witness?.reason).toContain('open browsers')
    expect(table?.safeOrders[0]).toMatch(/^Mend `web\/page\.ts` in a release before this one/)
  })
})
