import type { RepositoryName } from '../../domain/blob.js'
import type { ClientFact, LocatedFact } from '../../domain/fact.js'
import { linkTo } from '../link.js'
import { fitPath, literalsOf } from '../path-fit.js'
import { methodsMeet, type Route } from '../routes.js'

/** A route that a call may mean, and how sure that is. */
export type Meant = { readonly route: Route; readonly strength: 'strong' | 'weak' }

/** The route of each repository that a call fits best, where its address may name that repository. */
export function routesMeant(
  call: LocatedFact<ClientFact>,
  routes: readonly Route[],
  repositories: readonly RepositoryName[],
): readonly Meant[] {
  const fitting = routes.filter((route) => fits(route, call))
  const promisers = [...new Set(fitting.map(({ repository }) => repository))]
  return promisers.flatMap((provider) => {
    const route = bestOf(fitting.filter(({ repository }) => repository === provider))
    const rivals = new Set(promisers.filter((each) => each !== provider))
    const caller = { repository: call.repository, base: call.fact.base, path: call.fact.path }
    const link = route && linkTo(caller, { provider, providerPath: route.path, repositories, rivals })
    return route && link ? [{ route, strength: link.strength }] : []
  })
}

function fits({ fact }: Route, { fact: call }: LocatedFact<ClientFact>): boolean {
  if (!methodsMeet(fact.method, call.method) || literalsOf(fact.path).length === 0) return false
  const fit = fitPath(fact.path, call.path)
  return fit === 'exact' || fit === 'parameter'
}

/** The one with most literal segments, as a router would choose; code before a description of it. */
function bestOf(routes: readonly Route[]): Route | null {
  const weight = ({ fact }: Route) => literalsOf(fact.path).length * 2 + (fact.source === 'code' ? 1 : 0)
  return routes.reduce<Route | null>(
    (best, each) => (best && weight(best) >= weight(each) ? best : each),
    null,
  )
}
