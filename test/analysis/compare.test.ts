import { expect, test } from '@jest/globals'
import { compareContracts } from '../../src/analysis/index.js'
import type { Change, ContractKind } from '../../src/domain/change.js'
import { routeRemoved, rule, totalRemoved } from './shop.js'

const sides = () => ({ documents: new Map([['openapi.yaml', 'openapi: 3.1.0']]), facts: null })

function kind(id: string, changes: readonly Change[]): ContractKind {
  const problems = [{ problem: `${id} met a file that it could not read`, path: 'a.yaml' }]
  const compare = () => ({ changes, problems })
  return {
    id,
    title: id,
    rules: [],
    isDocument: () => false,
    facts: () => ({ facts: [], problems: [] }),
    compare,
  }
}

const inCode = routeRemoved('GET', '/orders/{}')
const inDocument = routeRemoved('GET', '/orders/{}', {
  kind: 'openapi',
  old: { path: 'openapi.yaml', line: 4 },
})

test('what code and a document both lose is told once, by the document', () => {
  for (const kinds of [
    [kind('http', [inCode]), kind('openapi', [inDocument])],
    [kind('openapi', [inDocument]), kind('http', [inCode])],
  ]) {
    expect(compareContracts(kinds, sides, sides, new Map()).changes).toEqual([inDocument])
  }
})

test('what only one of them loses stays', () => {
  const other = routeRemoved('PUT', '/orders/{}')
  const { changes } = compareContracts(
    [kind('http', [inCode, other]), kind('openapi', [inDocument])],
    sides,
    sides,
    new Map(),
  )
  expect(changes).toEqual([inDocument, other])
})

test('the graver of two tellings stays: a document that announced the removal does not hide that it is certain', () => {
  const announced = { ...inDocument, rule: rule('http.deprecated-route-removed', { level: 'risky' }) }
  const { changes } = compareContracts(
    [kind('openapi', [announced]), kind('http', [inCode])],
    sides,
    sides,
    new Map(),
  )
  expect(changes).toEqual([inCode])
})

test('two changes of one kind are two, and the order does not depend on who tells first', () => {
  const changes = [totalRemoved(), totalRemoved({ rule: rule('http.other', { level: 'risky' }) }), inDocument]
  const forward = compareContracts([kind('openapi', changes)], sides, sides, new Map())
  const backward = compareContracts([kind('openapi', [...changes].reverse())], sides, sides, new Map())
  expect(forward.changes).toEqual(backward.changes)
  expect(forward.changes.map((each) => each.rule.level)).toEqual(['breaking', 'breaking', 'risky'])
})

test('problems of every kind are kept, each once', () => {
  const { problems } = compareContracts(
    [kind('http', []), kind('openapi', []), kind('http', [])],
    sides,
    sides,
    new Map(),
  )
  expect(problems).toHaveLength(2)
})
