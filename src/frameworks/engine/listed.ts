import { type MethodOrAny, pathTemplate } from '../../domain/element.js'
import type { MountFact, Reference, RouteFact } from '../../domain/fact.js'
import type { ListRule } from '../../domain/framework.js'
import type { Value } from '../../domain/outline.js'
import { constantOf } from './environment.js'
import { mountedReference } from './mount.js'
import { pathOfPattern } from './pattern.js'
import type { Reading } from './reading.js'
import type { Recognised } from './recognise.js'
import { toMethod } from './request.js'
import { isRouter, joinPaths, pathAt } from './router.js'
import { type Taken, takeFirst } from './take.js'
import { withinOf } from './within.js'

type Entry = { readonly call: number; readonly found: Recognised<ListRule> }
type Listing = {
  readonly reading: Reading
  readonly entries: readonly Entry[]
  /** Entries that stand for other lists, with what they include. */
  readonly including: readonly { readonly entry: Entry; readonly included: Taken }[]
}
/** Where an entry stands: in which list, and below which paths of entries around it. */
type Place = { readonly list: string; readonly prefix: string }
/** What every fact of an entry says alike. */
type Common = Pick<RouteFact, 'line' | 'rule' | 'certainty' | 'within' | 'receiver'> & {
  readonly path: string
}

/** Routes and mounts of lists: a view at a path, and another list below one. */
export function readListed(reading: Reading): readonly (RouteFact | MountFact)[] {
  const entries = reading.allRecognised('listed')
  const including = entries.flatMap((entry) => {
    const target = targetOf(reading, entry)
    const included = target && includedBy(reading, entry.found.rule, target)
    return included ? [{ entry, included }] : []
  })
  const routers = listRules(reading).flatMap((rule) => routersIn(reading, rule))
  return [...entries.flatMap((entry) => factsOf({ reading, entries, including }, entry)), ...routers]
}

type Listed = { readonly id: string; readonly rule: ListRule }

/** A rule for each list that rules know. */
function listRules(reading: Reading): readonly Listed[] {
  const rules = [...reading.rulebook.calls.values()]
    .flat()
    .flatMap(({ id, rule }) => (rule.emit === 'listed' ? [{ id, rule }] : []))
  return [...new Map(rules.map((each) => [each.rule.list, each])).values()]
}

/** `urlpatterns = router.urls`, and what is added to the list so. */
function routersIn(reading: Reading, { id, rule }: Listed): readonly MountFact[] {
  return reading.code.outline.bindings.flatMap(({ name, value, line, scope }) => {
    const router = name === rule.list && scope === null ? routerWith(value) : null
    const at = { scope: null, line }
    if (!router || !isRouter(reading, reading.tracer.trace(router, at))) return []
    const target = mountedReference(reading, router, at)
    const fact = { kind: 'mount', line, rule: id, certainty: 'certain', prefix: '' } as const
    return target ? [{ ...fact, receiver: rule.list, target }] : []
  })
}

function factsOf(listing: Listing, entry: Entry): readonly (RouteFact | MountFact)[] {
  const { reading } = listing
  const target = targetOf(reading, entry)
  const place = placeOf(listing, entry)
  const site = reading.siteOf(entry.call)
  // A list that a method makes lives where its object does, which nothing here tells.
  if (!target || !place || reading.code.ownerOf(site.at.scope) !== null) return []
  const common: Common = {
    line: site.line,
    rule: entry.found.entry.id,
    certainty: entry.found.certainty,
    ...withinOf(reading.code, site.at.scope),
    path: pathTemplate(place.prefix),
    receiver: place.list,
  }
  const known = listing.including.find((each) => each.entry.call === entry.call)
  if (!known) return viewFacts(reading, entry.found.rule, target, common)
  const reference = listReference(reading, entry.found.rule, known.included)
  return reference ? [mountAt(common, reference)] : []
}

function targetOf(reading: Reading, { call, found }: Entry): Taken | null {
  return takeFirst(reading.tracer, found.rule.target, reading.siteOf(call), found.callee)
}

/** A view is mounted, and a route of every method stands for it as long as nothing says which methods it answers. */
function viewFacts(
  reading: Reading,
  rule: ListRule,
  { value, at }: Taken,
  common: Common,
): readonly (RouteFact | MountFact)[] {
  const { made: written, guards } = unwrapView(reading, rule, value)
  const made = routerWith(written)
  const view = mountedReference(reading, made ?? written, at)
  const handler = reading.show(written) || null
  const route = { kind: 'route', ...common, handler, guards, source: 'code' } as const
  const methods = givenMethods(reading, rule, value)
  if (methods.length) return methods.map((method) => ({ ...route, method }))
  if (!view) return [{ ...route, method: 'ANY' }]
  return [
    { ...route, method: 'ANY', view },
    { ...mountAt(common, view), ...(made ? {} : { replaces: true }), guards },
  ]
}

