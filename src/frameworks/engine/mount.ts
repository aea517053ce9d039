import { pathTemplate } from '../../domain/element.js'
import type { MountFact, Reference } from '../../domain/fact.js'
import type { MountRule } from '../../domain/framework.js'
import type { Value } from '../../domain/outline.js'
import { beginsAt } from './begins.js'
import { constantOf } from './environment.js'
import { calledFunction, givenRouters, returnedRouters } from './given-router.js'
import { guardsOver } from './guards-over.js'
import { handlerDefinition } from './handler.js'
import { itemsAt } from './items.js'
import { branchesOf } from './mount-tree.js'
import type { At } from './names.js'
import type { Reading } from './reading.js'
import { decoratorSite, type Recognised, type Site } from './recognise.js'
import { viewOf } from './route.js'
import { guardText, isRouter, joinPaths, listOf, pathAt, receiverTrace, routerOf } from './router.js'
import { functionName, routerName } from './router-name.js'
import { rowsOf } from './rows.js'
import { type Taken, take, takeFirst } from './take.js'
import type { Trace } from './trace.js'
import { withinOf } from './within.js'

/** Where other routers' routes live: those that a rule mounts, and functions that are given a router. */
export function readMounts(reading: Reading): readonly MountFact[] {
  return [
    ...ruledMounts(reading),
    ...viewMounts(reading),
    ...givenRouters(reading),
    ...returnedRouters(reading),
  ]
}

function ruledMounts(reading: Reading): readonly MountFact[] {
  const called = reading.allRecognised('mount').flatMap(({ call, found }) => {
    if (found.entry.framework.blocks) return []
    return mountsAt(reading, found, reading.siteOf(call), null)
  })
  const decorated = reading.decorations('mount').flatMap(({ decorator, found }) => {
    const each = reading.code.outline.decorators[decorator]
    return each ? mountsAt(reading, found, decoratorSite(reading.code, each), each.target) : []
  })
  return [...called, ...decorated]
}

function mountsAt(
  reading: Reading,
  found: Recognised<MountRule>,
  site: Site,
  decorated: number | null,
): readonly MountFact[] {
  const { rule, callee } = found
  if (rule.loads) return []
  if (rule.tree || rule.on === 'decorated') return treeMounts(reading, found, site, decorated)
  const taken = takeFirst(reading.tracer, rule.prefix, site, callee)
  const given = rule.target === 'each' ? null : mountedAt(reading, found, site)
  const targets = rule.target === 'each' ? valuesAt(site) : given ? [given] : []
  return rowsOf(reading, [...(taken ? [taken] : []), ...targets]).flatMap((row) => {
    const rest = taken ? row.slice(1) : row
    return prefixesOf(reading, taken ? (row[0] ?? null) : null).flatMap((one) => {
      const begins = beginsAt(reading, one)
      const prefix = pathAt(reading, one) ?? (begins === null ? null : '')
      const first = prefix === null ? 0 : 1
      if (rule.target === 'each')
        return rest.slice(first).flatMap(({ value, at }, index) =>
          mountOf(reading, found, site, {
            prefix,
            begins,
            target: mountedReference(reading, value, at),
            before: site.arguments.slice(first, first + index),
          }),
        )
      const target = mountedBy(reading, found, site, { decorated, taken: rest[0] ?? null })
      return mountOf(reading, found, site, {
        prefix,
        begins,
        target,
        before: site.arguments.slice(first, -1),
      })
    })
  })
}

function valuesAt({ arguments: given, at }: Site): readonly Taken[] {
  return given.map((value) => ({ value, at }))
}

function mountedAt(reading: Reading, { rule, callee }: Recognised<MountRule>, site: Site): Taken | null {
  return /^(?:made|decorated)$/.test(rule.target) ? null : take(reading.tracer, rule.target, site, callee)
}

