import type { Call, Value } from '../../domain/outline.js'
import type { Code } from './code.js'
import { mayHold } from './may-hold.js'
import type { At } from './names.js'
import {
  callSite,
  type Emits,
  isGroup,
  originsFor,
  type Recognised,
  type Recognising,
  type RuleOf,
  recogniseCall,
  recogniseDecorator,
  type Site,
} from './recognise.js'
import type { Entry, Rulebook } from './rulebook.js'
import { showValue } from './show.js'
import { take } from './take.js'
import type { Passed, Trace, Tracer } from './trace.js'
import { createTracer } from './tracer.js'

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
  recognisedDecorator<E extends Emits>(decorator: number, emits: E): readonly Recognised<RuleOf<E>>[]
  originsOf(trace: Trace, entry: Entry): readonly string[]
  isGroup(call: number): boolean
  show(value: Value): string
}

/** A reading at work: what it asks, and what it remembers. */
type Open = {
  readonly code: Code
  readonly rulebook: Rulebook
  readonly tracer: Tracer
  readonly recognising: Recognising
  /** Names by the calls that fill them. */
  readonly fillers: Map<string, readonly { readonly call: number; readonly passed: Passed }[]>
  /** Which calls a kind of rule holds for: asked again and again, and the same every time. */
  readonly callsBy: Map<Emits, readonly number[]>
  readonly sites: Map<number, Site>
  mounted: ReadonlyMap<number, number> | null
}

const nothing: Site = { name: '', arguments: [], keywords: {}, at: { scope: null, line: 0 }, line: 0 }

export function createReading(code: Code, rulebook: Rulebook): Reading {
  const open = openReading(code, rulebook)
  for (const call of code.outline.calls.keys()) if (hasRule(open, call, 'decode')) readFilled(open, call)
  // What was traced while the fillers were still being found did not know all of them.
  open.tracer.forget()
  return {
    code,
    rulebook,
    tracer: open.tracer,
    siteOf: (call) => siteOfCall(open, call),
    calleesOf: (call) => calleesOf(open, call),
    recognised: (call, emits) => recognised(open, call, emits),
    allRecognised: (emits) => allRecognised(open, emits),
    decorations: (emits) => decorations(open, emits),
    recognisedDecorator: (decorator, emits) => recognisedDecorator(open, decorator, emits),
    originsOf: (trace, entry) => originsFor(open.recognising, trace, entry),
    isGroup: (call) => isGroup(open.recognising, call),
    show: (value) => showValue(value, code),
  }
}

function openReading(code: Code, rulebook: Rulebook): Open {
  const tracer: Tracer = createTracer(code, {
    passes: (call, callees) => passes(open, call, callees),
    filledBy: (name, at) => filledBy(open, name, at),
    givenTo: (definition, parameter) => givenTo(open, definition, parameter),
  })
  const recognising = { code, rulebook, groups: new Map<number, boolean>() }
  const open: Open = {
    code,
    rulebook,
    tracer,
    recognising,
    fillers: new Map(),
    callsBy: new Map(),
    sites: new Map(),
    mounted: null,
  }
  return open
}

function siteOfCall(open: Open, index: number): Site {
  const known = open.sites.get(index)
  if (known) return known
  const call = open.code.outline.calls[index]
  const site = call ? { ...callSite(call), call: index } : nothing
  open.sites.set(index, site)
  return site
}

/** What is called, before any rule says that it passes something through. */
function calleesOf(open: Open, index: number): readonly Trace[] {
  const call = open.code.outline.calls[index]
  return call ? open.tracer.traceCallee(index) : []
}

function recognised<E extends Emits>(open: Open, index: number, emits: E): readonly Recognised<RuleOf<E>>[] {
  const name = open.code.outline.calls[index]?.name ?? ''
  return mayHold(open.rulebook, name, emits)
    ? recogniseCall(open.recognising, index, emits, calleesOf(open, index))
    : []
}

function allRecognised<E extends Emits>(open: Open, emits: E) {
  const calls =
    open.callsBy.get(emits) ??
    [...open.code.outline.calls.keys()].filter((call) => recognised(open, call, emits).length > 0)
  open.callsBy.set(emits, calls)
  return calls.flatMap((call) =>
    recognised(open, call, emits)
      .slice(0, 1)
      .map((found) => ({ call, found })),
  )
}

function decorations<E extends Emits>(open: Open, emits: E) {
  return [...open.code.outline.decorators.keys()].flatMap((decorator) =>
    recognisedDecorator(open, decorator, emits)
      .slice(0, 1)
      .map((found) => ({ decorator, found })),
  )
}

function recognisedDecorator<E extends Emits>(
  open: Open,
  index: number,
  emits: E,
): readonly Recognised<RuleOf<E>>[] {
  const { named, decorators } = open.rulebook
  const decorator = open.code.outline.decorators[index]
  if (!decorator || !(decorators.has(decorator.name) || named.decorator.length)) return []
  const callees = open.tracer.traceName(decorator.callee, { scope: null, line: decorator.line })
  return recogniseDecorator(open.recognising, decorator, emits, callees)
}

function passes(open: Open, index: number, callees: readonly Trace[]): Passed | null {
  if (!hasRule(open, index, 'pass')) return null
  const [found] = recogniseCall(open.recognising, index, 'pass', callees)
  const taken = found && take(open.tracer, found.rule.from, siteOfCall(open, index), found.callee)
  return taken ? { ...taken, steps: [] } : null
}

function filledBy(open: Open, name: string, at: At): Passed | null {
  const fits = (open.fillers.get(name) ?? []).filter(({ call }) =>
    isSameFunction(open, open.code.outline.calls[call], at),
  )
  return fits.findLast(({ call }) => (open.code.outline.calls[call]?.line ?? 0) < at.line)?.passed ?? null
}

function givenTo(open: Open, definition: number, parameter: number): Passed | null {
  const index = parameter === 0 ? inlineMounts(open).get(definition) : undefined
  const call = index === undefined ? undefined : open.code.outline.calls[index]
  if (index === undefined || !call?.receiver) return null
  const at = { scope: call.scope, line: call.line }
  return { value: call.receiver, at, steps: [{ name: `${call.name}()`, call: index }] }
}

/** Inline functions by the call that mounts them. */
function inlineMounts(open: Open): ReadonlyMap<number, number> {
  open.mounted ??= new Map(
    [...open.code.outline.calls.entries()].flatMap(([index, call]) =>
      hasRule(open, index, 'mount')
        ? call.arguments.flatMap((value): [number, number][] =>
            value.type === 'function' ? [[value.definition, index]] : [],
          )
        : [],
    ),
  )
  return open.mounted
}

function isSameFunction(open: Open, call: Call | undefined, at: At): boolean {
  return call !== undefined && open.code.namedAround(call.scope) === open.code.namedAround(at.scope)
}

function readFilled(open: Open, index: number): void {
  const [found] = recognised(open, index, 'decode')
  if (!found) return
  const site = siteOfCall(open, index)
  const from = take(open.tracer, found.rule.from, site, found.callee)
  const into = take(open.tracer, found.rule.into, site, found.callee)
  if (!from || into?.value.type !== 'name') return
  const steps = found.rule.step ? [{ name: found.rule.step, call: index }] : []
  const known = open.fillers.get(into.value.name) ?? []
  open.fillers.set(into.value.name, [...known, { call: index, passed: { ...from, steps } }])
}

function hasRule(open: Open, index: number, emits: Emits): boolean {
  const name = open.code.outline.calls[index]?.name ?? ''
  return (open.rulebook.calls.get(name) ?? []).some((entry) => entry.rule.emit === emits)
}
