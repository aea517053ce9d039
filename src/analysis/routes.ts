import type { MethodOrAny } from '../domain/element.js'
import type { LocatedFact, RepositoryFacts, RouteFact } from '../domain/fact.js'
import { type Fit, fitPath, literalsOf } from './path-fit.js'

export type Route = LocatedFact<RouteFact>

/** What a call asks for. */
export type Asked = { readonly method: MethodOrAny; readonly path: string }

export function routesOf(repository: RepositoryFacts): readonly Route[] {
  return repository.facts.filter((each): each is Route => each.fact.kind === 'route')
}

/** Whether two methods may be the same one: `ANY` is a method that is not known, or every method. */
export function methodsMeet(one: MethodOrAny, other: MethodOrAny): boolean {
  return one === other || one === 'ANY' || other === 'ANY'
}

/**
 * The route that a router would choose for a call: of those that fit, the one with most literal segments. A route without
 * any literal segment (the catch-all that serves a web page) answers everything and so promises nothing: it never counts.
 */
export function routeFor(routes: readonly Route[], asked: Asked, fits: readonly Fit[]): Route | null {
  let best: { readonly route: Route; readonly score: number } | null = null
  for (const route of routes) {
    if (!methodsMeet(route.fact.method, asked.method)) continue
    const fit = fitPath(route.fact.path, asked.path)
    const literals = literalsOf(route.fact.path).length
    if (fit === null || !fits.includes(fit) || (literals === 0 && route.fact.path !== asked.path)) continue
    const score = weights[fit] + literals
    if (best === null || score > best.score) best = { route, score }
  }
  return best?.route ?? null
}

const weights: Readonly<Record<Fit, number>> = { exact: 2000, parameter: 1000, offset: 0 }
