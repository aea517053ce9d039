import type { Blocks } from '../../domain/block.js'
import { pathTemplate } from '../../domain/element.js'
import type { RouteFact } from '../../domain/fact.js'
import type { ResourceRule, RouteRule } from '../../domain/framework.js'
import type { Value } from '../../domain/outline.js'
import { actionOf, classNamed, type Handling } from './action.js'
import { addressOf } from './address.js'
import { beginsAt } from './begins.js'
import { constantOf } from './environment.js'
import { handlerDefinition } from './handler.js'
import { itemsAt } from './items.js'
import { withoutLastParameter, withoutParentheses, withoutQuestioned } from './optional.js'
import { isHole, type Text } from './piece.js'
import { type Place, partOf, siteIn } from './place.js'
import { placesAt } from './places.js'
import type { Reading } from './reading.js'
import { receivedModels } from './received-models.js'
import type { Recognised, Site } from './recognise.js'
import { pathsOfResource, resourcesAt } from './resource.js'
import { type DeclaredRoute, methodsGiven } from './route.js'
import { guardText, joinPaths, listOf, pathAt } from './router.js'
import { type Taken, take, takeFirst } from './take.js'
import { textsOf } from './text.js'
import { withinOf } from './within.js'

/** Routes of frameworks that declare them in blocks, and those that resources stand for. */
export function readBlockRoutes(reading: Reading): readonly DeclaredRoute[] {
  const single = reading
    .allRecognised('route')
    .flatMap(({ call, found }) => routesAt(reading, found, reading.siteOf(call)))
  const many = reading
    .allRecognised('resource')
    .flatMap(({ call, found }) => resourceRoutes(reading, found, reading.siteOf(call)))
  return [...single, ...many]
}

function routesAt(reading: Reading, found: Recognised<RouteRule>, written: Site): readonly DeclaredRoute[] {
  const { framework } = found.entry
  if (!framework.blocks) return []
  return placesAt(reading, framework, written.at.scope).flatMap((place) => {
    const site = siteIn(place, written)
    const own = pathAt(reading, takeFirst(reading.tracer, found.rule.prefix ?? [], site, found.callee)) ?? ''
    const prefix = joinPaths(prefixAt(reading, found.rule, place, site), own)
    const begun = prefix === '' ? beginningAt(reading, found, site) : null
    if (begun !== null)
      return declared(reading, found, site, { place, prefix, path: '', handling: null, begins: begun })
    return pathsAt(reading, found, site).flatMap((path) => {
      const handling = actionOf(reading, found.rule, site, {
        place,
        path,
        naming: framework.blocks?.handlers,
      })
      return declared(reading, found, site, { place, prefix, path, handling, begins: null })
    })
  })
}

function prefixAt(reading: Reading, { of }: RouteRule, place: Place, site: Site): string {
  if (of === undefined) return place.prefix
  if (typeof of !== 'string') return partOf(place, of.fixed)
  const taken = take(reading.tracer, of, site, null)
  const part = taken && constantOf(reading, taken.value, taken.at)
  return part === 'collection' || part === 'member' || part === 'new' ? partOf(place, part) : place.prefix
}

/** Each path that a route is given; one whose rule takes none has that of its block. */
function pathsAt(reading: Reading, { rule, callee }: Recognised<RouteRule>, site: Site): readonly string[] {
  if (rule.path.length === 0) return ['']
  const taken = takeFirst(reading.tracer, rule.path, site, callee)
  // Only a function: the route is at the path of its block.
  if (taken?.value.type === 'function') return ['']
  const address = taken && addressOf(reading, taken.value)
  if (address !== null) return [address]
  const each: readonly Taken[] = taken ? (itemsAt(reading, taken) ?? [taken]) : []
  return each.flatMap(({ value, at }) => textsOf(reading, value, at).flatMap(pathOf))
}

/** The name that is all of a path, where only another file says what it holds. */
function beginningAt(reading: Reading, { rule, callee }: Recognised<RouteRule>, site: Site): string | null {
  const taken = takeFirst(reading.tracer, rule.path, site, callee)
  return taken?.value.type === 'name' && addressOf(reading, taken.value) === null
    ? beginsAt(reading, taken)
    : null
}

