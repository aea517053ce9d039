import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { compareDocuments, openapi } from '../../../src/contracts/index.js'
import { readFolder } from '../folder.js'
import { agreement, wantsIn } from '../want.js'

const fixtures = fileURLToPath(new URL('fixtures', import.meta.url))
const names = readdirSync(fixtures).sort()

describe('every fixture is told exactly as its lines want', () => {
  test.each(names)('%s', (name) => {
    const [base, head] = [readFolder(`${fixtures}/${name}/base`), readFolder(`${fixtures}/${name}/head`)]
    const { changes, problems } = compareDocuments(openapi, base, head)

    expect(problems).toEqual([])
    expect(agreement([...wantsIn('base', base), ...wantsIn('head', head)], changes)).toEqual({
      missing: [],
      extra: [],
    })
    expect(changes.length === 0).toBe(name.startsWith('compatible-'))
  })
})

test('every rule is wanted by some fixture', () => {
  const wanted = names.flatMap((name) =>
    ['base', 'head'].flatMap((side) =>
      wantsIn('base', readFolder(`${fixtures}/${name}/${side}`)).map(({ rule }) => rule),
    ),
  )

  expect([...new Set(openapi.rules.map(({ id }) => id))].filter((id) => !wanted.includes(id))).toEqual([])
})

test('every rule explains itself, and no reference is named twice', () => {
  const references = openapi.rules.flatMap(({ reference }) => reference ?? [])

  expect(openapi.rules.filter(({ why, safeWhen }) => !why.endsWith('.') || !safeWhen.endsWith('.'))).toEqual(
    [],
  )
  expect(references.length).toBe(new Set(references).size)
})
