import type { LocatedFact, RouteFact } from '../../domain/fact.js'

/** A route with its file; its path is the full one. */
export type Route = LocatedFact<RouteFact>
