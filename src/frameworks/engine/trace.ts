import type { Value } from '../../domain/outline.js'
import type { Code } from './code.js'
import type { At } from './names.js'

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

/** A value that stands for another, with what is done to it on the way. */
export type Passed = { readonly value: Value; readonly at: At; readonly steps: readonly Step[] }

/** What the rules know and a tracer does not. */
export type Knowledge = {
  /** The value that a call passes through: `JSON.parse(text)` is `text`. */
  readonly passes: (call: number, callee: readonly Trace[]) => Passed | null
  /** What a call has filled a name with: `order`, after `json.Unmarshal(bytes, &order)`. */
  readonly filledBy: (name: string, at: At) => Passed | null
  /** What a parameter of an inline function is given: the router, inside `app.register(async (orders) => …)`. */
  readonly givenTo: (definition: number, parameter: number) => Passed | null
}

export function start(source: Source): Trace {
  return { source, steps: [], types: [], names: [] }
}

export function walk(traces: readonly Trace[], steps: readonly Step[]): readonly Trace[] {
  return steps.length ? traces.map((each) => ({ ...each, steps: [...each.steps, ...steps] })) : traces
}

export function typed(traces: readonly Trace[], text: string): readonly Trace[] {
  return traces.map((each) => ({ ...each, types: [...each.types, { text, after: each.steps.length }] }))
}

export function named(traces: readonly Trace[], name: string): readonly Trace[] {
  return traces.map((each) => ({ ...each, names: [...each.names, { name, after: each.steps.length }] }))
}

export function stepsOf(names: readonly string[]): readonly Step[] {
  return names.filter((name) => name !== '').map((name) => ({ name }))
}

export function isNothing(trace: Trace): boolean {
  return trace.source.type === 'value' && trace.source.value.type === 'null'
}
