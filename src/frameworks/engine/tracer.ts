import type { Call, Value } from '../../domain/outline.js'
import type { Code } from './code.js'
import type { At, Found } from './names.js'
import {
  isNothing,
  type Knowledge,
  named,
  type Passed,
  start,
  stepsOf,
  type Trace,
  type Tracer,
  typed,
  walk,
} from './trace.js'

/** Deeper than people nest, and shallow enough for what machines write. */
const maxDepth = 24
const maxTraces = 6

/** A tracer at work: what it knows, what it remembers, and how deep it is. */
type Tracing = Knowledge & {
  readonly code: Code
  readonly calls: Map<number, readonly Trace[]>
  readonly callees: Map<number, readonly Trace[]>
  /** By binding and name. While one is traced it leads nowhere: bindings that name each other are no way to begin. */
  readonly bindings: Map<string, readonly Trace[]>
  depth: number
}

export function createTracer(code: Code, knows: Knowledge): Tracer {
  const tracing: Tracing = {
    ...knows,
    code,
    calls: new Map(),
    callees: new Map(),
    bindings: new Map(),
    depth: 0,
  }
  return {
    code,
    trace: (value, at) => trace(tracing, value, at),
    traceName: (name, at) => traceName(tracing, name, at),
    traceCall: (call) => traceCall(tracing, call),
    traceCallee: (call) => traceCallee(tracing, call),
    forget: () => {
      tracing.calls.clear()
      tracing.callees.clear()
      tracing.bindings.clear()
    },
  }
}

function trace(tracing: Tracing, value: Value, at: At): readonly Trace[] {
  if (tracing.depth > maxDepth) return []
  tracing.depth += 1
  try {
    return traceValue(tracing, value, at).slice(0, maxTraces)
  } finally {
    tracing.depth -= 1
  }
}

function traceValue(tracing: Tracing, value: Value, at: At): readonly Trace[] {
  switch (value.type) {
    case 'name':
      return traceName(tracing, value.name, at)
    case 'call':
      return traceCall(tracing, value.call)
    case 'member':
      return walk(trace(tracing, value.of, at), [{ name: value.member }])
    case 'cast':
      return typed(trace(tracing, value.value, at), value.to)
    case 'choice':
      return value.of.flatMap((each) => trace(tracing, each, at))
    default:
      return [start({ type: 'value', value, at })]
  }
}

function traceName(tracing: Tracing, name: string, at: At): readonly Trace[] {
  const segments = name.split('.')
  if (segments[0] === 'this') return traceOwnMember(tracing, segments.slice(1), at)
  for (let length = segments.length; length > 0; length -= 1) {
    const head = segments.slice(0, length).join('.')
    const filled = tracing.filledBy(head, at)
    const found = filled ? null : tracing.code.find(head, at)
    if (!filled && !found) continue
    const traces = filled
      ? tracePassed(tracing, filled, head, at)
      : found
        ? traceFound(tracing, found, head)
        : []
    return walk(named(traces, head), stepsOf(segments.slice(length)))
  }
  return [{ ...start({ type: 'global', name: segments[0] ?? name }), steps: stepsOf(segments.slice(1)) }]
}

function tracePassed(tracing: Tracing, passed: Passed, name: string, at: At): readonly Trace[] {
  const traces = walk(trace(tracing, passed.value, passed.at), passed.steps)
  const found = tracing.code.find(name, at)
  const type =
    found?.type === 'binding'
      ? (found.binding.type ?? constructed(tracing, found.binding.value))
      : parameterType(tracing, found)
  return type ? typed(traces, type) : traces
}

/** `new(User)`, `User{}`: the type that a value was made as. */
function constructed(tracing: Tracing, value: Value): string | null {
  if (value.type === 'cast') return value.to
  const call = value.type === 'call' ? tracing.code.outline.calls[value.call] : undefined
  if (!call) return null
  return call.constructs ? call.callee : (call.typeArguments[0] ?? null)
}

function parameterType(tracing: Tracing, found: Found | null): string | null {
  if (found?.type !== 'parameter') return null
  return tracing.code.outline.definitions[found.definition]?.parameters[found.index]?.type ?? null
}

function traceFound(tracing: Tracing, found: Found, name: string): readonly Trace[] {
  switch (found.type) {
    case 'binding':
      return traceBinding(tracing, found.index, name)
    case 'parameter':
      return traceParameter(tracing, found)
    case 'definition':
      return [start({ type: 'definition', index: found.index })]
    case 'import':
      return [start({ type: 'import', module: found.module, imported: found.imported })]
  }
}

function traceBinding(tracing: Tracing, index: number, name: string): readonly Trace[] {
  const key = `${index} ${name}`
  const known = tracing.bindings.get(key)
  if (known) return known
  tracing.bindings.set(key, [])
  const traces = followBinding(tracing, index, name)
  tracing.bindings.set(key, traces)
  return traces
}

