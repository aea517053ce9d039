import type { Value } from '../../domain/outline.js'
import type { At } from './names.js'
import type { Reading } from './reading.js'
import { take } from './take.js'

/** A variable that is read by a function of the blob, which is given its name here. */
export type WrappedVariable = { readonly value: Value; readonly at: At; readonly rule: string }

/** A parameter that is the name of a variable, or each of several: `func first(names ...string)`. */
type Wrapper = { readonly parameter: number; readonly each: boolean; readonly rule: string }

/** What functions are given that only read the environment for others: `env("ORDERS_URL")`. */
export function wrappedNames(reading: Reading): readonly WrappedVariable[] {
  const wrappers = wrappersOf(reading)
  if (!wrappers.size) return []
  const { outline } = reading.code
  return outline.calls.flatMap((call, index) => {
    const at = { scope: call.scope, line: call.line }
    const wrapper = reading
      .calleesOf(index)
      .map(({ source, steps }) =>
        source.type === 'definition' && steps.length === 1 ? wrappers.get(source.index) : undefined,
      )
      .find((each) => each !== undefined)
    if (!wrapper) return []
    const { parameter, each, rule } = wrapper
    const given = each ? call.arguments.slice(parameter) : call.arguments.slice(parameter, parameter + 1)
    return given.map((value) => ({ value, at, rule }))
  })
}

function wrappersOf(reading: Reading): ReadonlyMap<number, Wrapper> {
  const found = new Map<number, Wrapper>()
  for (const { call, found: recognised } of reading.allRecognised('environment')) {
    const { variable } = recognised.rule
    const site = reading.siteOf(call)
    const taken = variable === 'member' ? null : take(reading.tracer, variable, site, recognised.callee)
    for (const { source, steps } of taken ? reading.tracer.trace(taken.value, taken.at) : []) {
      const isItem = steps.length === 1 && steps[0]?.name === '[]'
      if (source.type !== 'parameter' || (steps.length && !isItem)) continue
      found.set(source.definition, { parameter: source.index, each: isItem, rule: recognised.entry.id })
    }
  }
  return found
}
