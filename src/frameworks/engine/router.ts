import type { Value } from '../../domain/outline.js'
import type { At } from './code.js'
import type { Reading } from './reading.js'
import { take, takeFirst } from './take.js'
import { textsOf } from './text.js'
import type { Trace } from './trace.js'
import { readUrl } from './url.js'

/** What a route is declared on: which router, under which prefix, behind which guards, as far as this blob tells. */
export type Router = {
  /** The local name; for a router that a function is given, the function's name; null when it has none. */
  readonly receiver: string | null
  readonly prefix: string
  readonly guards: readonly string[]
}

const maxDepth = 8

export function routerOf(reading: Reading, trace: Trace, line: number, depth = 0): Router {
  const outer = outerRouter(reading, trace, depth)
  const groups = groupCalls(reading, trace)
  const guards = guardsAround(reading, trace, line)
  return groups.reduce<Router>(
    (router, group) => ({
      receiver: router.receiver,
      prefix: joinPaths(router.prefix, group.prefix),
      guards: [...router.guards, ...group.guards],
    }),
    { ...outer, guards: [...outer.guards, ...guards] },
  )
}

export function joinPaths(prefix: string, path: string): string {
  return path === '' ? prefix : `${prefix.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`
}

/** What the router itself is: a named one, the parameter of a function, or of a function given to a mount. */
function outerRouter(reading: Reading, trace: Trace, depth: number): Router {
  const { source } = trace
  if (source.type === 'parameter') {
    const mounted = depth < maxDepth ? mountAround(reading, source.definition, depth) : null
    if (mounted) return mounted
    const named = reading.code.namedAround(source.definition)
    const name = named === null ? null : (reading.code.outline.definitions[named]?.name ?? null)
    return { receiver: name, prefix: '', guards: [] }
  }
  const made = trace.steps.findLastIndex((step) => step.call !== undefined && !reading.isGroup(step.call)) + 1
  const name = trace.names.find((each) => each.after >= made)?.name ?? null
  return { receiver: name, prefix: '', guards: [] }
}

/** `app.register(async (orders) => { … }, { prefix: '/orders' })`: the inline function's router lies under the mount. */
function mountAround(reading: Reading, definition: number, depth: number): Router | null {
  for (const { call, found } of reading.allRecognised('mount')) {
    const site = reading.siteOf(call)
    if (!site.arguments.some((value) => value.type === 'function' && value.definition === definition))
      continue
    const outer = routerOf(reading, receiverTrace(found.callee), site.line, depth + 1)
    const prefix = pathAt(reading, takeFirst(reading.tracer, found.rule.prefix, site, found.callee))
    return { ...outer, prefix: joinPaths(outer.prefix, prefix ?? '') }
  }
  return null
}

type Group = { readonly prefix: string; readonly guards: readonly string[] }

/** The groups on the way from the router to the receiver, outermost first. */
function groupCalls(reading: Reading, trace: Trace): readonly Group[] {
  return trace.steps.flatMap(({ call }) => {
    if (call === undefined) return []
    const [found] = reading.recognised(call, 'group')
    if (!found) return []
    const site = reading.siteOf(call)
    const prefix = pathAt(reading, takeFirst(reading.tracer, found.rule.prefix, site, found.callee))
    const guards = (found.rule.guards ?? []).flatMap((from) =>
      from === 'rest'
        ? site.arguments.slice(1)
        : listOf(take(reading.tracer, from, site, found.callee)?.value),
    )
    return [{ prefix: prefix ?? '', guards: guards.map((value) => guardText(reading, value)) }]
  })
}

/** Guards that were put on the router, or on one it was made from, before the route (or that inner router) was made. */
function guardsAround(reading: Reading, trace: Trace, line: number): readonly string[] {
  return reading.allRecognised('guard').flatMap(({ call, found }) => {
    const site = reading.siteOf(call)
    const until = limitOf(reading, receiverTrace(found.callee), trace, line)
    if (until === null || site.line >= until) return []
    return site.arguments
      .filter((value) => mayGuard(reading, value, site.at))
      .map((value) => guardText(reading, value))
  })
}

function mayGuard(reading: Reading, value: Value, at: At): boolean {
  if (value.type === 'text' || value.type === 'object') return false
  return !/rout(?:er|es)$/i.test(reading.show(value)) && !isRouter(reading, reading.tracer.trace(value, at))
}

/** The line before which a guard must stand to hold for a route; null when it guards another router. */
function limitOf(reading: Reading, guarded: Trace, route: Trace, line: number): number | null {
  if (!isSameSource(guarded, route)) return null
  const guardCalls = guarded.steps.map((step) => step.call)
  const routeCalls = route.steps.map((step) => step.call)
  if (guardCalls.some((call, index) => call !== routeCalls[index])) return null
  const inner = routeCalls[guardCalls.length]
  return inner === undefined ? line : reading.siteOf(inner).line
}

function isSameSource(one: Trace, other: Trace): boolean {
  const [a, b] = [one.source, other.source]
  if (a.type === 'parameter' && b.type === 'parameter')
    return a.definition === b.definition && a.index === b.index
  if (a.type === 'import' && b.type === 'import') return a.module === b.module && a.imported === b.imported
  if (a.type === 'self' && b.type === 'self') return a.owner === b.owner
  return a.type === 'global' && b.type === 'global' && a.name === b.name
}

/** Whether a value is a router, by the receivers that rules of routes name. */
export function isRouter(reading: Reading, traces: readonly Trace[]): boolean {
  const entries = [...reading.rulebook.calls.values(), ...reading.rulebook.decorators.values()].flat()
  const routes = entries.filter((entry) => entry.rule.emit === 'route')
  return traces.some((trace) =>
    routes.some((entry) => {
      const origins = reading.originsOf(trace, entry)
      return entry.rule.match.receiver?.some(
        (receiver) => receiver !== '' && receiver.endsWith(')') && origins.includes(receiver),
      )
    }),
  )
}

export function receiverTrace(callee: Trace): Trace {
  const steps = callee.steps.slice(0, -1)
  return { ...callee, steps, types: callee.types.filter((type) => type.after <= steps.length) }
}

/** A path as written, with `{}` for its holes; null when nothing of it is known. */
export function pathAt(reading: Reading, taken: { value: Value; at: At } | null): string | null {
  const [text] = taken ? textsOf(reading, taken.value, taken.at) : []
  if (!text) return null
  const url = readUrl(reading, text)
  const written = url.path !== '' || text.every((piece) => 'text' in piece)
  return written ? url.path : null
}

/** A guard as written; `Depends(require_user)` is `require_user`. */
export function guardText(reading: Reading, value: Value): string {
  const call = value.type === 'call' ? reading.code.outline.calls[value.call] : undefined
  const [inner] = call?.arguments ?? []
  return call && inner && /^(?:Depends|Security)$/.test(call.name) ? reading.show(inner) : reading.show(value)
}

export function listOf(value: Value | undefined) {
  return value === undefined ? [] : value.type === 'list' ? value.items : [value]
}
