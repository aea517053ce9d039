import type { GuardRule } from '../../domain/framework.js'
import type { Value } from '../../domain/outline.js'
import { beginsAt } from './begins.js'
import { knownRouters } from './known-routers.js'
import type { At } from './names.js'
import { mayHaveOrigin } from './origin.js'
import { isHole, type Piece } from './piece.js'
import type { Reading } from './reading.js'
import type { Site } from './recognise.js'
import { routerName } from './router-name.js'
import { type Taken, take, takeFirst } from './take.js'
import { templateWithNames } from './template.js'
import { textsOf } from './text.js'
import type { Trace } from './trace.js'
import { readUrl } from './url.js'

/** What a route is declared on: which router, under which prefix, behind which guards, as far as this blob tells. */
export type Router = {
  /** As `routerName` spells it; null when it has no name. */
  readonly receiver: string | null
  readonly prefix: string
  /** The beginning of the prefix that was given where the router was made. */
  readonly ownPrefix: string
  readonly guards: readonly string[]
}

export function routerOf(reading: Reading, trace: Trace, line: number): Router {
  const groups = groupCalls(reading, trace)
  const around = guardsAround(reading, trace, line)
  // A router's own guards run before those of a group that was made of it, whatever the order of the lines.
  const inOrder = [...groups, ...around].sort((a, b) => a.at - b.at)
  return {
    receiver: routerName(reading, trace),
    ownPrefix: groups.find((group) => group.root)?.prefix ?? '',
    prefix: groups.reduce((prefix, group) => joinPaths(prefix, group.prefix), ''),
    guards: inOrder.flatMap((each) => each.guards).filter((guard) => guard !== ''),
  }
}

export function joinPaths(prefix: string, path: string): string {
  return path === '' ? prefix : `${prefix.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`
}

/** `at` counts the steps that lead from the router's origin to the group, or to what was guarded. */
type Guarding = { readonly at: number; readonly guards: readonly string[] }
type Group = Guarding & { readonly prefix: string; readonly root: boolean }

/** The groups on the way from the router to the receiver, outermost first; a mount's inline function is one of them. */
function groupCalls(reading: Reading, trace: Trace): readonly Group[] {
  const groups = [...groupsAlong(reading, trace), ...groupsBeside(reading, trace)]
  // `api.namespace('orders')` makes a router of its own, and no group of the one that it is called on.
  return groups.slice(
    Math.max(
      0,
      groups.findLastIndex((group) => group.root),
    ),
  )
}

function groupsAlong(reading: Reading, trace: Trace): readonly Group[] {
  return trace.steps.flatMap(({ call }, index) => {
    if (call === undefined) return []
    const [found] = [...reading.recognised(call, 'group'), ...reading.recognised(call, 'mount')]
    if (!found) return []
    const site = reading.siteOf(call)
    const { rule, callee } = found
    // Further along the chain stands what mounted, and not what was mounted.
    if (rule.emit === 'mount' && !site.arguments.some(({ type }) => type === 'function')) return []
    const prefix = namedPath(reading, takeFirst(reading.tracer, rule.prefix, site, callee), '')
    const guards = (rule.guards ?? []).flatMap((from) => {
      if (from === 'rest') return site.arguments.slice(1)
      return from === 'between' ? [] : listOf(take(reading.tracer, from, site, callee)?.value)
    })
    const root = rule.emit === 'group' && rule.root === true
    const own = rule.emit === 'group' && rule.ofItem ? joinPaths(prefix ?? '', '{}') : (prefix ?? '')
    return [{ at: index + 1, root, prefix: own, guards: guards.map((value) => guardText(reading, value)) }]
  })
}

/** What is said of a router in a statement of its own: `router.prefix('/api')`. */
function groupsBeside(reading: Reading, trace: Trace): readonly Group[] {
  return reading.allRecognised('group').flatMap(({ call, found }) => {
    if (!found.rule.anytime || trace.steps.some((step) => step.call === call)) return []
    const on = receiverTrace(found.callee)
    if (limitOf(reading, on, trace, 0) === null) return []
    const site = reading.siteOf(call)
    const prefix = namedPath(reading, takeFirst(reading.tracer, found.rule.prefix, site, found.callee), '')
    return [{ at: on.steps.length, root: false, prefix: prefix ?? '', guards: [] }]
  })
}

