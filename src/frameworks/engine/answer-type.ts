import type { Value } from '../../domain/outline.js'
import type { At } from './names.js'
import type { Reading } from './reading.js'
import type { Answer } from './request.js'
import type { Trace } from './trace.js'

/** The types that the values of calls are declared to have, wherever they are kept, returned or decoded. */
export type KnownTypes = {
  /** As written; null when nobody says it. */
  typeOf(answer: Answer): string | null
}

type Known = { readonly trace: Trace; readonly type: string }

export function readKnownTypes(reading: Reading): KnownTypes {
  const byCall = new Map<number, Known[]>()
  for (const known of [...declaredBindings(reading), ...declaredReturns(reading), ...decoded(reading)]) {
    for (const { call } of known.trace.steps) {
      if (call !== undefined) byCall.set(call, [...(byCall.get(call) ?? []), known])
    }
  }
  return {
    typeOf: (answer) => byCall.get(answer.at)?.find((known) => isWhole(known.trace, answer))?.type ?? null,
  }
}

/** Whether a value is the whole answer, and not something of it or the response around it. */
function isWhole({ steps }: Trace, { at, members, needed }: Answer): boolean {
  const rest = steps.slice(steps.findLastIndex((step) => step.call === at) + 1)
  return rest.length === 0 ? !needed : rest.length === 1 && members.includes(rest[0]?.name ?? '')
}

function declaredBindings(reading: Reading): readonly Known[] {
  return reading.code.outline.bindings.flatMap((binding, index) =>
    knownOf(
      reading,
      binding.value,
      { scope: binding.scope, line: binding.line, before: index },
      binding.name ? binding.type : null,
    ),
  )
}

function declaredReturns(reading: Reading): readonly Known[] {
  const { returns, definitions } = reading.code.outline
  return returns.flatMap((each) =>
    knownOf(
      reading,
      each.value,
      { scope: each.scope, line: each.line },
      definitions[each.scope]?.returnType ?? null,
    ),
  )
}

/** What is decoded into, once it is: `var order Order; json.Unmarshal(bytes, &order)`. */
function decoded(reading: Reading): readonly Known[] {
  return reading.allRecognised('decode').flatMap(({ call, found }) => {
    const words = /^argument (\d+)$/.exec(found.rule.into)
    const site = reading.siteOf(call)
    const into = words ? site.arguments[Number(words[1])] : undefined
    return into ? knownOf(reading, into, { scope: site.at.scope, line: site.line + 1 }, null) : []
  })
}

function knownOf(reading: Reading, value: Value, at: At, declared: string | null): readonly Known[] {
  return reading.tracer.trace(value, at).flatMap((trace) => {
    if (!trace.steps.some((step) => step.call !== undefined)) return []
    const type = trace.types.findLast((each) => each.after === trace.steps.length)?.text ?? declared
    return type ? [{ trace, type }] : []
  })
}
