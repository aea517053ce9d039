import type { HttpMethod } from '../../../domain/element.js'
import type { Line } from '../../../domain/place.js'
import type { Json, JsonObject } from '../../shared/json.js'

/** What one version of a description promises of one operation: the same for OpenAPI 3 and for Swagger 2. */
export type Operation = {
  readonly method: HttpMethod
  /** As the document writes it: `/orders/{id}`. */
  readonly template: string
  /** With the path of the server before it: `/v1/orders/{id}`. */
  readonly path: string
  readonly node: JsonObject
  /** Where its method stands. */
  readonly line: Line | null
  readonly pathLine: Line | null
  readonly parameters: readonly Parameter[]
  readonly body: Body | null
  readonly responses: ReadonlyMap<string, Response>
  readonly security: Security
  /** False when a reference in it leads nowhere: what is missing may be there. */
  readonly isWhole: boolean
}

export type ParameterPlace = 'query' | 'header' | 'cookie' | 'path'

export type Parameter = {
  readonly where: ParameterPlace
  readonly name: string
  readonly required: boolean
  readonly deprecated: boolean
  readonly schema: Json | undefined
  /** `form` with `explode` sends an array as a repeated name. */
  readonly isFormExploded: boolean
  /** Declared for all operations of its path. */
  readonly ofPath: boolean
  readonly line: Line | null
}

export type Body = {
  readonly required: boolean
  readonly content: readonly Media[]
  readonly line: Line | null
}

export type Media = { readonly name: string; readonly schema: Json | undefined; readonly line: Line | null }

export type Response = {
  readonly content: readonly Media[]
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, Header>
  readonly line: Line | null
}

export type Header = {
  readonly name: string
  readonly required: boolean
  readonly schema: Json | undefined
  readonly line: Line | null
}

/** Each alternative names the schemes that it needs together; none means that everybody may call. */
export type Security = { readonly alternatives: readonly (readonly string[])[]; readonly line: Line | null }

/** One document: its operations, and the events it announces to others. */
export type Description = {
  readonly path: string
  readonly operations: readonly Operation[]
  readonly webhooks: ReadonlyMap<string, Line | null>
  /** Where the paths stand: the head's line of something that is gone. */
  readonly line: Line | null
  /** False when parts could not be read: what is missing may be there. */
  readonly isWhole: boolean
}
