import type { Value } from '../../domain/outline.js'
import type { At, Code, Found } from './code.js'

/** Where a value begins, before anything is called on it or read of it. */
export type Source =
  | { readonly type: 'import'; readonly module: string; readonly imported: string }
  | { readonly type: 'global'; readonly name: string }
  | { readonly type: 'parameter'; readonly definition: number; readonly index: number }
  | { readonly type: 'definition'; readonly index: number }
  | { readonly type: 'self'; readonly owner: string }
  | { readonly type: 'value'; readonly value: Value; readonly at: At }

/** A member that is read (`total`, `[]` for an item), or a call (`json()`, and `()` of the value itself). */
export type Step = { readonly name: string; readonly call?: number }

/** One way in which a value can come about. */
export type Trace = {
  readonly source: Source
  readonly steps: readonly Step[]
  /** Types declared on the way, and the number of steps after which each one holds. */
  readonly types: readonly { readonly text: string; readonly after: number }[]
  /** Names it was kept under, in the same way: the router, the client. */
  readonly names: readonly { readonly name: string; readonly after: number }[]
}

export type Tracer = {
  readonly code: Code
  /** All the ways in which a value can come about; a few at most, and none for one that runs in a circle. */
  trace(value: Value, at: At): readonly Trace[]
  traceName(name: string, at: At): readonly Trace[]
  /** The value of a call. */
  traceCall(call: number): readonly Trace[]
  /** What is called, with the call itself as the last step: its value, unless it passes something else through. */
  traceCallee(call: number): readonly Trace[]
  /** Drops what is remembered, for when more is known than before. */
  forget(): void
}

/** Says of a call that its value is another value (`JSON.parse(text)` is `text`): the rules know, the tracer does not. */
export type PassThrough = (call: number, callee: readonly Trace[]) => Passed | null

export type Passed = { readonly value: Value; readonly at: At; readonly steps: readonly Step[] }

/** What a framework gives to a parameter of an inline function: the router inside `app.register(async (orders) => …)`. */
export type GivenTo = (definition: number, parameter: number) => Passed | null

/** Values that a call fills in: what `order` is after `json.Unmarshal(bytes, &order)`. */
export type FilledBy = (name: string, at: At) => Passed | null

/** Deeper than people nest, and shallow enough for what machines write. */
const maxDepth = 24
const maxTraces = 6

