import type { Scope } from '../../domain/outline.js'
import type { Code } from './code.js'

/** The enclosing function of a place, dotted (`OrdersClient.get`), as facts carry it; nothing at the top of the file. */
export function withinOf(code: Code, scope: Scope): { readonly within?: string } {
  const index = code.namedAround(scope)
  const definition = index === null ? undefined : code.outline.definitions[index]
  if (!definition) return {}
  return { within: definition.owner ? `${definition.owner}.${definition.name}` : definition.name }
}

/** Whether a place lies in a definition, or in one inside it. */
export function isInside(code: Code, scope: Scope, definition: number | null): boolean {
  for (let each = scope; each !== null; each = code.outline.definitions[each]?.scope ?? null)
    if (each === definition) return true
  return false
}
