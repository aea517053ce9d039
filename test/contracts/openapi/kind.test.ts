import { describe, expect, test } from '@jest/globals'
import { compareDocuments, diffRows, openapi } from '../../../src/contracts/index.js'

const orders = `openapi: 3.0.3
info: { title: orders, version: '1' }
servers:
  - url: https://{region}.shop.example/{version}/
    variables: { region: { default: eu }, version: { default: v1 } }
paths:
  /orders:
    get: &list { operationId: listOrders, responses: { '200': { description: all } } }
  /orders/{id}:
    servers: [{ url: /internal }]
    get:
      responses: { '200': { description: one } }
`

describe('the routes of a description', () => {
  test('are certain, at the line of their method, under the path of the first server', () => {
    const { facts, problems } = openapi.facts('api/openapi.yaml', orders)

    expect(problems).toEqual([])
    expect(facts).toEqual([
      expect.objectContaining({
        kind: 'route',
        method: 'GET',
        path: '/v1/orders',
        line: 8,
        handler: 'listOrders',
        source: 'description',
        certainty: 'certain',
      }),
      expect.objectContaining({ path: '/internal/orders/{}', line: 11, handler: null }),
    ])
  })

  test('start with the base path in Swagger 2', () => {
    const text = "swagger: '2.0'\nbasePath: /v1\npaths:\n  /orders:\n    get: {}\n"

    expect(openapi.facts('swagger.yml', text).facts).toEqual([
      expect.objectContaining({ path: '/v1/orders' }),
    ])
  })

  test('are as many as can be read when the text is broken further down', () => {
    const { facts, problems } = openapi.facts('openapi.yaml', `${orders}  /broken: [\n`)

    expect(facts.length).toBe(2)
    expect(problems).toEqual([expect.objectContaining({ path: 'openapi.yaml' })])
  })
})

describe('a file is looked at', () => {
  test.each([
    ['openapi.yaml', 'openapi: 3.1.0\n'],
    ['docs/api.yml', '# Orders\n\n---\nswagger: "2.0"\n'],
    ['openapi.json', '{ "info": { "title": "orders" }, "openapi": "3.0.3" }'],
    ['schemas/order.yaml', 'type: object\nproperties: {}\n'],
  ])('%s', (path, text) => {
    expect(openapi.isDocument(path, text)).toBe(true)
  })

  test.each([
    ['README.md', 'openapi: 3.1.0\n'],
    ['src/orders.ts', 'const openapi = "3.1.0"'],
    ['docker-compose.yml', 'services:\n  orders:\n    image: orders\n'],
    ['.github/workflows/test.yml', 'on: push\njobs: { schema: {} }\n'],
  ])('but not %s', (path, text) => {
    expect(openapi.isDocument(path, text)).toBe(false)
  })
})

test('the rows of a comparison are the gravest first, each with its rule and the lines of both sides', () => {
  const head = orders.replace(
    "    get: &list { operationId: listOrders, responses: { '200': { description: all } } }\n",
    '    post: {}\n',
  )
  const rows = diffRows(
    compareDocuments(openapi, new Map([['old.yaml', orders]]), new Map([['new.yaml', head]])),
  )

  expect(rows).toEqual([
    {
      rule: 'http.route-removed',
      reference: 'api-removed-without-deprecation',
      level: 'breaking',
      breaks: 'consumer',
      element: 'http GET /v1/orders',
      elements: ['http GET /v1/orders'],
      text: 'GET /v1/orders: the operation is removed',
      old: { path: 'old.yaml', line: 8 },
      new: { path: 'new.yaml', line: 7 },
    },
  ])
})

test('one cause in a shared schema is one change that touches every operation it reaches', () => {
  const answer = "{ content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }"
  const document = (properties: string) =>
    [
      'openapi: 3.0.3',
      'paths:',
      ...Array.from({ length: 40 }, (_, n) => `  /orders/${n}: { get: { responses: { '200': ${answer} } } }`),
      'components:',
      '  schemas:',
      '    Order:',
      '      required: [id, total]',
      '      properties:',
      properties,
    ].join('\n')
  const old = document('        total: { type: integer }\n        id: { type: string }\n')
  const head = document('        id: { type: string }\n')
  const { changes } = compareDocuments(openapi, new Map([['a.yaml', old]]), new Map([['a.yaml', head]]))

  expect(changes.length).toBe(1)
  expect(changes[0]?.elements.length).toBe(40)
  expect(changes[0]?.touches[1]).toEqual({
    type: 'answer',
    method: 'GET',
    path: '/orders/1',
    status: '200',
    field: 'total',
  })
  expect(changes[0]?.text).toMatch(/and 39 more places/)
})
