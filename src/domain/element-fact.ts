import type { Element } from './element.js'
import type { FactBase } from './fact-base.js'

/**
 * An element that one place promises or relies on, where nothing but its name is needed to join the two sides. Contracts
 * that need more than a name (routes, calls, fields of answers) have facts of their own.
 */
export type ElementFact = FactBase & {
  readonly kind: ElementKind
  /** As far as the blob tells; `{file}` stands for the path of the blob, which only the tree knows. */
  readonly element: Element
  readonly action: Action
  /** What else is said there. */
  readonly details?: Details
}

/** The first word of the element. `element.ts` shows how each is spelt. */
export type ElementKind =
  | 'grpc'
  | 'graphql'
  | 'event'
  | 'schema'
  | 'sql'
  | 'metric'
  | 'log'
  | 'span'
  | 'index'
  | 'enum'
  | 'claim'
  | 'flag'
  | 'config'
  | 'service'
  | 'port'
  | 'image'
  | 'proxy'
  | 'workflow'
  | 'package'

/** Every kind, for those who list or check them; the compiler sees to it that none is missing. */
export const elementKinds = Object.keys({
  grpc: true,
  graphql: true,
  event: true,
  schema: true,
  sql: true,
  metric: true,
  log: true,
  span: true,
  index: true,
  enum: true,
  claim: true,
  flag: true,
  config: true,
  service: true,
  port: true,
  image: true,
  proxy: true,
  workflow: true,
  package: true,
} satisfies Record<ElementKind, true>) as readonly ElementKind[]

/** What is done with the element at the place. */
export type Action = ProviderAction | ConsumerAction

type ProviderAction =
  /** A schema, a type, a manifest or a migration says that it exists. */
  | 'declares'
  /** Code answers it: a registered service, a resolver. */
  | 'serves'
  | 'publishes'
  /** A metric, a log field, a span attribute, a claim, a status. */
  | 'emits'
  /** A value is given to a setting, a flag or an input. */
  | 'sets'
  | 'exports'
  /** A migration or a schema takes it away. */
  | 'removes'

/** A model in code `uses` its table and columns: a schema or a migration declares them. */
type ConsumerAction = 'calls' | 'subscribes' | 'reads' | 'writes' | 'compares' | 'uses' | 'imports'

/**
 * - `type`: of a field, column or argument, as written · `required`: `true` where it must be given · `default`: as written
 * - `service`: the deployed service, container or job at whose place it stands · `context`: the folder it is built from
 * - `version`: of a dependency, an image or a schema · `dialect`: of SQL · `operation`: query, mutation or subscription
 * - `target`: what it leads to: a service and port, another topic · `value`: of a constant that is no secret
 * - `local`: its name in this code, where that differs
 * - `unit`: of a metric, as written · `labels`: of a metric, those that are asked for, sorted, with commas between
 */
export type Detail =
  | 'type'
  | 'required'
  | 'default'
  | 'service'
  | 'context'
  | 'version'
  | 'dialect'
  | 'operation'
  | 'target'
  | 'value'
  | 'local'
  | 'unit'
  | 'labels'

export type Details = Readonly<Partial<Record<Detail, string>>>

const providing: ReadonlySet<Action> = new Set<ProviderAction>([
  'declares',
  'serves',
  'publishes',
  'emits',
  'sets',
  'exports',
  'removes',
])

/** The side that the place is on. */
export function sideOf(action: Action): 'provider' | 'consumer' {
  return providing.has(action) ? 'provider' : 'consumer'
}
