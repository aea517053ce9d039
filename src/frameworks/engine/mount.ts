import { pathTemplate } from '../../domain/element.js'
import type { MountFact, Reference } from '../../domain/fact.js'
import type { MountRule } from '../../domain/framework.js'
import type { Value } from '../../domain/outline.js'
import type { At } from './names.js'
import type { Reading } from './reading.js'
import type { Recognised, Site } from './recognise.js'
import { guardText, isRouter, joinPaths, listOf, pathAt, receiverTrace, routerOf } from './router.js'
import { type Taken, take, takeFirst } from './take.js'
import { foreignOf, targetOf } from './target.js'
import { withinOf } from './within.js'

/** Where other routers' routes live: those that a rule mounts, and functions that are given a router. */
export function readMounts(reading: Reading): readonly MountFact[] {
  return [...ruledMounts(reading), ...givenRouters(reading)]
}

function ruledMounts(reading: Reading): readonly MountFact[] {
  return reading.allRecognised('mount').flatMap(({ call, found }) => {
    const site = reading.siteOf(call)
    const { rule, callee } = found
    const prefix = pathAt(reading, takeFirst(reading.tracer, rule.prefix, site, callee))
    const first = prefix === null ? 0 : 1
    if (rule.target === 'each')
      return site.arguments.slice(first).flatMap((value, index) =>
        mountOf(reading, found, site, {
          prefix,
          target: { value, at: site.at },
          before: site.arguments.slice(first, first + index),
        }),
      )
    const target = take(reading.tracer, rule.target, site, callee)
    return target
      ? mountOf(reading, found, site, { prefix, target, before: site.arguments.slice(first, -1) })
      : []
  })
}

type Mounting = {
  readonly prefix: string | null
  readonly target: Taken
  /** What stands between the path and the mounted router. */
  readonly before: readonly Value[]
}

function mountOf(
  reading: Reading,
  { rule, callee, entry, certainty }: Recognised<MountRule>,
  site: Site,
  { prefix, target, before }: Mounting,
): readonly MountFact[] {
  const reference = mountedReference(reading, target.value, target.at)
  if (!reference) return []
  const router = routerOf(reading, receiverTrace(callee), site.line)
  const own = (rule.guards ?? []).flatMap((from) =>
    from === 'between' ? before : listOf(take(reading.tracer, from, site, callee)?.value),
  )
  const guards = [...router.guards, ...own.map((value) => guardText(reading, value))].filter(
    (guard) => guard !== '',
  )
  return [
    {
      kind: 'mount',
      line: site.line,
      rule: entry.id,
      certainty,
      ...withinOf(reading.code, site.at.scope),
      prefix: pathTemplate(joinPaths(router.prefix, prefix ?? '')),
      receiver: router.receiver,
      target: reference,
      ...(rule.replaces && prefix !== null ? { replaces: true } : {}),
      ...(guards.length ? { guards } : {}),
    },
  ]
}

/** `registerOrders(app)`, `require('./orders')(app)`: the function's routes are the router's. */
function givenRouters(reading: Reading): readonly MountFact[] {
  const taken = new Set(
    [
      ...reading.allRecognised('mount'),
      ...reading.allRecognised('guard'),
      ...reading.allRecognised('group'),
    ].map((each) => each.call),
  )
  return [...reading.code.outline.calls.keys()].flatMap((call) => {
    const site = reading.siteOf(call)
    if (taken.has(call) || site.arguments.length === 0 || site.arguments.length > 6) return []
    for (const value of site.arguments) {
      if (value.type !== 'name' && value.type !== 'call') continue
      const traces = reading.tracer.trace(value, site.at)
      const [trace] = traces
      const target = trace && isRouter(reading, traces) ? calledFunction(reading, call) : null
      if (trace && target) return [givenRouter(reading, routerOf(reading, trace, site.line), target, call)]
    }
    return []
  })
}

function givenRouter(
  reading: Reading,
  router: ReturnType<typeof routerOf>,
  target: Reference,
  call: number,
): MountFact {
  const site = reading.siteOf(call)
  return {
    kind: 'mount',
    line: site.line,
    rule: 'router.given',
    certainty: 'certain',
    ...withinOf(reading.code, site.at.scope),
    prefix: pathTemplate(router.prefix),
    receiver: router.receiver,
    target,
    ...(router.guards.length ? { guards: router.guards } : {}),
  }
}

function calledFunction(reading: Reading, call: number): Reference | null {
  const target = targetOf(reading, call)
  if (target !== null) return { name: reading.code.outline.definitions[target]?.name ?? '', module: null }
  const foreign = reading
    .calleesOf(call)
    .map((trace) => foreignOf(reading, trace))
    .find((each) => each !== null)
  return foreign ? { name: foreign.name, module: foreign.reference?.module ?? null } : null
}

/** The mounted router's name here, and its module when it is imported: `orders.router` is `router` of `orders`. */
function mountedReference(reading: Reading, value: Value, at: At): Reference | null {
  if (value.type === 'function') return null
  for (const trace of reading.tracer.trace(value, at)) {
    const { source, steps } = trace
    const member = steps.findLast((step) => step.call === undefined)?.name
    if (source.type === 'import' && !isOwnRouter(reading, trace)) {
      const imported = member ?? source.imported
      // `from . import orders` names a module: its router is a member of it.
      const module =
        member && source.imported !== '*' && source.imported !== 'default'
          ? submodule(reading, source.module, source.imported)
          : source.module
      return { name: imported, module }
    }
    if (source.type === 'definition')
      return { name: reading.code.outline.definitions[source.index]?.name ?? '', module: null }
    const router = routerOf(reading, trace, at.line)
    if (router.receiver) return { name: router.receiver, module: null }
  }
  return null
}

function isOwnRouter(reading: Reading, trace: import('./trace.js').Trace): boolean {
  return isRouter(reading, [trace])
}

function submodule(reading: Reading, module: string, name: string): string {
  if (reading.code.language !== 'python') return module
  return module.endsWith('.') ? `${module}${name}` : `${module}.${name}`
}