/** What modules hold, and where trees of modules live: their routers are classes, known by their names. */
function treeMounts(
  reading: Reading,
  { rule, callee, entry, certainty }: Recognised<MountRule>,
  site: Site,
  decorated: number | null,
): readonly MountFact[] {
  const list = take(reading.tracer, rule.target, site, callee)
  const branches = rule.tree
    ? list && branchesOf(reading, rule.tree, list)
    : list && itemsAt(reading, list)?.map((target) => ({ prefix: '', target }))
  return (branches ?? []).flatMap(({ prefix, target: { value, at } }) => {
    const target = value.type === 'name' ? mountedReference(reading, value, at) : null
    const common = { kind: 'mount', line: site.line, rule: entry.id, certainty } as const
    const receiver = decorated === null ? null : functionName(reading, decorated)
    return target ? [{ ...common, prefix: pathTemplate(prefix), receiver, target }] : []
  })
}

/** Each of a list of paths; one that is a list of something else is none of paths. */
function prefixesOf(reading: Reading, taken: Taken | null): readonly (Taken | null)[] {
  const items = taken && itemsAt(reading, taken)
  return items?.some((each) => pathAt(reading, each) !== null) ? items : [taken]
}

function mountedBy(
  reading: Reading,
  { rule }: Recognised<MountRule>,
  site: Site,
  { decorated, taken: target }: { readonly decorated: number | null; readonly taken: Taken | null },
): Reference | null {
  if (rule.target === 'decorated')
    return decorated === null ? null : { name: functionName(reading, decorated), module: null }
  if (rule.target === 'made') {
    const [trace] = site.call === undefined ? [] : reading.tracer.traceCall(site.call)
    const name = trace ? routerName(reading, trace) : null
    return name === null ? null : { name, module: null }
  }
  if (!target) return null
  const dotted = reading.code.language === 'python' ? constantOf(reading, target.value, target.at) : null
  const [, module = '', name = ''] = /^([\w.]+)\.(\w+)$/.exec(dotted ?? '') ?? []
  return name === '' ? mountedReference(reading, target.value, target.at) : { name, module }
}

/** Classes that answer at a route by their own methods. */
function viewMounts(reading: Reading): readonly MountFact[] {
  return reading.allRecognised('route').flatMap(({ call, found }) => {
    const site = reading.siteOf(call)
    const target = viewOf(reading, found, site)
    const prefix = target && pathAt(reading, takeFirst(reading.tracer, found.rule.path, site, found.callee))
    if (!target || prefix === null) return []
    const router = routerOf(reading, receiverTrace(found.callee), site.line)
    return [
      {
        kind: 'mount',
        line: site.line,
        rule: found.entry.id,
        certainty: found.certainty,
        ...withinOf(reading.code, site.at.scope),
        prefix: pathTemplate(joinPaths(router.prefix, prefix)),
        receiver: router.receiver,
        ...(router.ownPrefix === '' ? {} : { ownPrefix: pathTemplate(router.ownPrefix) }),
        target,
        replaces: true,
        ...(router.guards.length ? { guards: router.guards } : {}),
      },
    ]
  })
}

type Mounting = {
  readonly prefix: string | null
  /** The constant of another file that the prefix begins with. */
  readonly begins: string | null
  readonly target: Reference | null
  /** What stands between the path and the mounted router. */
  readonly before: readonly Value[]
}

function mountOf(
  reading: Reading,
  { rule, callee, entry, certainty }: Recognised<MountRule>,
  site: Site,
  { prefix, begins, target, before }: Mounting,
): readonly MountFact[] {
  const on = mountingTrace(reading, { rule, callee }, site)
  if (!target || !on) return []
  const router = routerOf(reading, on, site.line)
  const own = (rule.guards ?? []).flatMap((from) =>
    from === 'between' ? before : listOf(take(reading.tracer, from, site, callee)?.value),
  )
  const begun = begins === null || router.prefix === '' ? prefix : `$(${begins})/${prefix ?? ''}`
  const over = guardsOver(reading, site.call)
  const guards = [...router.guards, ...over, ...own.map((value) => guardText(reading, value))].filter(
    (guard) => guard !== '',
  )
  return [
    {
      kind: 'mount',
      line: site.line,
      rule: entry.id,
      certainty,
      ...withinOf(reading.code, site.at.scope),
      prefix: pathTemplate(joinPaths(router.prefix, begun ?? '')),
      ...(begins !== null && router.prefix === '' ? { begins } : {}),
      receiver: router.receiver,
      ...(router.ownPrefix === '' ? {} : { ownPrefix: pathTemplate(router.ownPrefix) }),
      target,
      ...(rule.replaces && prefix !== null ? { replaces: true } : {}),
      ...(guards.length ? { guards } : {}),
    },
  ]
}

