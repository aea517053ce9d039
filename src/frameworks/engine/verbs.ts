import { httpMethods, type MethodOrAny } from '../../domain/element.js'
import type { Value } from '../../domain/outline.js'
import type { Verbs } from '../../domain/verbs.js'
import type { At } from './names.js'
import type { Reading } from './reading.js'
import { toMethod } from './request.js'
import { guardText } from './router.js'
import type { Taken } from './take.js'
import type { Trace } from './trace.js'

/** A method of a route with its own handler and guards. */
export type Verb = {
  readonly method: MethodOrAny
  readonly handler: Value | null
  readonly at: At
  readonly guards: readonly string[]
}

/** What a chain of calls says of the methods of a route; none where it does not tell. */
export function verbsOf(reading: Reading, rule: Verbs, taken: Taken | null, depth = 0): readonly Verb[] {
  const [trace] = taken ? reading.tracer.trace(taken.value, taken.at) : []
  if (!trace) return []
  const { source, steps } = trace
  // A function of this blob may make the chain.
  if (source.type === 'definition' && steps[0]?.name === '()' && depth < 3) {
    const at = { scope: source.index, line: Number.MAX_SAFE_INTEGER }
    const [made] = reading.code.returnsOf(source.index)
    return made ? verbsOf(reading, rule, { value: made, at }, depth + 1) : []
  }
  return chainedVerbs(reading, rule, trace)
}

function chainedVerbs(reading: Reading, rule: Verbs, trace: Trace): readonly Verb[] {
  let verbs: readonly Verb[] = []
  let told: readonly MethodOrAny[] = []
  for (const { name: step, call: index } of trace.steps) {
    const call = reading.code.outline.calls[index ?? -1]
    if (!call) continue
    const at = { scope: call.scope, line: call.line }
    const name = nameIn(trace, step, call.name)
    const methods = methodsTold(reading, rule, name, call.arguments)
    const [guard] = call.arguments
    if (rule.guards.includes(name) && guard) {
      const text = guardText(reading, guard)
      verbs = verbs.map((verb) => ({ ...verb, guards: [...verb.guards, text] }))
    }
    if (methods) told = methods
    const isHandled = rule.handler === undefined ? methods !== null : name === rule.handler
    const handler = call.arguments.at(-1) ?? null
    if (isHandled) verbs = [...verbs, ...told.map((method): Verb => ({ method, handler, at, guards: [] }))]
  }
  return verbs
}

/** What an import calls otherwise: `use axum::routing::get as read`. */
function nameIn({ source }: Trace, step: string, name: string): string {
  return step === '()' && source.type === 'import' && source.imported !== '*' ? source.imported : name
}

function methodsTold(
  reading: Reading,
  rule: Verbs,
  name: string,
  given: readonly Value[],
): readonly MethodOrAny[] | null {
  if (rule.filters.includes(name)) {
    const methods = given[0] ? methodsIn(reading, given[0], 0) : []
    return methods.length ? [...new Set(methods)] : ['ANY']
  }
  const fit = new RegExp(rule.fit).exec(name)
  return fit ? [toMethod(fit[1] ?? '') ?? 'ANY'] : null
}

/** Every method that a value names: `MethodFilter::GET.or(MethodFilter::POST)`, `Method::GET`. */
function methodsIn(reading: Reading, value: Value, depth: number): readonly MethodOrAny[] {
  if (depth > 8) return []
  if (value.type === 'choice') return value.of.flatMap((each) => methodsIn(reading, each, depth + 1))
  const call = value.type === 'call' ? reading.code.outline.calls[value.call] : undefined
  if (call)
    return [...(call.receiver ? [call.receiver] : []), ...call.arguments].flatMap((each) =>
      methodsIn(reading, each, depth + 1),
    )
  const last = value.type === 'name' ? value.name.slice(value.name.lastIndexOf('.') + 1) : ''
  return httpMethods.filter((method) => method === last)
}
