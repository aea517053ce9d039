import type { From } from './from.js'

/**
 * Methods and their handlers as calls of a chain: `get(list).post(create)`, `web::get().to(list)`. Each gives a route of its
 * own.
 */
export type Verbs = {
  /** Where the chain stands. */
  readonly of: From
  /** An expression whose first group is the method that a call's name tells, or any where it is none. */
  readonly fit: string
  /** Calls whose first argument tells the methods: `on(MethodFilter::GET, list)`. */
  readonly filters: readonly string[]
  /** The call that is given the handler; absent: the last argument of the call that tells the method. */
  readonly handler?: string
  /** Calls whose argument guards what stands before them in the chain. */
  readonly guards: readonly string[]
}