/** The router whose routes `router.urls` are. */
function routerWith(value: Value): Value | null {
  return value.type === 'name' && /.\.urls$/.test(value.name)
    ? { type: 'name', name: value.name.slice(0, -'.urls'.length) }
    : null
}

function mountAt({ path, ...common }: Common, target: Reference): MountFact {
  return { kind: 'mount', ...common, prefix: path, target }
}

/** `login_required(OrderView.as_view())`: the class or function that answers, and what guards it. */
function unwrapView(
  reading: Reading,
  rule: ListRule,
  value: Value,
): { readonly made: Value; readonly guards: readonly string[] } {
  const call = value.type === 'call' ? reading.code.outline.calls[value.call] : undefined
  if (!call) return { made: value, guards: [] }
  if (call.name === rule.made) return { made: call.receiver ?? value, guards: [] }
  const inner = call.arguments.findLast((each) => /^(?:name|member|call)$/.test(each.type))
  if (!inner) return { made: value, guards: [] }
  const below = unwrapView(reading, rule, inner)
  return { made: below.made, guards: [call.callee, ...below.guards] }
}

/** `OrderViewSet.as_view({'get': 'list'})` */
function givenMethods(reading: Reading, rule: ListRule, value: Value): readonly MethodOrAny[] {
  const call = value.type === 'call' ? reading.code.outline.calls[value.call] : undefined
  const [given] = call?.name === rule.made ? call.arguments : []
  return given?.type === 'object' ? given.fields.flatMap((field) => toMethod(field.name) ?? []) : []
}

/** What `include(…)` includes; of a list with a namespace, the list. */
function includedBy(reading: Reading, rule: ListRule, { value, at }: Taken): Taken | null {
  const call = value.type === 'call' ? reading.code.outline.calls[value.call] : undefined
  const inner = call?.name === rule.include ? call.arguments[0] : undefined
  return inner ? { value: inner, at } : null
}

function listReference(reading: Reading, rule: ListRule, { value, at }: Taken): Reference | null {
  if (value.type === 'text') {
    const [module] = value.parts
    return typeof module === 'string' ? { name: rule.list, module } : null
  }
  // `include((orders_patterns, 'orders'))`
  if (value.type === 'list')
    return value.items[0] ? listReference(reading, rule, { value: value.items[0], at }) : null
  if (value.type !== 'name') return null
  const router = routerWith(value)
  const name = router?.type === 'name' ? router.name : value.name
  const found = reading.code.find(name, at)
  if (name === value.name && found?.type === 'import') return moduleOrList(rule, found)
  if (!name.includes('.')) return { name, module: null }
  return mountedReference(reading, { type: 'name', name }, at)
}

/** `from shop import urls` names a module, `from .urls import shop_patterns` a list. */
function moduleOrList(
  rule: ListRule,
  { module, imported }: { readonly module: string; readonly imported: string },
): Reference {
  if (imported === '*') return { name: rule.list, module }
  if (/patterns$/.test(imported)) return { name: imported, module }
  return { name: rule.list, module: module.endsWith('.') ? `${module}${imported}` : `${module}.${imported}` }
}

function placeOf(listing: Listing, entry: Entry, depth = 0): Place | null {
  const { reading } = listing
  const { rule, callee } = entry.found
  const taken = takeFirst(reading.tracer, rule.path, reading.siteOf(entry.call), callee)
  const path = rule.pattern ? patternAt(reading, taken) : pathAt(reading, taken)
  if (path === null || depth > 4) return null
  const around = listing.including.find(({ included }) => holds(included.value, entry.call))
  if (!around) return { list: listOf(listing, entry), prefix: path }
  const outer = placeOf(listing, around.entry, depth + 1)
  return outer && { ...outer, prefix: joinPaths(outer.prefix, path) }
}

function patternAt(reading: Reading, taken: Taken | null): string | null {
  const pattern = taken && constantOf(reading, taken.value, taken.at)
  return pattern === null ? null : pathOfPattern(pattern)
}

/** The name of the list that holds an entry, unless it is only put together with others into the file's own list. */
function listOf(listing: Listing, { call, found }: Entry): string {
  const { reading } = listing
  const { bindings } = reading.code.outline
  const name = bindings.find(({ value }) => holds(value, call))?.name ?? ''
  const isIncluded = listing.including.some(({ included }) => mentions(included.value, name))
  const hasOwn = bindings.some((binding) => binding.name === found.rule.list)
  return name !== '' && (isIncluded || !hasOwn) ? name : found.rule.list
}

function mentions(included: Value, name: string): boolean {
  if (included.type === 'list') return included.items.some((each) => mentions(each, name))
  return included.type === 'name' && included.name === name
}

function holds(value: Value, call: number): boolean {
  if (value.type === 'call') return value.call === call
  return value.type === 'list' && value.items.some((each) => holds(each, call))
}
