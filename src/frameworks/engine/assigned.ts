import type { Outline, Value } from '../../domain/outline.js'

/** The name or field that is given the value of a call, its last word; null when it is given to none. */
export function assignedTo(outline: Outline, call: number): string | null {
  const known = names.get(outline) ?? namesOf(outline)
  names.set(outline, known)
  return known.get(call) ?? null
}

const names = new WeakMap<Outline, ReadonlyMap<number, string>>()

function namesOf(outline: Outline): ReadonlyMap<number, string> {
  const found = new Map<number, string>()
  const give = (name: string, value: Value | null) => {
    for (const call of callsOf(outline, value)) if (!found.has(call)) found.set(call, name)
  }
  for (const { name, value } of outline.bindings) give(name.slice(name.lastIndexOf('.') + 1), value)
  for (const { fields } of outline.definitions) for (const { name, value } of fields) give(name, value)
  return found
}

/** The calls of a chain: `text('total').notNull()` gives its name to both. */
function callsOf(outline: Outline, value: Value | null): readonly number[] {
  const chain: number[] = []
  for (let each = value; each?.type === 'call' || each?.type === 'cast'; ) {
    if (each.type === 'cast') each = each.value
    else {
      chain.push(each.call)
      each = outline.calls[each.call]?.receiver ?? null
    }
  }
  return chain
}
