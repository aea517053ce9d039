import { describe, expect, test } from '@jest/globals'
import { findImpact, judgeDependent, judgeUnused, type Levels } from '../../src/analysis/index.js'
import type { Change } from '../../src/domain/change.js'
import type { Fact } from '../../src/domain/fact.js'
import { isTestFile } from '../../src/lib/test-file.js'
import { client, field, indexOf, repository, route, routeRemoved, rule, totalRemoved } from './shop.js'

const provider = repository('acme/orders', {
  'openapi.yaml': [route('GET', '/orders/{}', { source: 'description' })],
})

/** `status level` of the one dependent that a fact of another repository makes. */
async function judged(
  change: Change,
  fact: Fact,
  { levels = {}, path = 'src/checkout.ts' }: { levels?: Levels; path?: string } = {},
) {
  const [impact] = await findImpact([change], {
    provider,
    index: indexOf(repository('acme/web', { [path]: [fact] })),
  })
  const [dependent] = impact?.dependents ?? []
  if (!dependent) throw new Error('nobody is affected')
  const judgement = judgeDependent(change, dependent, levels)
  return judgement && `${judgement.status} ${judgement.level}`
}

const reader = field('/orders/{}', 'total')
const weak = field('/orders/{}', 'total', {
  origin: { type: 'answer', method: 'GET', path: '/orders/{}', base: { type: 'relative' } },
})
const likely = field('/orders/{}', 'total', { certainty: 'likely' })
const named = (id: string, level: Change['rule']['level'] = 'breaking') =>
  totalRemoved({ rule: rule(id, { level }) })
const ofStatus = (status: string) =>
  totalRemoved({ touches: [{ type: 'answer', method: 'GET', path: '/orders/{}', status, field: 'total' }] })
const anyMethod = field('/orders/{}', 'total', {
  origin: {
    type: 'answer',
    method: 'ANY',
    path: '/orders/{}',
    base: { type: 'environment', name: 'ORDERS_URL' },
  },
})

describe('a dependent', () => {
  test.each<[string, Change, Fact, string]>([
    ['reads a field that is gone', totalRemoved(), reader, 'proved block'],
    ['reads a field of another type', named('http.response-property-type-changed'), reader, 'proved block'],
    [
      'reads a field that may now be longer',
      named('http.response-property-max-length-increased'),
      reader,
      'corroborated warn',
    ],
    [
      'reads a field that was optional',
      named('http.response-optional-property-removed', 'risky'),
      reader,
      'corroborated warn',
    ],
    ['may mean another provider', totalRemoved(), weak, 'corroborated warn'],
    ['is only likely a reader', totalRemoved(), likely, 'corroborated warn'],
    [
      'may mean another and may be no reader',
      totalRemoved(),
      { ...weak, certainty: 'likely' },
      'corroborated note',
    ],
    ['reads a field of an error', ofStatus('404'), reader, 'corroborated warn'],
    ['reads a field of any answer', ofStatus('*'), reader, 'proved block'],
    ['calls with a method that is not known', totalRemoved(), anyMethod, 'corroborated warn'],
    [
      'calls a route that is gone',
      routeRemoved('GET', '/orders/{}/items'),
      client('GET', '/orders/{}/items'),
      'proved block',
    ],
    [
      'calls a route that now wants a token',
      routeRemoved('GET', '/orders/{}', { rule: rule('http.security-added') }),
      client('GET', '/orders/{}'),
      'corroborated warn',
    ],
  ])('%s: %#', async (_, change, fact, wanted) => {
    expect(await judged(change, fact)).toBe(wanted)
  })

  test('in a test breaks nobody', async () => {
    expect(await judged(totalRemoved(), reader, { path: 'test/checkout.test.ts' })).toBe('proved note')
  })
})

describe('settings', () => {
  const id = totalRemoved().rule.id
  test.each<[Levels, Change, Fact, string | null]>([
    [{ [id]: 'off' }, totalRemoved(), reader, null],
    [{ [id]: 'note' }, totalRemoved(), reader, 'proved note'],
    [{ [id]: 'warn' }, totalRemoved(), reader, 'proved warn'],
    [{ [id]: 'block' }, totalRemoved(), weak, 'corroborated warn'],
    [{ [id]: 'block' }, named(id, 'risky'), reader, 'proved block'],
    [{ other: 'off' }, totalRemoved(), reader, 'proved block'],
  ])('%j', async (levels, change, fact, wanted) => {
    expect(await judged(change, fact, { levels })).toBe(wanted)
  })
})

test('a change that nobody relies on is a note when a described contract breaks, and nothing otherwise', () => {
  const level = (change: Change) => judgeUnused({ change, dependents: [] }, {})?.level ?? 'nothing'
  expect(level(totalRemoved())).toBe('note')
  expect(level(named('http.response-property-removed', 'risky'))).toBe('nothing')
  expect(level(routeRemoved('GET', '/orders/{}'))).toBe('nothing')
})

test.each([
  ['src/checkout.test.ts', true],
  ['tests/test_invoice.py', true],
  ['billing/invoice_test.go', true],
  ['src/__tests__/checkout.ts', true],
  ['billing/test_invoice.py', true],
  ['src/main/OrderTest.java', true],
  ['src/latest.ts', false],
  ['src/contest/entry.ts', false],
  ['billing/invoice.py', false],
  ['src/attestation.go', false],
])('%s is a test: %s', (path, wanted) => {
  expect(isTestFile(path)).toBe(wanted)
})
