import type { Call, Value } from '../../domain/outline.js'
import type { At, Code } from './code.js'
import {
  callSite,
  createRecogniser,
  type Emits,
  type Recognised,
  type RuleOf,
  type Site,
} from './recognise.js'
import type { Entry, Rulebook } from './rulebook.js'
import { showValue } from './show.js'
import { take } from './take.js'
import { createTracer, type Passed, type Trace, type Tracer } from './trace.js'

/** One blob with the rules of its language: what every part of the engine asks. */
export type Reading = {
  readonly code: Code
  readonly rulebook: Rulebook
  readonly tracer: Tracer
  siteOf(call: number): Site
  calleesOf(call: number): readonly Trace[]
  recognised<E extends Emits>(call: number, emits: E): readonly Recognised<RuleOf<E>>[]
  /** Every call of the blob for which a rule of the kind holds, in source order. */
  allRecognised<E extends Emits>(
    emits: E,
  ): readonly { readonly call: number; readonly found: Recognised<RuleOf<E>> }[]
  decorations<E extends Emits>(
    emits: E,
  ): readonly { readonly decorator: number; readonly found: Recognised<RuleOf<E>> }[]
  originsOf(trace: Trace, entry: Entry): readonly string[]
  isGroup(call: number): boolean
  show(value: Value): string
}

const nothing: Site = { name: '', arguments: [], keywords: {}, at: { scope: null, line: 0 }, line: 0 }

export function createReading(code: Code, rulebook: Rulebook): Reading {
  const recogniser = createRecogniser(code, rulebook)
  const fillers = new Map<string, { readonly call: number; readonly passed: Passed }[]>()
  const tracer: Tracer = createTracer(code, { passes, filledBy, givenTo })
  let mounted: ReadonlyMap<number, number> | null = null
  /** Which calls a kind of rule holds for: asked again and again, and the same every time. */
  const callsBy = new Map<Emits, readonly number[]>()
  const decoding = [...code.outline.calls.keys()].filter((call) => hasRule(call, 'decode'))
  for (const call of decoding) readFilled(call)
  // What was traced while the fillers were still being found did not know all of them.
  tracer.forget()

  return {
    code,
    rulebook,
    tracer,
    siteOf: siteOfCall,
    calleesOf,
    recognised,
    allRecognised,
    decorations,
    originsOf: recogniser.originsFor,
    isGroup: recogniser.isGroup,
    show: (value) => showValue(value, code),
  }

  function siteOfCall(index: number): Site {
    const call = code.outline.calls[index]
    return call ? callSite(call) : nothing
  }

  /** What is called, before any rule says that it passes something through. */
  function calleesOf(index: number): readonly Trace[] {
    const call = code.outline.calls[index]
    return call ? tracer.traceCallee(index) : []
  }

  function recognised<E extends Emits>(index: number, emits: E): readonly Recognised<RuleOf<E>>[] {
    return recogniser.recogniseCall(index, emits, calleesOf(index))
  }

  function allRecognised<E extends Emits>(emits: E) {
    const calls =
      callsBy.get(emits) ??
      [...code.outline.calls.keys()].filter((call) => recognised(call, emits).length > 0)
    callsBy.set(emits, calls)
    return calls.flatMap((call) =>
      recognised(call, emits)
        .slice(0, 1)
        .map((found) => ({ call, found })),
    )
  }

  function decorations<E extends Emits>(emits: E) {
    return [...code.outline.decorators.entries()].flatMap(([decorator, each]) => {
      if (!rulebook.decorators.has(each.name)) return []
      const callees = tracer.traceName(each.callee, { scope: null, line: each.line })
      return recogniser
        .recogniseDecorator(each, emits, callees)
        .slice(0, 1)
        .map((found) => ({ decorator, found }))
    })
  }

  function passes(index: number, callees: readonly Trace[]): Passed | null {
    if (!hasRule(index, 'pass')) return null
    const [found] = recogniser.recogniseCall(index, 'pass', callees)
    const taken = found && take(tracer, found.rule.from, siteOfCall(index), found.callee)
    return taken ? { ...taken, steps: [] } : null
  }

  function filledBy(name: string, at: At): Passed | null {
    const fits = (fillers.get(name) ?? []).filter(({ call }) => isSameFunction(code.outline.calls[call], at))
    return fits.findLast(({ call }) => (code.outline.calls[call]?.line ?? 0) < at.line)?.passed ?? null
  }

  function givenTo(definition: number, parameter: number): Passed | null {
    const index = parameter === 0 ? inlineMounts().get(definition) : undefined
    const call = index === undefined ? undefined : code.outline.calls[index]
    if (index === undefined || !call?.receiver) return null
    const at = { scope: call.scope, line: call.line }
    return { value: call.receiver, at, steps: [{ name: `${call.name}()`, call: index }] }
  }

  /** Inline functions by the call that mounts them. */
  function inlineMounts(): ReadonlyMap<number, number> {
    mounted ??= new Map(
      [...code.outline.calls.entries()].flatMap(([index, call]) =>
        hasRule(index, 'mount')
          ? call.arguments.flatMap((value): [number, number][] =>
              value.type === 'function' ? [[value.definition, index]] : [],
            )
          : [],
      ),
    )
    return mounted
  }

  function isSameFunction(call: Call | undefined, at: At): boolean {
    return call !== undefined && code.namedAround(call.scope) === code.namedAround(at.scope)
  }

  function readFilled(index: number): void {
    const [found] = recognised(index, 'decode')
    if (!found) return
    const site = siteOfCall(index)
    const from = take(tracer, found.rule.from, site, found.callee)
    const into = take(tracer, found.rule.into, site, found.callee)
    if (!from || into?.value.type !== 'name') return
    const steps = found.rule.step ? [{ name: found.rule.step, call: index }] : []
    const known = fillers.get(into.value.name) ?? []
    fillers.set(into.value.name, [...known, { call: index, passed: { ...from, steps } }])
  }

  function hasRule(index: number, emits: Emits): boolean {
    const name = code.outline.calls[index]?.name ?? ''
    return (rulebook.calls.get(name) ?? []).some((entry) => entry.rule.emit === emits)
  }
}
