import type { Reading } from './reading.js'
import type { Taken } from './take.js'

/** The items of a list, where they are used; null for what is no list. */
export function itemsAt(reading: Reading, taken: Taken): readonly Taken[] | null {
  const source = reading.tracer.trace(taken.value, taken.at)[0]?.source
  if (source?.type !== 'value' || source.value.type !== 'list') return null
  return source.value.items.map((value) => ({ value, at: source.at }))
}
