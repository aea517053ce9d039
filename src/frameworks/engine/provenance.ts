import type { Origin, Reference, Through } from '../../domain/fact.js'
import type { Scope } from '../../domain/outline.js'
import { isKnown } from './client.js'
import { fieldPath, isResponseMember } from './path-of-field.js'
import type { Reading } from './reading.js'
import { receivedSteps } from './received.js'
import type { Request } from './request.js'
import type { DeclaredRoute } from './route.js'
import { foreignOf, referenceTo, targetOf } from './target.js'
import type { ForeignRequest } from './through.js'
import type { Step, Trace } from './trace.js'
import { typeName } from './type-text.js'
import { templateOf } from './url.js'

/** Where a value comes from, and which field of that it is (empty: all of it). */
export type Provenance = {
  readonly origin: Origin
  readonly field: string
  /** The declared type nearest to the value, and the field below it. */
  readonly shape: { readonly type: Reference; readonly below: string } | null
}

/** All that is known of the requests and routes of a blob when its values are explained. */
export type Known = {
  readonly requests: readonly Request[]
  readonly foreign: readonly ForeignRequest[]
  readonly routes: readonly DeclaredRoute[]
}

const maxExpansions = 4

/** Explains traces: as an answer, a route's body, what another file's function returns, or a declared type, in this order. */
export function createExplainer(reading: Reading, known: Known) {
  const answers = new Map<number, readonly Request[]>()
  for (const request of known.requests)
    answers.set(request.answer.at, [...(answers.get(request.answer.at) ?? []), request])
  const foreign = new Map(known.foreign.map((request) => [request.call, request]))
  const targets = new Map<number, number | null>()
  return { explain }

  function explain(traces: readonly Trace[], scope: Scope): readonly Provenance[] {
    const expanded = traces.flatMap((trace) => expand(trace, 0))
    const found = expanded.flatMap((trace) => fromRequest(trace) ?? fromRoute(trace, scope) ?? [])
    if (found.length) return found
    return expanded.flatMap((trace) => fromResult(trace) ?? fromType(trace) ?? [])
  }

  /** What functions of this blob return stands for their calls. */
  function expand(trace: Trace, depth: number): readonly Trace[] {
    const at = trace.steps.findLastIndex((step) => step.call !== undefined && isExpandable(step.call))
    const call = trace.steps[at]?.call
    const target = call === undefined ? null : localTarget(call)
    if (target === null || depth > maxExpansions) return [trace]
    const rest = trace.steps.slice(at + 1)
    const returned = reading.code
      .returnsOf(target)
      .flatMap((value) => reading.tracer.trace(value, { scope: target, line: Number.MAX_SAFE_INTEGER }))
      .slice(0, maxExpansions)
    const inner = returned.map((each) => appended(each, rest, trace.types, at + 1))
    return inner.length ? inner.flatMap((each) => expand(each, depth + 1)) : [trace]
  }

  function isExpandable(call: number): boolean {
    return !answers.has(call) && !foreign.has(call) && localTarget(call) !== null
  }

  function localTarget(call: number): number | null {
    const known = targets.get(call)
    if (known !== undefined) return known
    const target = targetOf(reading, call)
    const isFunction =
      target !== null && /^(?:function|method)$/.test(reading.code.outline.definitions[target]?.kind ?? '')
    targets.set(call, isFunction ? target : null)
    return isFunction ? target : null
  }

  function fromRequest(trace: Trace): readonly Provenance[] | null {
    const at = trace.steps.findLastIndex(
      (step) => step.call !== undefined && (answers.has(step.call) || foreign.has(step.call)),
    )
    const call = trace.steps[at]?.call
    if (call === undefined) return null
    const rest = trace.steps.slice(at + 1)
    const through = foreign.get(call)
    if (through) return foreignAnswer(through, rest, trace, at + 1)
    const found = (answers.get(call) ?? []).filter((request) => isKnown(request.url))
    return found.flatMap((request) => ownAnswer(request, rest, trace, at + 1) ?? [])
  }

  function ownAnswer(request: Request, rest: readonly Step[], trace: Trace, from: number): Provenance | null {
    const { members, needed } = request.answer
    const first = rest[0]?.name ?? ''
    const isMember = members.includes(first)
    if (!isMember && (needed || isResponseMember(first))) return null
    const method = typeof request.method === 'string' ? request.method : 'ANY'
    const origin: Origin = { type: 'answer', method, path: templateOf(request.url), base: request.url.base }
    return provenance(origin, rest.slice(isMember ? 1 : 0), trace, from)
  }

  /** The members of the response stay in the field: only the wrapper knows which of them it has taken. */
  function foreignAnswer(
    request: ForeignRequest,
    rest: readonly Step[],
    trace: Trace,
    from: number,
  ): readonly Provenance[] {
    const through: Through = request.through
    const parsed = rest[0]?.name === 'json()' ? rest.slice(1) : rest
    const origin: Origin = {
      type: 'answer',
      method: 'ANY',
      path: templateOf(request.url),
      base: request.url.base,
      through,
    }
    const found = provenance(origin, parsed, trace, from)
    return found ? [found] : []
  }

  function fromRoute(trace: Trace, scope: Scope): readonly Provenance[] | null {
    const found = known.routes.flatMap((route) => {
      const rest = receivedSteps(reading, route, trace, scope)
      if (!rest) return []
      const { method, path } = route.fact
      return (
        provenance(
          { type: 'route', method, path, side: 'request' },
          rest,
          trace,
          trace.steps.length - rest.length,
        ) ?? []
      )
    })
    return found.length ? found : null
  }

  function fromResult(trace: Trace): readonly Provenance[] | null {
    const at = trace.steps.findIndex((step) => step.call !== undefined)
    if (at === -1 || trace.source.type === 'global') return null
    const called = {
      ...trace,
      steps: trace.steps.slice(0, at + 1),
      types: trace.types.filter((type) => type.after <= at + 1),
    }
    const found = foreignOf(reading, called)
    // A module of the outside world answers with nothing that we could follow.
    if (!found || !isOwnModule(found.reference?.module ?? '.')) return null
    const reference = { name: found.name, module: found.reference?.module ?? null }
    const given = provenance(
      { type: 'result', function: reference, owner: found.owner },
      trace.steps.slice(at + 1),
      trace,
      at + 1,
    )
    return given ? [given] : null
  }

  /** Relative, aliased, scoped and dotted modules may be in this repository; `lodash` may not. */
  function isOwnModule(module: string): boolean {
    if (reading.code.language === 'go') return module === '.' || /^[^/]*\./.test(module)
    return reading.code.language !== 'typescript' || /^[.@~#$]|\//.test(module)
  }

  function fromType(trace: Trace): readonly Provenance[] | null {
    const type = trace.types.at(-1)
    const name = type && typeName(type.text)
    if (!type || !name) return null
    const steps = trace.steps.slice(type.after)
    const field = fieldPath(name.held && steps[0]?.name === name.held ? steps.slice(1) : steps)
    if (field === null || !mayBeOnWire(trace)) return null
    const origin: Origin = { type: 'type', name: referenceTo(reading, name.name) }
    return [{ origin, field: below(name.list, field), shape: null }]
  }

  /** Go's encoders see exported fields only; a type of the standard library is nobody's answer. */
  function mayBeOnWire({ steps, types }: Trace): boolean {
    if (reading.code.language !== 'go') return true
    const name = typeName(types.at(-1)?.text ?? '')?.name ?? ''
    const module = referenceTo(reading, name).module ?? '.'
    return /^[A-Z[]/.test(steps.at(-1)?.name ?? '') && isOwnModule(module)
  }

  function provenance(origin: Origin, rest: readonly Step[], trace: Trace, from: number): Provenance | null {
    const field = fieldPath(rest)
    return field === null ? null : { origin, field, shape: shapeBelow(trace, from) }
  }

  function shapeBelow(trace: Trace, from: number): Provenance['shape'] {
    const type = trace.types.findLast((each) => each.after >= from)
    const name = type && typeName(type.text)
    const path = type ? fieldPath(trace.steps.slice(type.after)) : null
    return name && path ? { type: referenceTo(reading, name.name), below: path } : null
  }
}

/** `Order[]`, of which an item is read: the list is the type's own, unless the code has taken an item already. */
function below(list: boolean, field: string): string {
  return list && field.startsWith('[]') ? field.replace(/^\[\]\.?/, '') : field
}

function appended(trace: Trace, rest: readonly Step[], types: Trace['types'], from: number): Trace {
  const shift = trace.steps.length - from
  const later = types
    .filter((type) => type.after >= from)
    .map((type) => ({ ...type, after: type.after + shift }))
  return { ...trace, steps: [...trace.steps, ...rest], types: [...trace.types, ...later] }
}

export type Explainer = ReturnType<typeof createExplainer>