/** Guards that were put on the router, or on one it was made from, before the route (or that inner router) was made. */
function guardsAround(reading: Reading, trace: Trace, line: number): readonly Guarding[] {
  return reading.allRecognised('guard').flatMap(({ call, found }) => {
    const site = reading.siteOf(call)
    const guarded = receiverTrace(found.callee)
    const until = limitOf(reading, guarded, trace, line)
    const { anytime, earlier } = found.rule
    if ((earlier && !anytime) || until === null || (site.line >= until && !anytime)) return []
    return [{ at: guarded.steps.length, guards: guardsOf(reading, found.rule, call) }]
  })
}

/** What a call of a guard rule guards with. */
export function guardsOf(reading: Reading, rule: GuardRule, call: number): readonly string[] {
  const site = reading.siteOf(call)
  if (rule.itself) return [callText(reading, site, reading.code.outline.calls[call]?.typeArguments ?? [])]
  return site.arguments
    .filter((value) => mayGuard(reading, value, site.at))
    .map((value) => guardText(reading, value))
}

/** A call or decorator as written, without what it is made on: `RequireAuthorization(admin)`, `Authorize(Roles = admin)`. */
export function callText(
  reading: Reading,
  { name, arguments: given, keywords }: Pick<Site, 'name' | 'arguments' | 'keywords'>,
  types: readonly string[] = [],
): string {
  const named = Object.entries(keywords).map(([key, value]) => `${key} = ${reading.show(value)}`)
  const shown = [...given.map((value) => reading.show(value)), ...named].filter((text) => text !== '')
  const generic = types.length > 0 ? `<${types.join(', ')}>` : ''
  return `${name}${generic}${shown.length > 0 ? `(${shown.join(', ')})` : ''}`
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
  return traces.some(
    (trace) =>
      mayHaveOrigin(trace) &&
      knownRouters(reading.rulebook).some(({ entry, made }) =>
        reading.originsOf(trace, entry).some((origin) => made.has(origin)),
      ),
  )
}

export function receiverTrace(callee: Trace): Trace {
  const steps = callee.steps.slice(0, -1)
  return { ...callee, steps, types: callee.types.filter((type) => type.after <= steps.length) }
}

/** A path as written, with `{}` for its holes; null when nothing of it is known. */
export function pathAt(reading: Reading, taken: { value: Value; at: At } | null): string | null {
  const [written] = taken ? textsOf(reading, taken.value, taken.at) : []
  if (!written) return null
  const text = reading.code.language === 'csharp' ? written.map(withoutConstraints) : written
  const url = readUrl(reading, text)
  const isWritten = url.path !== '' || text.every((piece) => 'text' in piece)
  return isWritten ? url.path : null
}

/**
 * A path with the name that it begins with, as facts spell it: `$(Paths.orders)/{}`, with `!` after a name without which
 * nothing is known. Null when nothing of it is.
 */
export function namedPath(reading: Reading, taken: Taken | null, needed: '' | '!'): string | null {
  const name = beginsAt(reading, taken)
  const path = pathAt(reading, taken)
  return name === null ? path : `$(${name}${needed})${path === null ? '' : `/${path}`}`
}

function withoutConstraints(piece: Piece): Piece {
  return isHole(piece) ? piece : { ...piece, text: templateWithNames(piece.text) }
}

/** A guard as written; `Depends(require_user)` is `require_user`. */
export function guardText(reading: Reading, value: Value): string {
  const call = value.type === 'call' ? reading.code.outline.calls[value.call] : undefined
  // `from_fn(require_user)` and `from_fn_with_state(state, require_user)` make middleware of a function.
  const made = call && /^from_fn/.test(call.name) ? call.arguments.at(-1) : undefined
  if (made) return reading.show(made)
  const [inner] = call?.arguments ?? []
  return call && inner && /^(?:Depends|Security)$/.test(call.name) ? reading.show(inner) : reading.show(value)
}

export function listOf(value: Value | undefined) {
  return value === undefined ? [] : value.type === 'list' ? value.items : [value]
}
