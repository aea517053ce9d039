import { createHash } from 'node:crypto'
import type { Change, Rule } from '../../src/domain/change.js'
import { answerElement, routeElement } from '../../src/domain/element.js'
import type {
  ClientFact,
  Fact,
  FactIndex,
  FactOf,
  FieldFact,
  LocatedFact,
  RepositoryFacts,
  RouteFact,
  UrlBase,
} from '../../src/domain/fact.js'
import { factKey } from '../../src/lib/fact-key.js'

// The order shop as facts: the repositories of one organisation, made by hand.

export const commitOf = (repository: string) => createHash('sha1').update(repository).digest('hex')

export const ordersUrl: UrlBase = { type: 'environment', name: 'ORDERS_URL' }

export function route(method: RouteFact['method'], path: string, more: Partial<RouteFact> = {}): RouteFact {
  return {
    kind: 'route',
    method,
    path,
    line: 10,
    rule: 'express.route',
    certainty: 'certain',
    receiver: null,
    handler: null,
    guards: [],
    source: 'code',
    ...more,
  }
}

export function client(
  method: ClientFact['method'],
  path: string,
  more: Partial<ClientFact> = {},
): ClientFact {
  const base = { kind: 'client', method, path, line: 20, rule: 'fetch.client', certainty: 'certain' } as const
  return { ...base, base: ordersUrl, sends: null, ...more }
}

export function field(path: string, name: string, more: Partial<FieldFact> = {}): FieldFact {
  const origin = { type: 'answer', method: 'GET', path, base: ordersUrl } as const
  return {
    kind: 'field',
    access: 'read',
    field: name,
    origin,
    line: 30,
    rule: 'read',
    certainty: 'certain',
    ...more,
  }
}

/** A repository whose files hold these facts. */
export function repository(name: string, files: Readonly<Record<string, readonly Fact[]>>): RepositoryFacts {
  const snapshot = { repository: name, commit: commitOf(name) }
  const facts = Object.entries(files).flatMap(([path, each]) =>
    each.map((fact) => located(snapshot, path, fact)),
  )
  return { snapshot, facts, problems: [] }
}

function located(snapshot: RepositoryFacts['snapshot'], path: string, fact: Fact): LocatedFact {
  return { fact, element: elementOf(fact), ...snapshot, path, blob: commitOf(path) }
}

function elementOf(fact: Fact): string {
  if (fact.kind === 'route' || fact.kind === 'client') return routeElement(fact.method, fact.path)
  if (fact.kind === 'field' && fact.origin.type === 'answer') {
    return answerElement(fact.origin.method, fact.origin.path, '*', fact.field)
  }
  return fact.kind
}

export function indexOf(...repositories: readonly RepositoryFacts[]): FactIndex {
  return {
    snapshots: repositories.map((each) => each.snapshot),
    find: async (kind, key) =>
      repositories
        .flatMap((each) => each.facts)
        .filter(
          (each): each is LocatedFact<FactOf<typeof kind>> =>
            each.fact.kind === kind && factKey(each.fact) === key,
        ),
  }
}

export function rule(id: string, more: Partial<Rule> = {}): Rule {
  return {
    id,
    reference: null,
    level: 'breaking',
    breaks: 'consumer',
    why: 'Callers that read it find nothing.',
    safeWhen: 'Nobody reads it any more.',
    ...more,
  }
}

export function totalRemoved(more: Partial<Change> = {}): Change {
  const element = 'http GET /orders/{} response 200 total'
  return {
    rule: rule('http.response-property-removed'),
    kind: 'openapi',
    element,
    elements: [element],
    text: 'GET /orders/{id}, answer 200, `total`: the property, which was always there, is removed',
    old: { path: 'openapi.yaml', line: 41 },
    new: { path: 'openapi.yaml', line: 36 },
    touches: [{ type: 'answer', method: 'GET', path: '/orders/{}', status: '200', field: 'total' }],
    ...more,
  }
}

export function routeRemoved(method: RouteFact['method'], path: string, more: Partial<Change> = {}): Change {
  const element = routeElement(method, path)
  return {
    rule: rule('http.route-removed', { why: 'Whoever still calls the route is answered with 404 or 405.' }),
    kind: 'http',
    element,
    elements: [element],
    text: `${method} ${path} is no longer declared`,
    old: { path: 'src/routes.ts', line: 12 },
    new: null,
    touches: [{ type: 'route', method, path }],
    ...more,
  }
}
