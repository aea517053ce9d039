/**
 * What services promise over HTTP in their own code: the routes they declare.
 *
 * Both sides are compared as joined facts, by the full path that a caller uses, so a moved file or a router mounted
 * elsewhere under the same path changes nothing. Deliberately absent: what a route reads and answers (descriptions say
 * that), and its guards (a kind of their own).
 */
import type { ContractKind } from '../../domain/change.js'
import { compareRoutes } from './compare-routes.js'
import { routeRemoved } from './rules/route-removed.js'

export const http: ContractKind = {
  id: 'http',
  title: 'HTTP routes',
  rules: [routeRemoved],
  isDocument: () => false,
  facts: () => ({ facts: [], problems: [] }),
  compare: compareRoutes,
}
