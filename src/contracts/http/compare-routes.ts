import type { Change, Comparison, ContractSide, Renames } from '../../domain/change.js'
import { pathTemplate, routeElement } from '../../domain/element.js'
import type { RepositoryFacts } from '../../domain/fact.js'
import { isTestFile } from '../../lib/test-file.js'
import type { Route } from './route.js'
import { routeRemoved } from './rules/route-removed.js'
import { successorOf } from './successor.js'

/** Routes that the base declares in code and that no part of the head declares: no file, no mount, no description. */
export function compareRoutes(base: ContractSide, head: ContractSide, renames: Renames): Comparison {
  if (!base.facts || !head.facts) return { changes: [], problems: [] }
  const [before, after] = [routesOf(base.facts), routesOf(head.facts)]
  const known = new Set(before.map(({ fact }) => routeElement(fact.method, fact.path)))
  const unread = new Set(head.facts.problems.flatMap(({ path }) => (path === undefined ? [] : [path])))
  const isRead = (route: Route) => !unread.has(renames.get(route.path) ?? route.path)
  // A route of a test's own server is nobody's promise.
  const isDeclared = declaredAmong(after)
  const gone = before.filter((route) => isCode(route) && !isDeclared(route) && !isTestFile(route.path))
  const added = after.filter(({ fact }) => !known.has(routeElement(fact.method, fact.path)))
  // A file that could not be parsed may still declare it: that is unknown, not gone.
  const removed = firstOfEach(gone.filter(isRead))
  return { changes: removed.map((route) => change(route, added, renames)), problems: [] }
}

function routesOf(facts: RepositoryFacts): readonly Route[] {
  return facts.facts.flatMap((each) => (each.fact.kind === 'route' ? [{ ...each, fact: each.fact }] : []))
}

function isCode({ fact }: Route): boolean {
  return fact.source === 'code'
}

/** Tells whether some of the routes answers what another one answered: most have the same path, some take all below theirs. */
function declaredAmong(routes: readonly Route[]): (route: Route) => boolean {
  const exact = new Set(routes.map(({ fact }) => `${fact.method} ${pathTemplate(fact.path)}`))
  const general = routes.filter(({ fact }) => pathTemplate(fact.path).endsWith('/{*}'))
  return ({ fact }) => {
    const path = pathTemplate(fact.path)
    if (exact.has(`${fact.method} ${path}`) || exact.has(`ANY ${path}`)) return true
    return general.some(
      (each) =>
        (each.fact.method === fact.method || each.fact.method === 'ANY') &&
        covers(pathTemplate(each.fact.path), path),
    )
  }
}

/** `/files/{*}` answers everything below `/files`. */
function covers(general: string, special: string): boolean {
  return general === special || (general.endsWith('/{*}') && special.startsWith(general.slice(0, -3)))
}

/** One of several declarations of the same route, in the order of the text. */
function firstOfEach(routes: readonly Route[]): readonly Route[] {
  const seen = new Set<string>()
  return routes.filter(({ fact }) => {
    const element = routeElement(fact.method, fact.path)
    return !seen.has(element) && seen.add(element)
  })
}

function change(route: Route, added: readonly Route[], renames: Renames): Change {
  const { method } = route.fact
  const path = pathTemplate(route.fact.path)
  const element = routeElement(method, path)
  const successor = successorOf(route, added, renames)
  const now = successor ? `; now ${successor.fact.method} ${pathTemplate(successor.fact.path)}` : ''
  return {
    rule: routeRemoved,
    kind: 'http',
    element,
    elements: [element],
    text: `${method} ${path} is no longer declared${now}`,
    old: { path: route.path, line: route.fact.line },
    new: successor ? { path: successor.path, line: successor.fact.line } : null,
    touches: [{ type: 'route', method, path }],
  }
}
