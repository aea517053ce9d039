import type { MethodOrAny } from './element.js'

/**
 * Where a value is taken from, read from left to right: `argument 0`, `keyword prefix`, `receiver keyword prefix` (of the
 * call that made the receiver), `argument 1 . method` (a field of an object), `argument 0 argument 1` (of a call),
 * `argument 0 . topics first` (of a list), `keywords` (all of them, as an object), `arguments` (all of them, as a list), `type 0` (between the brackets, a name), `rest 1` (those
 * from the second on),
 * `chained Methods arguments` (of the call named `Methods` in the same chain, before or after), `made baseUrl argument 0` (of the one by that name among those that
 * led to the receiver), `inside setBody argument 0` (of the one by that name in a function that the call is given), `item root argument 0` (of the first call of the chain that the item is), `given WithUnit argument 0` (of the call
 * by that name among the arguments).
 */
export type From = string

/** A method: fixed, or the matched name in capitals, or taken from a value. */
export type MethodFrom =
  | { readonly fixed: MethodOrAny }
  /** `fit`: an expression whose first group is the part of the name that matters: `Map(Get)`. */
  | { readonly name: true; readonly fit?: string }
  | { readonly from: readonly From[]; readonly default: MethodOrAny }
  /** The first of these calls that stands in the same chain, and what it is given where that is a method. */
  | { readonly chained: readonly string[]; readonly default: MethodOrAny }
