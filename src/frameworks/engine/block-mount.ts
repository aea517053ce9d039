import type { DrawForm } from '../../domain/block.js'
import { pathTemplate } from '../../domain/element.js'
import type { MountFact, Reference, RouteFact } from '../../domain/fact.js'
import type { MountRule } from '../../domain/framework.js'
import { factOf } from './block-route.js'
import { textAt } from './given.js'
import { isHole } from './piece.js'
import { placesAt } from './places.js'
import type { Reading } from './reading.js'
import type { Recognised, Site } from './recognise.js'
import { guardText, joinPaths, listOf, pathAt } from './router.js'
import { take, takeFirst } from './take.js'
import { textsOf } from './text.js'

/**
 * What blocks mount: other routers by the names of their classes, and files. What answers below a mount is not known in this
 * blob, so that a route of every method stands for it as long as nobody says more.
 */
export function readBlockMounts(reading: Reading): readonly (MountFact | RouteFact)[] {
  const mounted = reading
    .allRecognised('mount')
    .flatMap(({ call }) =>
      reading.recognised(call, 'mount').flatMap((found) => mountsAt(reading, found, reading.siteOf(call))),
    )
  return [...mounted, ...drawnFiles(reading), ...usualPlaces(reading)]
}

function mountsAt(
  reading: Reading,
  found: Recognised<MountRule>,
  site: Site,
): readonly (MountFact | RouteFact)[] {
  const { rule, callee, entry } = found
  if (!entry.framework.blocks || rule.target === 'each') return []
  const target = take(reading.tracer, rule.target, site, callee)
  const prefix = pathAt(reading, takeFirst(reading.tracer, rule.prefix, site, callee))
  const name = target?.value.type === 'name' ? target.value.name : ''
  if (!/^[A-Z]/.test(name)) return []
  const reference: Reference = { name, module: null }
  return placesAt(reading, entry.framework, site.at.scope).flatMap((place) => {
    const path = pathTemplate(joinPaths(place.prefix, prefix ?? ''))
    const { receiver, guards, isView, handler, source, ...common } = factOf(reading, found, site, place)
    const mount: MountFact = { ...common, kind: 'mount', receiver, prefix: path, target: reference, guards }
    const route: RouteFact = {
      ...factOf(reading, found, site, place),
      method: 'ANY',
      path,
      handler: name,
      view: reference,
    }
    return prefix === null ? [mount] : [mount, route]
  })
}

function drawnFiles(reading: Reading): readonly MountFact[] {
  return reading.allRecognised('draw').flatMap(({ call, found }) => {
    const site = reading.siteOf(call)
    const { rule, entry, callee } = found
    const module = drawnModule(reading, rule, site)
    const name = entry.framework.blocks?.drawn
    const own = pathAt(reading, takeFirst(reading.tracer, rule.prefix ?? [], site, callee))
    if (module === null || name === undefined || (rule.onlyBelow && own === null)) return []
    const guards = listOf(takeFirst(reading.tracer, rule.guards ?? [], site, callee)?.value)
    return placesAt(reading, entry.framework, site.at.scope).map((place): MountFact => {
      const { receiver, isView, handler, source, ...common } = factOf(reading, found, site, place)
      return {
        ...common,
        kind: 'mount',
        receiver,
        prefix: pathTemplate(joinPaths(place.prefix, own ?? '')),
        target: { name, module },
        guards: [...place.guards, ...guards.map((value) => guardText(reading, value))],
      }
    })
  })
}

/** A drawn file as a module: below the rule's folder, or a path that begins with `./` where it is seen from this file. */
function drawnModule(reading: Reading, { file, folder, here }: DrawForm, site: Site): string | null {
  const named = folder === undefined ? null : textAt(reading, [file], site)
  if (named !== null) return `${folder}/${named}`
  const taken = folder === undefined ? take(reading.tracer, file, site, null) : null
  const [text] = taken ? textsOf(reading, taken.value, taken.at) : []
  const [first, ...rest] = text ?? []
  const last = text?.at(-1)
  if (!first || !last || isHole(last) || rest.slice(0, -1).some((piece) => !isHole(piece))) return null
  const path = last.text.replace(/^\/+/, '')
  return isHole(first) && first.shown === here ? `./${path}` : path
}

/** Where routes of files live that no other file draws: told by a file that declares any. */
function usualPlaces(reading: Reading): readonly MountFact[] {
  const declaring = [...reading.allRecognised('route'), ...reading.allRecognised('resource')]
  const found = declaring.find(({ found }) => found.entry.framework.blocks?.usual)
  const { blocks } = found?.found.entry.framework ?? {}
  if (!found || !blocks?.usual || blocks.drawn === undefined) return []
  const site = reading.siteOf(found.call)
  return [
    {
      kind: 'mount',
      line: site.line,
      rule: found.found.entry.id,
      certainty: 'certain',
      prefix: blocks.usual.prefix,
      receiver: null,
      target: { name: blocks.drawn, module: null },
      files: blocks.usual.files,
    },
  ]
}
