import { describe, expect, test } from '@jest/globals'
import { compareDocuments, openapi } from '../../../src/contracts/index.js'
import { files, ordersWith } from './orders.js'

const good = ordersWith('response', { type: 'object', properties: { total: { type: 'integer' } } })

/** What is said when a text replaces a good description: never an exception, and never a removal of what was not read. */
function replacedBy(text: string, path = 'openapi.yaml') {
  return compareDocuments(openapi, files(good, path), files(text, path))
}

function referring(reference: string) {
  return replacedBy(ordersWith('response', { $ref: reference }))
}

describe('a text that would hurt', () => {
  const open = 'openapi: 3.1.0\npaths:\n'
  const hostile: readonly (readonly [string, string])[] = [
    ['hundreds of thousands of open brackets', `${open}  /orders: ${'['.repeat(300_000)}`],
    ['hundreds of thousands of open objects', `${open}  /orders: ${'{"a":'.repeat(300_000)}`],
    ['lists in lists on one line', `${open}  /orders: \n    ${'- '.repeat(100_000)}`],
    [
      'indents without end',
      open + Array.from({ length: 3_000 }, (_, n) => `${' '.repeat(n + 2)}a:`).join('\n'),
    ],
    ['a billion laughs', `${open}${laughs(12)}`],
    ['an alias of itself', `${open}  /orders: &a\n    get: *a\n`],
    ['an unclosed quote', `${open}  "/orders: {`],
    ['no YAML at all', `openapi: 3.1.0\n\u0000\u0001\u0002 [[[ : : : %`],
    ['a megabyte of one key after another', open + manyKeys(40_000)],
  ]

  test.each(hostile)('%s is a problem or harmless, never an exception', (_, text) => {
    const started = performance.now()
    const { changes, problems } = replacedBy(text)

    // Either it could be read, or it is a problem and nothing is said to be gone.
    expect(problems.length === 0 || changes.length === 0).toBe(true)
    expect(performance.now() - started).toBeLessThan(15_000)
  })

  test('a key called __proto__ is a key', () => {
    const text = ordersWith('response', { type: 'object' }).replace(
      '"type"',
      '"__proto__":{"polluted":1},"type"',
    )

    expect(() => replacedBy(text)).not.toThrow()
    expect({}).not.toHaveProperty('polluted')
  })
})

describe('a reference that leads somewhere it should not', () => {
  test.each([
    'http://169.254.169.254/latest/meta-data',
    'https://evil.example/schema.yaml#/Order',
    'file:///etc/passwd',
    '//evil.example/schema.yaml',
    '/etc/passwd',
    '../../../etc/passwd',
    'schemas/../../../../etc/passwd#/root',
  ])('%s is not followed', (reference) => {
    const { changes, problems } = referring(reference)

    expect(problems).toEqual([
      expect.objectContaining({
        problem: expect.stringContaining('not followed'),
        path: 'openapi.yaml',
        line: 1,
      }),
    ])
    expect(changes).toEqual([])
  })

  test.each(['#/components/schemas/Gone', 'gone.yaml', '#/%', '#/paths/~1orders/post/__proto__'])(
    '%s names nothing, and what it would have said is unknown',
    (reference) => {
      const { changes, problems } = referring(reference)

      expect(problems.length).toBe(1)
      expect(changes).toEqual([])
    },
  )

  test('a chain that bites its tail is a problem', () => {
    const circle = JSON.parse(ordersWith('response', { $ref: '#/components/schemas/A' }))
    circle.components = {
      schemas: { A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/A' } },
    }
    const { changes, problems } = replacedBy(JSON.stringify(circle))

    expect(problems).toEqual([
      expect.objectContaining({ problem: expect.stringContaining('back to itself') }),
    ])
    expect(changes).toEqual([])
  })
})

test('schemas that name each other exponentially often are compared in time', () => {
  const schemas = (type: string) =>
    Object.fromEntries(
      Array.from({ length: 40 }, (_, n) => {
        const next = { $ref: `#/components/schemas/S${n + 1}` }
        return [`S${n}`, n === 39 ? { type } : { type: 'object', properties: { left: next, right: next } }]
      }),
    )
  const document = (type: string) => {
    const whole = JSON.parse(ordersWith('response', { $ref: '#/components/schemas/S0' }))
    return JSON.stringify({ ...whole, components: { schemas: schemas(type) } })
  }
  const { changes } = compareDocuments(openapi, files(document('string')), files(document('integer')))

  expect(changes.map(({ rule }) => rule.id)).toEqual(['http.response-property-type-changed'])
  expect(changes[0]?.elements.length).toBeLessThan(100)
})

/** Each anchor is ten times the one before it. */
function laughs(levels: number): string {
  const lines = Array.from({ length: levels }, (_, n) => {
    const inside = n === 0 ? '"ha"' : Array.from({ length: 10 }, () => `*l${n - 1}`).join(', ')
    return `  /l${n}: &l${n} [${inside}]`
  })
  return `${lines.join('\n')}\n`
}

function manyKeys(count: number): string {
  return Array.from({ length: count }, (_, n) => `  /orders/list${n}: {}`).join('\n')
}
