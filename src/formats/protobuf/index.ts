/**
 * Protocol Buffers: services, messages and enums of a `.proto` file, and the routes of `google.api.http`. The text is first
 * parsed to a model of its own, which contract kinds use too; facts are made of the model. Deliberately absent: imports
 * are not followed, names of types are not resolved, and custom options other than those of HTTP mean nothing.
 */
import type { Format } from '../../domain/format.js'
import { factsOf } from './facts.js'
import { parseProto } from './parse.js'

export type * from './model.js'
export { parseProto }

export const protobuf: Format = {
  id: 'protobuf',
  mayBe: (path) => path.endsWith('.proto'),
  facts: (_path, text) => {
    const { file, problems } = parseProto(text)
    return { facts: factsOf(file), problems }
  },
}
