import type { MethodOrAny } from '../../domain/element.js'
import type { ModelOf, RouteFact } from '../../domain/fact.js'
import type { HandlerConvention } from '../../domain/framework.js'
import { isBodyType } from './body-type.js'
import type { Reading } from './reading.js'
import { referenceTo } from './target.js'
import { typeName } from './type-text.js'

/** The types that a handler is declared to receive and to answer with, for frameworks that tell models by their names. */
export function handlerModels(
  reading: Reading,
  definition: number | null,
  handlers: HandlerConvention | undefined,
  method: MethodOrAny,
): Pick<RouteFact, 'models'> {
  const handler = definition === null ? undefined : reading.code.outline.definitions[definition]
  if (!handler || definition === null || !handlers) return {}
  if (handlers.modelNames === undefined && handlers.bodyTypes === undefined) return {}
  const names = handlers.modelNames === undefined ? null : new RegExp(handlers.modelNames)
  const received = handler.parameters.flatMap(({ type }, index) => {
    const isBody = isDecorated(reading, definition, index, handlers.bodyDecorators ?? [])
    const isModel = withBody.has(method) && type !== null && names?.test(type)
    const isTypedBody = type !== null && isBodyType(handlers.bodyTypes ?? [], type)
    return type !== null && (isBody || isModel || isTypedBody) ? modelOf(reading, 'request', type) : []
  })
  const answered = handler.returnType === null ? [] : modelOf(reading, 'response', handler.returnType)
  const models = [...received, ...answered]
  return models.length ? { models } : {}
}

/** Methods whose requests have bodies by custom. */
const withBody: ReadonlySet<string> = new Set<MethodOrAny>(['POST', 'PUT', 'PATCH', 'QUERY'])

function isDecorated(reading: Reading, definition: number, index: number, names: readonly string[]): boolean {
  return reading.code.outline.decorators.some(
    ({ target, name, on }) =>
      target === definition &&
      on !== undefined &&
      'parameter' in on &&
      on.parameter === index &&
      names.includes(name),
  )
}

function modelOf(reading: Reading, side: ModelOf['side'], text: string): readonly ModelOf[] {
  const type = typeName(text)
  return type ? [{ side, type: referenceTo(reading, type.name), list: type.list }] : []
}
