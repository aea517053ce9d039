import type { BlockRule, Framework } from '../../domain/framework.js'
import { isTrue, namesAt, ruleOf, textAt } from './given.js'
import { type Place, partOf } from './place.js'
import type { Reading } from './reading.js'
import type { Recognised, Site } from './recognise.js'
import { resourcesAt } from './resource.js'
import { guardText, joinPaths, listOf, pathAt } from './router.js'
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
  return framework.blocks?.around === 'any' ? places : []
}

function inBlock(reading: Reading, place: Place, { rule, callee }: Recognised<BlockRule>, site: Site): Place {
  const prefix = pathAt(reading, takeFirst(reading.tracer, rule.prefix ?? [], site, callee)) ?? ''
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
    keywords: { ...place.keywords, ...passed(rule, site) },
  }
}

function guardsAt(reading: Reading, { guards }: BlockRule, site: Site): readonly string[] {
  return (guards ?? []).flatMap((from) => {
    if (from === 'call') return [site.name]
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
  const asks = (from: string | undefined, asking: Site) =>
    from !== undefined && namesAt(reading, [from], asking).includes(name ?? '')
  const fromBlocks = reading.allRecognised('block').flatMap(({ call }) => {
    const asking = ruleOf(reading.recognised(call, 'block'), framework)
    const at = reading.siteOf(call)
    return asking && asks(asking.rule.asks, at) ? placesAt(reading, framework, at.at.scope) : []
  })
  const fromResources = reading.allRecognised('resource').flatMap(({ call }) => {
    const asking = ruleOf(reading.recognised(call, 'resource'), framework)
    const at = reading.siteOf(call)
    if (!asking || !asks(asking.rule.asks, at)) return []
    return placesAt(reading, framework, at.at.scope).flatMap((place) =>
      resourcesAt(reading, place, asking, at).map(({ inside }) => inside),
    )
  })
  return name === null ? [] : [...fromBlocks, ...fromResources]
}
