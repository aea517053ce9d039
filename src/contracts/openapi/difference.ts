import type { HttpMethod } from '../../domain/element.js'
import type { Line } from '../../domain/place.js'
import type { Json } from '../shared/json.js'
import type { SchemaAspect } from '../shared/schema/difference.js'
import type { SchemaPair } from '../shared/schema/schema.js'
import type { Operation, Parameter } from './read/operation.js'

/** What differs between two operations, besides their schemas. `from` and `to` are what went and what came. */
export type OperationAspect =
  /** The operation is gone, and its path lives on. */
  | 'operation'
  /** The operation is gone with its whole path. */
  | 'path'
  | 'webhook'
  | 'parameter'
  | 'parameter-required'
  | 'body'
  | 'body-required'
  | 'media-type'
  /** A media type that both sides have under different names. */
  | 'media-type-name'
  /** A media type that has a schema on one side alone. */
  | 'media-type-schema'
  | 'status'
  | 'header'
  | 'header-required'
  /** Lists of alternatives, each a list of schemes. */
  | 'security'

/** Where a difference stands: what is sent or answered, and whether it is the whole of it or something inside. */
export type Spot =
  | 'operation'
  | 'request-body'
  | 'request-property'
  | 'request-parameter'
  | 'request-parameter-property'
  | 'response'
  | 'response-body'
  | 'response-property'
  | 'response-header'

/** The part of an operation that a difference is about. */
export type Site = {
  readonly method: HttpMethod
  readonly path: string
  readonly old: Operation | null
  readonly new: Operation | null
  readonly status?: string
  readonly mediaType?: string
  readonly header?: string
  readonly parameter?: { readonly old: Parameter | null; readonly new: Parameter | null }
}

/** One neutral difference between two descriptions. Rules say what it means. */
export type Difference = {
  readonly aspect: OperationAspect | SchemaAspect
  readonly spot: Spot
  readonly site: Site
  /** The field of the body, parameter or header; empty for the whole of it. */
  readonly field: string
  /** The property it is about, when it is not about the schemas of `pair` themselves but about one of their properties. */
  readonly property: string
  readonly from: Json | undefined
  readonly to: Json | undefined
  readonly old: Line | null
  readonly new: Line | null
  /** The schemas that differ, for differences of schemas. */
  readonly pair: SchemaPair | null
}
