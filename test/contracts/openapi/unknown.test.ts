import { describe, expect, test } from '@jest/globals'
import { compareDocuments, openapi } from '../../../src/contracts/index.js'

const head = 'openapi: 3.0.3\npaths:\n'
const operation = `    post:
      parameters:
        - $ref: parts/page.yaml
      requestBody:
        $ref: parts/body.yaml
      responses:
        '201':
          $ref: parts/created.yaml
`
const schema = (text: string) => `description: created\ncontent: { application/json: { schema: ${text} } }\n`
const parts: Readonly<Record<string, string>> = {
  'parts/page.yaml': 'name: page\nin: query\nschema: { type: integer }\n',
  'parts/body.yaml': 'content: { application/json: { schema: { type: object } } }\n',
  'parts/created.yaml': schema('{ $ref: order.yaml }'),
  'parts/order.yaml': 'required: [id]\nproperties:\n  id: { $ref: id.yaml }\n',
  'parts/id.yaml': 'type: string\n',
}
const base = new Map([['api.yaml', `${head}  /orders:\n${operation}`], ...Object.entries(parts)])

function told(change: Readonly<Record<string, string | null>>) {
  const after = new Map<string, string>(base)
  for (const [path, text] of Object.entries(change)) {
    if (text === null) after.delete(path)
    else after.set(path, text)
  }
  const { changes, problems } = compareDocuments(openapi, base, after)
  return { rules: changes.map(({ rule }) => rule.id), problems: problems.map(({ path }) => path) }
}

describe('what cannot be read at the head is unknown, not gone', () => {
  test('the parts are read at the base', () => {
    expect(told({})).toEqual({ rules: [], problems: [] })
    expect(told({ 'parts/order.yaml': 'properties: {}\n' }).rules).toEqual(['http.response-property-removed'])
  })

  test.each(Object.keys(parts))('%s is missing', (path) => {
    const { rules, problems } = told({ [path]: null })

    expect(rules).toEqual([])
    expect(problems.length).toBe(1)
  })

  test('a part is broken half-way', () => {
    const { rules, problems } = told({ 'parts/order.yaml': 'required: [id]\nproperties: {\n' })

    expect(rules).toEqual([])
    expect(problems).toContain('parts/order.yaml')
  })

  test('a path lives in a file that is missing', () => {
    expect(told({ 'api.yaml': `${head}  /orders:\n    $ref: paths/orders.yaml\n` })).toEqual({
      rules: [],
      problems: ['api.yaml'],
    })
  })

  test('but what is gone from a whole document is gone, whatever happens in another', () => {
    const old = new Map([...base, ['billing.yaml', `${head}  /invoices:\n    get: {}\n`]])
    const after = new Map([...base, ['billing.yaml', `${head}  /health:\n    get: {}\n`], ['api.yaml', '{']])

    expect(compareDocuments(openapi, old, after).changes.map(({ element }) => element)).toEqual([
      'http GET /invoices',
    ])
  })
})