export function createTracer(
  code: Code,
  knows: { passes: PassThrough; filledBy: FilledBy; givenTo: GivenTo },
): Tracer {
  const { passes, filledBy, givenTo } = knows
  const calls = new Map<number, readonly Trace[]>()
  const callees = new Map<number, readonly Trace[]>()
  let depth = 0
  const tracer: Tracer = { code, trace, traceName, traceCall, traceCallee, forget }
  return tracer

  function trace(value: Value, at: At): readonly Trace[] {
    if (depth > maxDepth) return []
    depth += 1
    try {
      return traceValue(value, at).slice(0, maxTraces)
    } finally {
      depth -= 1
    }
  }

  function traceValue(value: Value, at: At): readonly Trace[] {
    switch (value.type) {
      case 'name':
        return traceName(value.name, at)
      case 'call':
        return traceCall(value.call)
      case 'member':
        return walk(trace(value.of, at), [{ name: value.member }])
      case 'cast':
        return typed(trace(value.value, at), value.to)
      case 'choice':
        return value.of.flatMap((each) => trace(each, at))
      default:
        return [start({ type: 'value', value, at })]
    }
  }

  function traceName(name: string, at: At): readonly Trace[] {
    const segments = name.split('.')
    if (segments[0] === 'this') return traceOwnMember(segments.slice(1), at)
    for (let length = segments.length; length > 0; length -= 1) {
      const head = segments.slice(0, length).join('.')
      const filled = filledBy(head, at)
      const found = filled ? null : code.find(head, at)
      if (!filled && !found) continue
      const traces = filled ? tracePassed(filled, head, at) : found ? traceFound(found, head) : []
      return walk(named(traces, head), stepsOf(segments.slice(length)))
    }
    return [{ ...start({ type: 'global', name: segments[0] ?? name }), steps: stepsOf(segments.slice(1)) }]
  }

  function tracePassed(passed: Passed, name: string, at: At): readonly Trace[] {
    const traces = walk(trace(passed.value, passed.at), passed.steps)
    const found = code.find(name, at)
    const type =
      found?.type === 'binding'
        ? (found.binding.type ?? constructed(found.binding.value))
        : parameterType(found)
    return type ? typed(traces, type) : traces
  }

  /** `new(User)`, `User{}`: the type that a value was made as. */
  function constructed(value: Value): string | null {
    if (value.type === 'cast') return value.to
    const call = value.type === 'call' ? code.outline.calls[value.call] : undefined
    if (!call) return null
    return call.constructs ? call.callee : (call.typeArguments[0] ?? null)
  }

  function parameterType(found: Found | null): string | null {
    if (found?.type !== 'parameter') return null
    return code.outline.definitions[found.definition]?.parameters[found.index]?.type ?? null
  }

  function traceFound(found: Found, name: string): readonly Trace[] {
    switch (found.type) {
      case 'binding':
        return traceBinding(found.index, name)
      case 'parameter':
        return traceParameter(found)
      case 'definition':
        return [start({ type: 'definition', index: found.index })]
      case 'import':
        return [start({ type: 'import', module: found.module, imported: found.imported })]
    }
  }

  function traceBinding(index: number, name: string): readonly Trace[] {
    const binding = code.outline.bindings[index]
    if (!binding) return []
    const at = { scope: binding.scope, line: binding.line, before: index }
    const field = binding.fields.find((each) => each.local === name)
    const item = binding.item ? [{ name: '[]' }] : []
    const traces = walk(trace(binding.value, at), item)
    const declared = binding.type && binding.name === name ? typed(traces, binding.type) : traces
    return field ? walk(declared, stepsOf(field.field.split('.'))) : declared
  }

  function traceParameter(found: Extract<Found, { type: 'parameter' }>): readonly Trace[] {
    const type = parameterType(found)
    const given = givenTo(found.definition, found.index)
    if (given) return walk(trace(given.value, given.at), given.steps)
    const whole = start({ type: 'parameter', definition: found.definition, index: found.index })
    const traces = type ? typed([whole], type) : [whole]
    return found.field ? walk(traces, stepsOf(found.field.split('.'))) : traces
  }

  /** `this.http.get`: what some method gave to `this.http`, or what the class declares it to be. */
  function traceOwnMember(segments: readonly string[], at: At): readonly Trace[] {
    const owner = code.ownerOf(at.scope) ?? ''
    const [first = '', ...rest] = segments
    const self = start({ type: 'self', owner })
    const assigned = code.memberBindings(owner, first).filter((index) => index !== at.before)
    const declared = code.typeNamed(owner)?.fields.find((each) => each.name === first)
    const values = assigned.flatMap((index) => traceBinding(index, `this.${first}`))
    const initial = declared?.value ? trace(declared.value, { scope: null, line: declared.line }) : []
    const known = [...values, ...initial].filter((each) => !isNothing(each))
    const traces = known.length ? known : [{ ...self, steps: stepsOf([first]) }]
    return walk(named(declared?.type ? typed(traces, declared.type) : traces, `this.${first}`), stepsOf(rest))
  }

  function traceCall(index: number): readonly Trace[] {
    const known = calls.get(index)
    if (known) return known
    calls.set(index, [])
    const traces = followCall(index).slice(0, maxTraces)
    calls.set(index, traces)
    return traces
  }

  function followCall(index: number): readonly Trace[] {
    const callback = traceCallback(index)
    if (callback) return callback
    const callee = traceCallee(index)
    const passed = passes(index, callee)
    return passed ? walk(trace(passed.value, passed.at), passed.steps) : callee
  }

  /** `answer.then((each) => each.json())` is what the callback returns. */
  function traceCallback(index: number): readonly Trace[] | null {
    const call = code.outline.calls[index]
    const [callback] = call?.arguments ?? []
    if (!call?.receiver || callback?.type !== 'function' || call.name !== 'then') return null
    const at = { scope: callback.definition, line: Number.MAX_SAFE_INTEGER }
    const returned = code.returnsOf(callback.definition).flatMap((value) => trace(value, at))
    return returned.length ? returned : null
  }

  function traceCallee(index: number): readonly Trace[] {
    const known = callees.get(index)
    if (known) return known
    callees.set(index, [])
    const traces = followCallee(index)
    callees.set(index, traces)
    return traces
  }

  function followCallee(index: number): readonly Trace[] {
    const call = code.outline.calls[index]
    if (!call) return []
    const at = { scope: call.scope, line: call.line }
    return call.receiver
      ? walk(trace(call.receiver, at), [{ name: `${call.name}()`, call: index }])
      : walk(traceName(call.callee, at), [{ name: '()', call: index }])
  }

  function forget(): void {
    calls.clear()
    callees.clear()
  }
}

export function start(source: Source): Trace {
  return { source, steps: [], types: [], names: [] }
}

function walk(traces: readonly Trace[], steps: readonly Step[]): readonly Trace[] {
  return steps.length ? traces.map((each) => ({ ...each, steps: [...each.steps, ...steps] })) : traces
}

function typed(traces: readonly Trace[], text: string): readonly Trace[] {
  return traces.map((each) => ({ ...each, types: [...each.types, { text, after: each.steps.length }] }))
}

function named(traces: readonly Trace[], name: string): readonly Trace[] {
  return traces.map((each) => ({ ...each, names: [...each.names, { name, after: each.steps.length }] }))
}

function stepsOf(names: readonly string[]): readonly Step[] {
  return names.filter((name) => name !== '').map((name) => ({ name }))
}

function isNothing(trace: Trace): boolean {
  return trace.source.type === 'value' && trace.source.value.type === 'null'
}
