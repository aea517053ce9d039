import type { WrapperFact } from '../../domain/fact.js'
import { constantOf } from './environment.js'
import type { Reading } from './reading.js'
import { callSite } from './recognise.js'
import { methodOfName } from './request.js'
import type { Entry } from './rulebook.js'
import { take } from './take.js'
import { textsOf } from './text.js'
import type { Trace } from './trace.js'
import { readUrl } from './url.js'

/**
 * Clients that other files may use: `export const api = axios.create({ baseURL })`. Each of their functions is given as a
 * wrapper, so that `api.get('/orders')` elsewhere is joined as any other wrapper is.
 */
export function sharedClients(reading: Reading): readonly WrapperFact[] {
  const { bindings } = reading.code.outline
  const entries = [...new Set([...reading.rulebook.calls.values()].flat())]
  return bindings.flatMap((binding, index) => {
    if (binding.scope !== null || binding.name === '' || binding.value.type !== 'call') return []
    const traces = reading.tracer.trace(binding.value, { scope: null, line: binding.line, before: index })
    return entries.flatMap((entry) =>
      traces.slice(0, 1).flatMap((trace) => wrappersOf(reading, entry, trace, binding)),
    )
  })
}

type Kept = { readonly name: string; readonly line: number }

function wrappersOf(reading: Reading, entry: Entry, trace: Trace, kept: Kept): readonly WrapperFact[] {
  const { rule } = entry
  if (rule.emit !== 'client' || rule.url[0] === undefined) return []
  const origins = reading.originsOf(trace, entry)
  if (!rule.match.receiver?.some((receiver) => receiver !== '' && origins.includes(receiver))) return []
  const path = /^argument (\d+)$/.exec(rule.url[0])
  if (!path) return []
  const base = baseOf(reading, entry, trace)
  return rule.match.name.flatMap((name) => [
    {
      kind: 'wrapper',
      line: kept.line,
      rule: entry.id,
      certainty: 'certain',
      name,
      owner: kept.name,
      base: base?.base ?? { type: 'relative' },
      prefix: base?.path ?? '',
      pathParameter: Number(path[1]),
      method:
        'name' in rule.method ? (methodOfName(rule.method, name) ?? 'ANY') : methodParameter(rule.method),
      bodyParameter: bodyParameter(rule.body?.[0]),
      answer: rule.answer,
    },
  ])
}

function methodParameter(
  method: Exclude<Extract<Entry['rule'], { emit: 'client' }>['method'], { name: true }>,
): WrapperFact['method'] {
  if ('fixed' in method) return method.fixed
  if ('chained' in method) return method.default
  const from = /^argument (\d+)$/.exec(method.from[0] ?? '')
  return from ? { parameter: Number(from[1]) } : method.default
}

function bodyParameter(from: string | undefined): number | null {
  const words = /^argument (\d+)$/.exec(from ?? '')
  return words ? Number(words[1]) : null
}

/** The base that the client was made with, taken where the rule says: from the call that made the receiver. */
function baseOf(reading: Reading, entry: Entry, trace: Trace) {
  const made = trace.steps.findLast((step) => step.call !== undefined)?.call
  const call = made === undefined ? undefined : reading.code.outline.calls[made]
  if (!call || entry.rule.emit !== 'client') return null
  for (const from of entry.rule.receiverBase ?? []) {
    const taken = take(reading.tracer, from.replace(/^receiver /, ''), callSite(call), null)
    const [text] = taken ? textsOf(reading, taken.value, taken.at) : []
    if (text && taken && (text.length || constantOf(reading, taken.value, taken.at)))
      return readUrl(reading, text)
  }
  return null
}
