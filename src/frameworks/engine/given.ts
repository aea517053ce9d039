import type { Framework } from '../../domain/framework.js'
import { constantOf } from './environment.js'
import { itemsAt } from './items.js'
import type { Reading } from './reading.js'
import type { Recognised, Site } from './recognise.js'
import { takeFirst } from './take.js'

/** The rule of one framework, of those that hold for a call. */
export function ruleOf<R extends Recognised>(found: readonly R[], framework: Framework): R | undefined {
  return found.find((each) => each.entry.framework === framework)
}

/** The constant text at the first of the places that holds anything. */
export function textAt(reading: Reading, from: readonly string[] | undefined, site: Site): string | null {
  const taken = takeFirst(reading.tracer, from ?? [], site, null)
  return taken && constantOf(reading, taken.value, taken.at)
}

/** The names of a list, or the one that is given. */
export function namesAt(
  reading: Reading,
  from: readonly string[] | undefined,
  site: Site,
): readonly string[] {
  const taken = takeFirst(reading.tracer, from ?? [], site, null)
  if (!taken) return []
  return (itemsAt(reading, taken) ?? [taken]).flatMap(
    (each) => constantOf(reading, each.value, each.at) ?? [],
  )
}

export function isTrue(reading: Reading, from: readonly string[] | undefined, site: Site): boolean {
  const taken = takeFirst(reading.tracer, from ?? [], site, null)
  return taken?.value.type === 'boolean' && taken.value.text === 'true'
}
