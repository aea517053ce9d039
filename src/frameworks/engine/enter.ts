import type { BlockRule, Framework } from '../../domain/framework.js'
import { addressAt } from './address.js'
import { isTrue, namesAt, ruleOf, textAt } from './given.js'
import { type Place, partOf } from './place.js'
import type { Reading } from './reading.js'
import type { Recognised, Site } from './recognise.js'
import { resourcesAt } from './resource.js'
import { callText, guardText, joinPaths, listOf } from './router.js'
import { takeFirst } from './take.js'

/** What entering a block asks; the places of other blocks are given, since those of kept ones depend on where they are asked for. */
export type Entering = {
  readonly reading: Reading
  readonly framework: Framework
  readonly placesAt: (reading: Reading, framework: Framework, scope: number | null) => readonly Place[]
}

/** The places inside the function of a call, by those around it. */
export function enter(entering: Entering, places: readonly Place[], call: number): readonly Place[] {
  const { reading, framework } = entering
  const block = ruleOf(reading.recognised(call, 'block'), framework)
  if (block?.rule.kept !== undefined) return keptPlaces(entering, block, reading.siteOf(call))
  if (block) return places.map((place) => inBlock(reading, place, block, reading.siteOf(call)))
  const resource = ruleOf(reading.recognised(call, 'resource'), framework)
  if (resource)
    return places.flatMap((place) =>
      resourcesAt(reading, place, resource, reading.siteOf(call)).map(({ inside }) => inside),
    )
  return mayHold(reading, framework, call) ? places : []
}

function mayHold(reading: Reading, { blocks }: Framework, call: number): boolean {
  if (blocks?.around !== 'bare') return blocks?.around === 'any'
  const isRoute = reading.recognised(call, 'route').length > 0
  return reading.code.outline.calls[call]?.receiver === null && !isRoute
}

function inBlock(reading: Reading, place: Place, { rule, callee }: Recognised<BlockRule>, site: Site): Place {
  const prefix = addressAt(reading, takeFirst(reading.tracer, rule.prefix ?? [], site, callee)) ?? ''
  const outer = partOf(place, rule.of)
  const controller = textAt(reading, rule.controller, site)
  const modules = textAt(reading, rule.module, site)
  const inner = joinPaths(outer, prefix)
  return {
    ...place,
    prefix: inner,
    base: place.resource ? place.base : inner,
    shallow: place.shallow || isTrue(reading, rule.shallow, site),
    guards: [...place.guards, ...guardsAt(reading, rule, site)],
    modules: modules === null ? place.modules : [...place.modules, modules],
    controller: controller ?? place.controller,
    receiver: rule.router === undefined ? place.receiver : routerOf(reading, site, callee, rule.router),
    drawn: rule.router === undefined && place.drawn,
    keywords: { ...place.keywords, ...passed(rule, site), ...givenInside(reading, rule, site) },
  }
}

function guardsAt(reading: Reading, { guards }: BlockRule, site: Site): readonly string[] {
  return (guards ?? []).flatMap((from) => {
    if (from === 'call') return [site.name]
    if (from === 'written') return [callText(reading, site)]
    return listOf(takeFirst(reading.tracer, [from], site, null)?.value).map((value) =>
      guardText(reading, value),
    )
  })
}

function passed({ passes }: BlockRule, { keywords }: Site): Place['keywords'] {
  if (passes === undefined) return {}
  const kept = Object.entries(keywords).filter(([name]) => passes === 'all' || passes.includes(name))
  return Object.fromEntries(kept)
}

function givenInside(reading: Reading, { gives }: BlockRule, site: Site): Place['keywords'] {
  const given = Object.entries(gives ?? {}).flatMap(([name, from]) => {
    const taken = takeFirst(reading.tracer, from, site, null)
    return taken ? [[name, taken.value] as const] : []
  })
  return Object.fromEntries(given)
}

/** `Shop::Engine` of `Shop::Engine.routes.draw`. */
function routerOf(reading: Reading, site: Site, callee: Recognised['callee'], ending: string): string | null {
  const receiver = takeFirst(reading.tracer, ['receiver'], site, callee)
  const name = receiver ? reading.show(receiver.value) : ''
  return name.endsWith(ending) ? name.slice(0, -ending.length) : name || null
}

/** A kept block lives wherever it is asked for by its name: in a block, or by a resource for what is inside it. */
function keptPlaces(
  { reading, framework, placesAt }: Entering,
  { rule }: Recognised<BlockRule>,
  site: Site,
): readonly Place[] {
  const name = textAt(reading, rule.kept === undefined ? [] : [rule.kept], site)
  const asking = askingCalls(reading, framework).get(name ?? '') ?? []
  return asking.flatMap((call) => {
    const at = reading.siteOf(call)
    const places = placesAt(reading, framework, at.at.scope)
    const resource = ruleOf(reading.recognised(call, 'resource'), framework)
    if (!resource) return places
    return places.flatMap((place) => resourcesAt(reading, place, resource, at).map(({ inside }) => inside))
  })
}

const asksOf = new WeakMap<Reading, Map<Framework, ReadonlyMap<string, readonly number[]>>>()

/** The calls that ask for kept blocks, by the names of those. */
function askingCalls(reading: Reading, framework: Framework): ReadonlyMap<string, readonly number[]> {
  const known = asksOf.get(reading) ?? new Map<Framework, ReadonlyMap<string, readonly number[]>>()
  asksOf.set(reading, known)
  const found = known.get(framework) ?? findAsking(reading, framework)
  known.set(framework, found)
  return found
}

function findAsking(reading: Reading, framework: Framework): ReadonlyMap<string, readonly number[]> {
  const asking = new Map<string, number[]>()
  const calls = [...reading.allRecognised('block'), ...reading.allRecognised('resource')]
  for (const { call } of calls) {
    const block = ruleOf(reading.recognised(call, 'block'), framework)
    const rule = (block ?? ruleOf(reading.recognised(call, 'resource'), framework))?.rule
    if (rule?.asks === undefined) continue
    for (const name of namesAt(reading, [rule.asks], reading.siteOf(call))) {
      const known = asking.get(name)
      if (known) known.push(call)
      else asking.set(name, [call])
    }
  }
  return asking
}