function mountingTrace(
  reading: Reading,
  { rule, callee }: Pick<Recognised<MountRule>, 'rule' | 'callee'>,
  site: Site,
): Trace | null {
  if (rule.on === undefined) return receiverTrace(callee)
  const taken = take(reading.tracer, rule.on, site, callee)
  return (taken && reading.tracer.trace(taken.value, taken.at)[0]) ?? null
}

/** The mounted router's name here, and its module when it is imported: `orders.router` is `router` of `orders`. */
export function mountedReference(reading: Reading, value: Value, at: At): Reference | null {
  if (value.type === 'function') return null
  const definition = value.type === 'call' ? null : ownFunction(reading, value, at)
  if (definition !== null) return { name: functionName(reading, definition), module: null }
  for (const trace of reading.tracer.trace(value, at)) {
    const { source } = trace
    // `orders().layer(auth)` is still what `orders()` gives.
    const made = trace.steps.findIndex(({ call }) => call !== undefined)
    const steps = trace.steps.filter(
      ({ call }, at) => at <= made || call === undefined || !reading.isGroup(call),
    )
    const member = steps.findLast((step) => step.call === undefined)?.name
    const called = calledMember(steps)
    if (source.type === 'import' && !isOwnRouter(reading, trace)) {
      if (called !== null && source.imported === '*' && hasPlainModules.has(reading.code.language))
        return { name: called, module: source.module }
      const imported = member ?? source.imported
      // `from . import orders` names a module: its router is a member of it.
      const module =
        member && source.imported !== '*' && source.imported !== 'default'
          ? submodule(reading, source.module, source.imported)
          : source.module
      return { name: imported, module }
    }
    // `new OrdersController().router`
    const kept = source.type === 'definition' && steps.length === 2 && steps[1]?.call === undefined
    if (kept && steps[0]?.name === '()')
      return {
        name: `${reading.code.outline.definitions[source.index]?.name ?? ''}.${steps[1]?.name ?? ''}`,
        module: null,
      }
    if (source.type === 'definition' && !isMethodCall({ ...trace, steps }) && !isOwnRouter(reading, trace))
      return { name: reading.code.outline.definitions[source.index]?.name ?? '', module: null }
    // What a function of another file gives is known by the function, and not by its place.
    const named = routerName(reading, trace)
    const name = named?.startsWith('#') && !isOwnRouter(reading, trace) ? null : named
    if (name && !isMethodCall(trace)) return { name, module: null }
  }
  return value.type === 'call' ? calledFunction(reading, value.call) : null
}

/** Languages in which a module is never a router itself. */
const hasPlainModules: ReadonlySet<string> = new Set(['rust'])

/** `routes` of `orders::routes()`, `Orders.routes` of `orders::Orders::routes()`; null for what is no call of a module's. */
function calledMember(steps: Trace['steps']): string | null {
  const [first, second, ...rest] = steps
  const names = first?.call !== undefined ? [first] : second?.call !== undefined ? [first, second] : []
  const isAll = names.length === steps.length && rest.length === 0
  const name = names.map((step) => step?.name.replace(/\(\)$/, '') ?? '').join('.')
  return isAll && name !== '' ? name : null
}

/** A function of this blob, or a method of its own class: `r.Route("/orders", s.orderRoutes)`. */
function ownFunction(reading: Reading, value: Value, at: At): number | null {
  const found = handlerDefinition(reading, value, at)
  const definition = found === null ? undefined : reading.code.outline.definitions[found]
  return definition?.kind === 'function' || definition?.kind === 'method' ? found : null
}

/** `orders.Routes()` of a type of this package: its name is that of the method. */
function isMethodCall({ source, steps }: Trace): boolean {
  return (
    /^(?:definition|value|self|global|parameter)$/.test(source.type) &&
    /^.+\(\)$/.test(steps.at(-1)?.name ?? '')
  )
}

function isOwnRouter(reading: Reading, trace: Trace): boolean {
  return isRouter(reading, [trace])
}

function submodule(reading: Reading, module: string, name: string): string {
  if (reading.code.language !== 'python') return module
  return module.endsWith('.') ? `${module}${name}` : `${module}.${name}`
}
