import { describe, expect, test } from '@jest/globals'
import { findUnmet } from '../../src/analysis/index.js'
import type { Fact, FactIndex, RepositoryFacts } from '../../src/domain/fact.js'
import { client, indexOf, repository, route } from './shop.js'

const relative = { base: { type: 'relative' } } as const
const routes: readonly Fact[] = [
  route('GET', '/api/orders/{}'),
  route('POST', '/api/orders/{}/items', { line: 11 }),
]
const caller = 'web/src/api.ts'

/** What is unmet of calls that a change adds in one repository. */
async function unmet(
  {
    before = [],
    after,
    provider = routes,
  }: { before?: readonly Fact[]; after: readonly Fact[]; provider?: readonly Fact[] },
  {
    index = indexOf(),
    path = caller,
    problems = [],
    routesIn = 'src/routes.ts',
  }: {
    index?: FactIndex
    path?: string
    problems?: RepositoryFacts['problems']
    routesIn?: string
  } = {},
) {
  const base = repository('acme/shop', { [routesIn]: provider, [path]: before })
  const head = { ...repository('acme/shop', { [routesIn]: provider, [path]: after }), problems }
  return findUnmet({ base, head, changedPaths: new Set([path]), index })
}

describe('a new call', () => {
  test('that no route takes is unmet, with the nearest route and what it called before', async () => {
    const before = [client('POST', '/api/orders/{}/things', { ...relative, within: 'addItem' })]
    const after = [client('POST', '/api/orders/{}/item', { ...relative, within: 'addItem' })]
    const [found] = await unmet({ before, after })
    expect(found?.consumer.element).toBe('http POST /api/orders/{}/item')
    expect(found?.nearest?.element).toBe('http POST /api/orders/{}/items')
    expect(found?.before?.element).toBe('http POST /api/orders/{}/things')
    expect(found?.link.strength).toBe('strong')
  })

  test('with another method than the route has is unmet', async () => {
    const [found] = await unmet({ after: [client('DELETE', '/api/orders/{}', relative)] })
    expect(found?.nearest?.element).toBe('http GET /api/orders/{}')
  })

  test('of another repository, which its address names, is unmet', async () => {
    const index = indexOf(repository('acme/orders', { 'routes.py': [route('GET', '/orders/{}')] }))
    const [found] = await unmet({ after: [client('GET', '/orders/{}/lines')] }, { index })
    expect(found?.nearest?.repository).toBe('acme/orders')
    expect(found?.link.reason).toBe('its address names acme/orders')
  })
})

describe('silence', () => {
  const call = client('POST', '/api/orders/{}/item', relative)

  test.each<[string, Parameters<typeof unmet>[0]]>([
    ['a call that a route takes', { after: [client('POST', '/api/orders/{}/items', relative)] }],
    ['a call that was there at the base', { before: [call], after: [{ ...call, line: 99 }] }],
    [
      'a route that takes everything below',
      { after: [call], provider: [...routes, route('ANY', '/api/{*}')] },
    ],
    ['a call whose parameter may be the literal', { after: [client('POST', '/api/orders/{}/{}', relative)] }],
    ['no route beside it', { after: [client('GET', '/api/invoices/{}', relative)] }],
    [
      'a stranger',
      {
        after: [
          client('POST', '/api/orders/{}/item', {
            base: { type: 'origin', origin: 'https://api.stripe.com' },
          }),
        ],
      },
    ],
    [
      'an address that names an unknown repository',
      {
        after: [
          client('POST', '/api/orders/{}/item', { base: { type: 'environment', name: 'PAYMENTS_URL' } }),
        ],
      },
    ],
    [
      'a route that is only likely',
      { after: [call], provider: routes.map((each) => ({ ...each, certainty: 'likely' as const })) },
    ],
    [
      'a mount whose prefix is not known',
      {
        after: [call],
        provider: [
          ...routes,
          {
            kind: 'mount',
            prefix: '/{}',
            receiver: null,
            target: { name: 'admin', module: null },
            line: 3,
            rule: 'express.mount',
            certainty: 'certain',
          },
        ],
      },
    ],
  ])('%s', async (_, facts) => {
    expect(await unmet(facts)).toEqual([])
  })

  test('routes that only the stand-in of a foreign API declares', async () => {
    expect(await unmet({ after: [call] }, { routesIn: 'remote/fixtures/handler.go' })).toEqual([])
  })

  test('a test file, and a file of routes that could not be read in full', async () => {
    expect(await unmet({ after: [call] }, { path: 'web/src/api.test.ts' })).toEqual([])
    expect(
      await unmet({ after: [call] }, { problems: [{ problem: 'unexpected token', path: 'src/routes.ts' }] }),
    ).toEqual([])
  })
})