function followBinding(tracing: Tracing, index: number, name: string): readonly Trace[] {
  const binding = tracing.code.outline.bindings[index]
  if (!binding) return []
  const at = { scope: binding.scope, line: binding.line, before: index }
  const field = binding.fields.find((each) => each.local === name)
  const item = binding.item ? [{ name: '[]' }] : []
  const traces = walk(trace(tracing, binding.value, at), item)
  const declared = binding.type && binding.name === name ? typed(traces, binding.type) : traces
  return field ? walk(declared, stepsOf(field.field.split('.'))) : declared
}

function traceParameter(tracing: Tracing, found: Extract<Found, { type: 'parameter' }>): readonly Trace[] {
  const type = parameterType(tracing, found)
  const given = tracing.givenTo(found.definition, found.index)
  if (given) return walk(trace(tracing, given.value, given.at), given.steps)
  const whole = start({ type: 'parameter', definition: found.definition, index: found.index })
  const traces = type ? typed([whole], type) : [whole]
  return found.field ? walk(traces, stepsOf(found.field.split('.'))) : traces
}

/** `this.http.get`: what some method gave to `this.http`, or what the class declares it to be. */
function traceOwnMember(tracing: Tracing, segments: readonly string[], at: At): readonly Trace[] {
  const owner = tracing.code.ownerOf(at.scope) ?? ''
  const [first = '', ...rest] = segments
  const self = start({ type: 'self', owner })
  const assigned = tracing.code.memberBindings(owner, first).filter((index) => index !== at.before)
  const declared = tracing.code.typeNamed(owner)?.fields.find((each) => each.name === first)
  const values = assigned.flatMap((index) => traceBinding(tracing, index, `this.${first}`))
  const initial = declared?.value ? trace(tracing, declared.value, { scope: null, line: declared.line }) : []
  const known = [...values, ...initial].filter((each) => !isNothing(each))
  const traces = known.length ? known : [{ ...self, steps: stepsOf([first]) }]
  return walk(named(declared?.type ? typed(traces, declared.type) : traces, `this.${first}`), stepsOf(rest))
}

function traceCall(tracing: Tracing, index: number): readonly Trace[] {
  const known = tracing.calls.get(index)
  if (known) return known
  tracing.calls.set(index, [])
  const traces = followCall(tracing, index).slice(0, maxTraces)
  tracing.calls.set(index, traces)
  return traces
}

function followCall(tracing: Tracing, index: number): readonly Trace[] {
  const required = requiredModule(tracing.code.outline.calls[index])
  if (required !== null) return [start({ type: 'import', module: required, imported: '*' })]
  const callback = traceCallback(tracing, index)
  if (callback) return callback
  const callee = traceCallee(tracing, index)
  const passed = tracing.passes(index, callee)
  if (!passed) return callee
  const traces = walk(trace(tracing, passed.value, passed.at), passed.steps)
  // `ReadFromJsonAsync<Order>()` says of what it passes on what it is.
  const [type] = tracing.code.outline.calls[index]?.typeArguments ?? []
  return type === undefined ? traces : typed(traces, type)
}

/** `require('./orders')` inside an expression: `require('fastify')()`, `app.use(require('./orders'))`. */
function requiredModule(call: Call | undefined): string | null {
  const [module] = call?.callee === 'require' ? call.arguments : []
  const [text] = module?.type === 'text' && module.parts.length === 1 ? module.parts : []
  return typeof text === 'string' ? text : null
}

/** `answer.then((each) => each.json())` is what the callback returns. */
function traceCallback(tracing: Tracing, index: number): readonly Trace[] | null {
  const call = tracing.code.outline.calls[index]
  const [callback] = call?.arguments ?? []
  if (!call?.receiver || callback?.type !== 'function' || call.name !== 'then') return null
  const at = { scope: callback.definition, line: Number.MAX_SAFE_INTEGER }
  const returned = tracing.code.returnsOf(callback.definition).flatMap((value) => trace(tracing, value, at))
  return returned.length ? returned : null
}

function traceCallee(tracing: Tracing, index: number): readonly Trace[] {
  const known = tracing.callees.get(index)
  if (known) return known
  tracing.callees.set(index, [])
  const traces = followCallee(tracing, index)
  tracing.callees.set(index, traces)
  return traces
}

function followCallee(tracing: Tracing, index: number): readonly Trace[] {
  const call = tracing.code.outline.calls[index]
  if (!call) return []
  const at = { scope: call.scope, line: call.line }
  return call.receiver
    ? walk(trace(tracing, call.receiver, at), [{ name: `${call.name}()`, call: index }])
    : walk(traceName(tracing, call.callee, at), [{ name: '()', call: index }])
}
