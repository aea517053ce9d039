import type { Scope } from '../../domain/outline.js'
import { type Answers, fromAnswer, hasAnswer, indexAnswers } from './answer.js'
import { fromResult, fromType } from './declared.js'
import type { Provenance } from './provenance.js'
import type { Reading } from './reading.js'
import { fromReceived } from './received.js'
import type { Request } from './request.js'
import type { DeclaredRoute } from './route.js'
import { targetOf } from './target.js'
import type { ForeignRequest } from './through.js'
import type { Step, Trace } from './trace.js'

/** All that is known of the requests and routes of a blob when its values are explained. */
export type Known = {
  readonly requests: readonly Request[]
  readonly foreign: readonly ForeignRequest[]
  readonly routes: readonly DeclaredRoute[]
}

/** Explains traces: as an answer, a route's body, what another file's function returns, or a declared type, in this order. */
export type Explainer = { explain(traces: readonly Trace[], scope: Scope): readonly Provenance[] }

type Explaining = {
  readonly reading: Reading
  readonly routes: readonly DeclaredRoute[]
  readonly answers: Answers
  /** Functions of this blob by the calls that call them. */
  readonly targets: Map<number, number | null>
}

/** As far as functions that return each other's values are followed, and as many ways as one may return. */
const maxExpansions = 4

export function createExplainer(reading: Reading, { requests, foreign, routes }: Known): Explainer {
  const explaining = { reading, routes, answers: indexAnswers(requests, foreign), targets: new Map() }
  return { explain: (traces, scope) => explain(explaining, traces, scope) }
}

function explain(explaining: Explaining, traces: readonly Trace[], scope: Scope): readonly Provenance[] {
  const { reading, routes, answers } = explaining
  const expanded = traces.flatMap((trace) => expand(explaining, trace, 0))
  const found = expanded.flatMap(
    (trace) => fromAnswer(reading, answers, trace) ?? fromReceived(reading, routes, trace, scope),
  )
  if (found.length) return found
  return expanded.flatMap((trace) => fromResult(reading, trace) ?? fromType(reading, trace) ?? [])
}

/** What functions of this blob return stands for their calls. */
function expand(explaining: Explaining, trace: Trace, depth: number): readonly Trace[] {
  const { reading } = explaining
  const at = trace.steps.findLastIndex(
    (step) => step.call !== undefined && isExpandable(explaining, step.call),
  )
  const call = trace.steps[at]?.call
  const target = call === undefined ? null : localTarget(explaining, call)
  if (target === null || depth > maxExpansions) return [trace]
  const end = { scope: target, line: Number.MAX_SAFE_INTEGER }
  const returned = reading.code.returnsOf(target).flatMap((value) => reading.tracer.trace(value, end))
  const inner = returned.slice(0, maxExpansions).map((each) => continued(each, trace, at + 1))
  return inner.length ? inner.flatMap((each) => expand(explaining, each, depth + 1)) : [trace]
}

function isExpandable(explaining: Explaining, call: number): boolean {
  return !hasAnswer(explaining.answers, call) && localTarget(explaining, call) !== null
}

function localTarget({ reading, targets }: Explaining, call: number): number | null {
  const known = targets.get(call)
  if (known !== undefined) return known
  const target = targetOf(reading, call)
  const kind = target === null ? '' : reading.code.outline.definitions[target]?.kind
  const found = kind === 'function' || kind === 'method' ? target : null
  targets.set(call, found)
  return found
}

/** A returned value, with what the caller does after its first steps. */
function continued(returned: Trace, caller: Trace, from: number): Trace {
  const shift = returned.steps.length - from
  const rest: readonly Step[] = caller.steps.slice(from)
  const types = caller.types.filter((type) => type.after >= from)
  return {
    ...returned,
    steps: [...returned.steps, ...rest],
    types: [...returned.types, ...types.map((type) => ({ ...type, after: type.after + shift }))],
  }
}