function guardsOf(reading: Reading, { rule, callee }: Recognised<RouteRule>, site: Site): readonly string[] {
  return (rule.guards ?? []).flatMap((from) =>
    listOf(take(reading.tracer, from, site, callee)?.value).map((value) => guardText(reading, value)),
  )
}

/** A path with `{}` for what is not known; none where that is its beginning. */
function pathOf(text: Text): readonly string[] {
  const [first] = text
  if (first && isHole(first)) return []
  return [text.map((piece) => (isHole(piece) ? '{}' : piece.text)).join('')]
}

type Route = {
  readonly place: Place
  readonly prefix: string
  readonly path: string
  readonly handling: Handling | null
  readonly begins: string | null
}

function declared(
  reading: Reading,
  found: Recognised<RouteRule>,
  site: Site,
  { place, prefix, path, handling, begins }: Route,
): readonly DeclaredRoute[] {
  const { rule, callee } = found
  const given = rule.handler === 'last' ? site.arguments.at(-1) : undefined
  const definition = given ? handlerDefinition(reading, given, site.at) : null
  const methods = methodsGiven(reading, rule.method, site, callee)
  const full = variants(found, joinPaths(prefix, path))
  return methods.flatMap((method) =>
    full.map((each) => ({
      ...declaredBy(found, definition),
      fact: {
        ...factOf(reading, found, site, {
          ...place,
          guards: [...place.guards, ...guardsOf(reading, found, site)],
        }),
        ...handledBy(handling, false),
        ...(begins === null ? {} : { begins }),
        ...(given && !handling ? { handler: handlerText(reading, given) } : {}),
        ...receivedModels(reading, definition, found.entry.framework.handlers),
        method,
        path: pathTemplate(each),
      },
    })),
  )
}

/** `OrderController.show` for a class and its method in a list; null for a function without a name. */
function handlerText(reading: Reading, value: Value): string | null {
  if (value.type === 'list') return value.items.map((each) => reading.show(each)).join('.') || null
  return value.type === 'function' ? null : reading.show(value) || null
}

function variants({ entry }: Recognised, path: string): readonly string[] {
  const optional = entry.framework.blocks?.optional
  if (optional === undefined) return [path]
  if (optional === 'last parameter') return withoutLastParameter(path)
  return optional === 'parentheses' ? withoutParentheses(path) : withoutQuestioned(path)
}

function declaredBy({ entry }: Recognised, definition: number | null): Omit<DeclaredRoute, 'fact'> {
  const { framework } = entry
  return { definition, handlers: framework.handlers ?? null, answerType: null, framework: framework.id }
}

/** What a route says of itself, but for its method and path. */
export function factOf(
  reading: Reading,
  { entry, certainty }: Recognised,
  site: Site,
  place: Place,
): Omit<RouteFact, 'method' | 'path'> {
  return {
    kind: 'route',
    line: site.line,
    rule: entry.id,
    certainty,
    ...withinOf(reading.code, site.at.scope),
    receiver: place.receiver,
    ...(place.drawn ? { isView: true } : {}),
    handler: null,
    guards: place.guards,
    source: 'code',
  }
}

function handledBy(handling: Handling | null, implied: boolean): Pick<RouteFact, 'handler' | 'handles'> {
  if (!handling) return { handler: null }
  const { owner, method } = handling
  return { handler: `${owner}#${method}`, handles: { owner, method, implied } }
}

function resourceRoutes(
  reading: Reading,
  found: Recognised<ResourceRule>,
  written: Site,
): readonly DeclaredRoute[] {
  const { framework } = found.entry
  const naming = framework.blocks?.handlers
  return placesAt(reading, framework, written.at.scope).flatMap((place) => {
    const site = siteIn(place, written)
    return resourcesAt(reading, place, found, written).flatMap((resource) =>
      pathsOfResource(reading, found.rule, resource, site).flatMap(({ action, methods, path }) =>
        variants(found, path).flatMap((each) =>
          methods.map((method) => ({
            ...declaredBy(found, null),
            fact: {
              ...factOf(reading, found, site, resource.inside),
              ...handledBy(found.rule.foreign ? null : handlingOf(resource.inside, action, naming), true),
              method,
              path: pathTemplate(each),
            },
          })),
        ),
      ),
    )
  })
}

function handlingOf(inside: Place, method: string, naming: Blocks['handlers']): Handling | null {
  if (!naming || inside.controller === null) return null
  return { owner: classNamed(inside, inside.controller, naming), method }
}
