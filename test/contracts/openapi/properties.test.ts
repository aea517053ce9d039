import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { compareDocuments, openapi } from '../../../src/contracts/index.js'
import { files, ordersWith } from './orders.js'

const name = fc.constantFrom('id', 'total', 'customer', 'lines', 'note', 'state')

const { schema } = fc.letrec<{ schema: Record<string, unknown> }>((tie) => ({
  schema: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record(
      {
        type: fc.constantFrom('string', 'integer', 'number', 'boolean'),
        maxLength: fc.nat(20),
        minimum: fc.nat(20),
        enum: fc.uniqueArray(fc.string(), { maxLength: 4 }),
        nullable: fc.boolean(),
        readOnly: fc.boolean(),
      },
      { requiredKeys: ['type'] },
    ),
    fc.record({ type: fc.constant('array'), items: tie('schema') }),
    fc.record({
      type: fc.constant('object'),
      properties: fc.dictionary(name, tie('schema')),
      required: fc.uniqueArray(name),
    }),
    fc.record({ oneOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ allOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }) }),
  ),
}))

type Side = 'request' | 'response'

function rulesOf(side: Side, old: unknown, head: unknown): readonly string[] {
  const { changes } = compareDocuments(openapi, files(ordersWith(side, old)), files(ordersWith(side, head)))
  return changes.filter(({ rule }) => rule.level === 'breaking').map(({ rule }) => rule.id)
}

describe('whatever the schema', () => {
  test('a description does not differ from itself, nor from itself in another order', () => {
    fc.assert(
      fc.property(schema, fc.constantFrom<Side>('request', 'response'), (any, side) => {
        expect(rulesOf(side, any, any)).toEqual([])
        expect(rulesOf(side, any, reversed(any))).toEqual([])
      }),
    )
  })

  test('an optional property that is added to an answer breaks nobody', () => {
    fc.assert(
      fc.property(
        fc.dictionary(name, schema),
        fc.uniqueArray(name),
        schema,
        (properties, required, added) => {
          const old = { type: 'object', properties, required }
          const head = { type: 'object', properties: { ...properties, discount: added }, required }
          expect(rulesOf('response', old, head)).toEqual([])
        },
      ),
    )
  })

  test('every change is described, placed, and touches each of its elements', () => {
    fc.assert(
      fc.property(schema, schema, fc.constantFrom<Side>('request', 'response'), (old, head, side) => {
        const { changes } = compareDocuments(
          openapi,
          files(ordersWith(side, old)),
          files(ordersWith(side, head)),
        )
        for (const change of changes) {
          expect(change.old ?? change.new).not.toBeNull()
          expect(change.touches.length).toBe(change.elements.length)
          expect(change.elements).toContain(change.element)
          expect(change.text).not.toMatch(/undefined|\[object/)
        }
      }),
    )
  })
})

describe('what narrows a request widens an answer when it is undone', () => {
  const narrowings: readonly (readonly [string, unknown, unknown])[] = [
    ['a limit', { type: 'integer', maximum: 9 }, { type: 'integer', maximum: 5 }],
    ['a least length', { type: 'string' }, { type: 'string', minLength: 2 }],
    ['null', { type: ['string', 'null'] }, { type: 'string' }],
    ['a type', { type: 'number' }, { type: 'integer' }],
    ['a type of a list', { oneOf: [{ type: 'string' }, { type: 'integer' }] }, { type: 'string' }],
    ['a requirement', { properties: { id: {} } }, { properties: { id: {} }, required: ['id'] }],
    ['a condition', { type: 'object' }, { type: 'object', else: { required: ['id'] } }],
  ]

  test.each(narrowings)('%s', (_, wide, narrow) => {
    const inside = (value: unknown) => ({ type: 'object', properties: { total: value } })

    expect(rulesOf('request', inside(wide), inside(narrow)).length).toBe(1)
    expect(rulesOf('request', inside(narrow), inside(wide))).toEqual([])
    expect(rulesOf('response', inside(narrow), inside(wide)).length).toBe(1)
    expect(rulesOf('response', inside(wide), inside(narrow))).toEqual([])
  })
})

/** The same value with the keys of its objects the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, reversed(each)]),
  )
}
