import type { MethodOrAny } from './element.js'

/**
 * How a framework says something: data, not code. A rule is read as "when a blob imports …, a call (or decorator) named …
 * on … means …". The same shape can be written in YAML by a repository for its own framework.
 */
export type Framework = {
  readonly id: string
  readonly languages: readonly string[]
  /** Modules whose import makes the rules apply, with `*` for any tail; absent: the rules always apply. */
  readonly imports?: readonly string[]
  readonly rules: readonly FrameworkRule[]
}

export type FrameworkRule = RouteRule | MountRule | ClientRule | EnvironmentRule

type RuleBase = {
  /** Unique within the framework: `route`; the fact's rule is `express.route`. */
  readonly id: string
  readonly match: Match
}

/** What to look for. Every given part must hold. */
export type Match = {
  readonly on: 'call' | 'decorator' | 'member'
  /** The last segment of the callee, any of these; for a member, the names it is a member of (`process.env`). */
  readonly name: readonly string[]
  /** What the receiver must come from: `express()`, `express.Router()`, `axios`, `axios.create()`, `gin.Default()`. */
  readonly receiver?: readonly string[]
  /** A regular expression for a receiver whose origin is unknown; the fact is then only `likely`. */
  readonly receiverName?: string
  /** A regular expression that the first argument's text must match. */
  readonly firstArgument?: string
  readonly minArguments?: number
}

/** Where a value is taken from: `argument 0`, `keyword prefix`, `argument 1 . method`, `name`, `receiver keyword prefix`. */
export type From = string

/** A method: fixed, or the matched name in capitals, or taken from a value. */
export type MethodFrom =
  | { readonly fixed: MethodOrAny }
  | { readonly name: true }
  | { readonly from: readonly From[]; readonly default: MethodOrAny }

export type RouteRule = RuleBase & {
  readonly emit: 'route'
  readonly method: MethodFrom
  /** Tried in order. */
  readonly path: readonly From[]
  /** Put before the path: the prefix given where the receiver was made (`APIRouter(prefix=…)`, `r.Group('/api')`). */
  readonly receiverPrefix?: readonly From[]
  /** The path may hold its own method: `mux.HandleFunc("GET /orders", …)`. */
  readonly methodInPath?: boolean
  /** Which arguments are guards: those between the path and the handler, or a keyword. */
  readonly guards?: 'between' | From
  readonly handler: 'last' | 'decorated' | From
}

export type MountRule = RuleBase & {
  readonly emit: 'mount'
  readonly prefix: readonly From[]
  readonly target: From
}

export type ClientRule = RuleBase & {
  readonly emit: 'client'
  readonly method: MethodFrom
  readonly url: readonly From[]
  /** Where the client itself was given a base: `axios.create({ baseURL })`, `httpx.Client(base_url=…)`. */
  readonly receiverBase?: readonly From[]
  readonly body?: readonly From[]
  /** Steps from the call's value to the parsed answer: `json()` for fetch, `data` for axios. */
  readonly answer: readonly string[]
}

export type EnvironmentRule = RuleBase & {
  readonly emit: 'environment'
  readonly variable: From | 'member'
  /** Where a default is given, when it can be: `argument 1`. */
  readonly default?: From
}
