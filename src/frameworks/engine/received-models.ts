import type { ModelOf, RouteFact } from '../../domain/fact.js'
import type { HandlerConvention } from '../../domain/framework.js'
import type { Reading } from './reading.js'
import { referenceTo } from './target.js'
import { typeName } from './type-text.js'
import { isInside } from './within.js'

/** The types that a handler asks the received body to be: `call.receive<Order>()`, `val order: Order = call.receive()`. */
export function receivedModels(
  reading: Reading,
  definition: number | null,
  handlers: HandlerConvention | undefined,
): Pick<RouteFact, 'models'> {
  const models = receivedTypes(reading, definition, handlers).flatMap((text) => modelOf(reading, text))
  return models.length ? { models } : {}
}

/** The same as they are written. */
export function receivedTypes(
  reading: Reading,
  definition: number | null,
  handlers: HandlerConvention | null | undefined,
): readonly string[] {
  if (definition === null || !handlers?.received) return []
  const { calls, bindings } = reading.code.outline
  const names = new Set(handlers.received)
  const types = [...calls.entries()].flatMap(([index, { name, scope, typeArguments }]) => {
    if (!names.has(name) || !isInside(reading.code, scope, definition)) return []
    const bound = bindings.find(({ value }) => value.type === 'call' && value.call === index)
    return typeArguments[0] ?? bound?.type ?? []
  })
  return [...new Set(types)]
}

function modelOf(reading: Reading, text: string): readonly ModelOf[] {
  const type = typeName(text)
  return type ? [{ side: 'request', type: referenceTo(reading, type.name), list: type.list }] : []
}
