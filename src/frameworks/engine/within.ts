import type { Scope } from '../../domain/outline.js'
import type { Code } from './code.js'

/** The enclosing function of a place, dotted (`OrdersClient.get`), as facts carry it; nothing at the top of the file. */
export function withinOf(code: Code, scope: Scope): { readonly within?: string } {
  const index = code.namedAround(scope)
  const definition = index === null ? undefined : code.outline.definitions[index]
  if (!definition) return {}
  return { within: definition.owner ? `${definition.owner}.${definition.name}` : definition.name }
}
