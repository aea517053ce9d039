import { type MethodOrAny, pathTemplate } from '../../domain/element.js'
import type { Reference, RouteFact } from '../../domain/fact.js'
import type { HandlerConvention, MethodFrom, RouteRule } from '../../domain/framework.js'
import type { Value } from '../../domain/outline.js'
import { beginsAt } from './begins.js'
import { decoratedHandler } from './class-router.js'
import { guardsOver } from './guards-over.js'
import { handlerDefinition, unwrapHandler } from './handler.js'
import { handlerModels } from './handler-models.js'
import { itemsAt } from './items.js'
import type { At } from './names.js'
import type { Reading } from './reading.js'
import { decoratorSite, isOwnTyped, type Recognised, type Site } from './recognise.js'
import { methodOf, methodOfValue, toMethod } from './request.js'
import {
  guardsOf,
  guardText,
  isRouter,
  joinPaths,
  listOf,
  namedPath,
  pathAt,
  type Router,
  receiverTrace,
  routerOf,
} from './router.js'
import { functionName } from './router-name.js'
import { isStatic } from './static.js'
import { type Taken, take, takeFirst } from './take.js'
import type { Trace } from './trace.js'
import { type Verb, verbsOf } from './verbs.js'
import { withinOf } from './within.js'

/** A route with what only this blob knows of it: the function that handles it, and by which conventions. */
export type DeclaredRoute = {
  readonly fact: RouteFact
  readonly definition: number | null
  readonly handlers: HandlerConvention | null
  readonly answerType: Value | null
  readonly framework: string
}

export function readRoutes(reading: Reading): readonly DeclaredRoute[] {
  const called = reading
    .allRecognised('route')
    .flatMap(({ call, found }) =>
      found.entry.framework.blocks || isStatic(reading, call)
        ? []
        : routesAt(reading, found, reading.siteOf(call), null),
    )
  const decorated = reading.decorations('route').flatMap(({ decorator, found }) => {
    const each = reading.code.outline.decorators[decorator]
    return each ? routesAt(reading, found, decoratorSite(reading.code, each), decorator) : []
  })
  return [...called, ...decorated]
}

function routesAt(
  reading: Reading,
  found: Recognised<RouteRule>,
  site: Site,
  decorator: number | null,
): readonly DeclaredRoute[] {
  const own = decorator === null ? nobody : decoratedHandler(reading, decorator, found.rule.invoked)
  if (own === null) return []
  const routers = own.routers ?? [
    found.rule.mountable && own.target !== null
      ? { receiver: functionName(reading, own.target), prefix: '', ownPrefix: '', guards: [] }
      : routerOf(reading, receiverTrace(found.callee), site.line),
  ]
  return routers.flatMap((router) =>
    verbsAt(reading, found, site).flatMap((verb) =>
      routesOn(reading, found, site, { router, decorator, target: own.target, verb }),
    ),
  )
}

const nobody = { target: null, routers: null }

/** What a chain tells of its methods, where the rule speaks of one; otherwise nothing, once. */
function verbsAt(
  reading: Reading,
  { rule, callee }: Recognised<RouteRule>,
  site: Site,
): readonly (Verb | null)[] {
  return rule.verbs ? verbsOf(reading, rule.verbs, take(reading.tracer, rule.verbs.of, site, callee)) : [null]
}

type Declared = {
  readonly router: Router
  readonly decorator: number | null
  /** What the decorator stands on. */
  readonly target: number | null
  readonly verb: Verb | null
}

function routesOn(
  reading: Reading,
  found: Recognised<RouteRule>,
  site: Site,
  { router, decorator, target, verb }: Declared,
): readonly DeclaredRoute[] {
  const { rule, callee, entry } = found
  if (decorator === null && site.arguments.some((each) => holdsRouter(reading, each, site.at, 0))) return []
  const paths = routePaths(reading, found, site, { prefix: router.prefix, isDecorated: decorator !== null })
  if (!paths.length) return []
  const { definition, handler, guards } = handledBy(reading, found, site, { target, verb })
  const own = ownGuards(reading, found, site, { decorator, definition })
  const answerType = rule.answerType
    ? (take(reading.tracer, rule.answerType, site, callee)?.value ?? null)
    : null
  const view = viewOf(reading, found, site)
  const over = guardsOver(reading, site.call)
  const declared = paths.flatMap((path) =>
    (verb ? [verb.method] : methodsOf(reading, found, site, path.method)).map((method) => ({
      ...path,
      method,
    })),
  )
  const common = {
    ...certain(found, site),
    ...withinOf(reading.code, site.at.scope),
    ...(view === null ? {} : { view }),
    ...(isOwnTyped(receiverTrace(callee), reading.code) ? { isView: true } : {}),
    ...placed(router),
    handler,
    guards: [...router.guards, ...over, ...own, ...(verb?.guards ?? []), ...guards].filter(
      (guard) => guard !== '',
    ),
  }
  return declared.map(({ method, path, begins }) => ({
    definition,
    handlers: entry.framework.handlers ?? null,
    framework: entry.framework.id,
    answerType,
    fact: {
      ...common,
      method,
      path: pathTemplate(joinPaths(router.prefix, path)),
      ...(begins === undefined ? {} : { begins }),
      ...handlerModels(reading, definition, entry.framework.handlers, method),
    },
  }))
}

/** What handles a route: its definition in this blob, its name, and what guards it from around the handler. */
function handledBy(
  reading: Reading,
  found: Recognised<RouteRule>,
  site: Site,
  { target, verb }: Pick<Declared, 'target' | 'verb'>,
) {
  const isDecorated = found.rule.handler === 'decorated'
  const given = isDecorated ? null : verb ? verb.handler : handlerValue(reading, found, site)
  const at = verb?.at ?? site.at
  const { guards, handler } = given ? unwrapHandler(reading, given, at) : { guards: [], handler: null }
  if (target !== null)
    return { definition: target, handler: reading.code.outline.definitions[target]?.name ?? null, guards }
  const definition = given && handlerDefinition(reading, given, at)
  return { definition, handler: (handler && reading.show(handler)) || null, guards }
}

function certain({ entry, certainty }: Recognised<RouteRule>, { line }: Site) {
  return { kind: 'route', line, rule: entry.id, certainty, source: 'code' } as const
}

function placed({ receiver, ownPrefix }: Router): Pick<RouteFact, 'receiver' | 'ownPrefix'> {
  return { receiver, ...(ownPrefix === '' ? {} : { ownPrefix: pathTemplate(ownPrefix) }) }
}

/** A router, or one inside of what wraps it where routers are handlers: its own routes are those that answer. */
function holdsRouter(reading: Reading, value: Value, at: At, depth: number): boolean {
  if (depth > 3 || !/^(?:name|call)$/.test(value.type)) return false
  const isWrapped = value.type === 'call' && reading.code.language === 'go'
  const call = isWrapped ? reading.code.outline.calls[value.call] : undefined
  return (
    isRouter(reading, reading.tracer.trace(value, at)) ||
    (call?.arguments.some((each) => holdsRouter(reading, each, at, depth + 1)) ?? false)
  )
}

/** The class that answers, where no methods are given and those of the class say which it answers. */
export function viewOf(
  reading: Reading,
  { rule, callee }: Recognised<RouteRule>,
  site: Site,
): Reference | null {
  if (rule.made === undefined) return null
  const isGiven = 'from' in rule.method && takeFirst(reading.tracer, rule.method.from, site, callee) !== null
  const handler = isGiven ? null : take(reading.tracer, rule.handler, site, callee)
  if (!handler) return null
  for (const { source, steps } of reading.tracer.trace(handler.value, handler.at)) {
    if (steps.at(-1)?.name !== `${rule.made}()` || steps.length > 2) continue
    if (source.type === 'definition')
      return { name: reading.code.outline.definitions[source.index]?.name ?? '', module: null }
    if (source.type === 'import')
      return { name: steps.length === 2 ? (steps[0]?.name ?? '') : source.imported, module: source.module }
  }
  return null
}

type RoutePath = {
  readonly path: string
  readonly method: string | null
  /** The constant of another file that the path begins with. */
  readonly begins?: string
}

/** The route's own path, and all of them where it is given a list: `app.get(['/orders', '/baskets'], list)`. */
function routePaths(
  reading: Reading,
  { rule, callee }: Recognised<RouteRule>,
  site: Site,
  { prefix, isDecorated }: { readonly prefix: string; readonly isDecorated: boolean },
): readonly RoutePath[] {
  const taken = takeFirst(reading.tracer, rule.path, site, callee)
  const each = taken && itemsAt(reading, taken)
  return (each ?? [taken]).flatMap((one) => {
    const begins = beginsAt(reading, one)
    const path = routePath(reading, rule, one, prefix)
    if (begins === null) return path ?? []
    if (prefix === '') return { path: '', method: null, ...path, begins }
    // What a chained call is given may be a guard, and no path.
    return { path: namedPath(reading, one, isDecorated ? '!' : '') ?? '', method: null }
  })
}

/** `mux.HandleFunc("GET /orders")` brings its method, `app.route('/orders').get(h)` needs no path. */
function routePath(reading: Reading, rule: RouteRule, taken: Taken | null, prefix: string): RoutePath | null {
  const path = pathAt(reading, taken)
  // A rule without a path speaks of the router's own: `web::resource("").route(…)`.
  if (rule.path.length === 0) return { path: '', method: null }
  if (path === null) return prefix !== '' && taken?.value.type !== 'text' ? { path: '', method: null } : null
  const withMethod = rule.methodInPath ? /^([A-Z]+)\s+(.*)$/.exec(path) : null
  const bare = withMethod?.[2] ?? path
  // Go 1.22 patterns may name a host before the path: `orders.example.com/orders`.
  if (rule.methodInPath)
    return bare.includes('/')
      ? {
          path: bare
            .slice(bare.indexOf('/'))
            .replace(/\/$/, '/{*}')
            .replace(/\{\$\}$/, ''),
          method: withMethod?.[1] ?? null,
        }
      : null
  return { path: bare, method: null }
}

function methodsOf(
  reading: Reading,
  { rule, callee }: Recognised<RouteRule>,
  site: Site,
  inPath: string | null,
): readonly MethodOrAny[] {
  return inPath ? [toMethod(inPath) ?? 'ANY'] : methodsGiven(reading, rule.method, site, callee)
}

/** The methods that a call or decorator names: those of a list, or one. */
export function methodsGiven(
  reading: Reading,
  from: MethodFrom,
  site: Site,
  callee: Trace,
): readonly MethodOrAny[] {
  if ('from' in from) {
    const taken = takeFirst(reading.tracer, from.from, site, callee)
    const names = (taken && itemsAt(reading, taken))?.map((each) => methodOfValue(reading, each))
    if (names?.length) return [...new Set(names.map((name) => (typeof name === 'string' ? name : 'ANY')))]
  }
  const method = methodOf(reading, from, site, callee)
  return [typeof method === 'string' ? method : 'ANY']
}

function handlerValue(reading: Reading, { rule, callee }: Recognised<RouteRule>, site: Site): Value | null {
  if (rule.handler === 'last') return site.arguments.at(-1) ?? null
  return take(reading.tracer, rule.handler, site, callee)?.value ?? null
}

type Target = { readonly decorator: number | null; readonly definition: number | null }

function ownGuards(
  reading: Reading,
  { rule, callee }: Recognised<RouteRule>,
  site: Site,
  target: Target,
): readonly string[] {
  return (rule.guards ?? []).flatMap((from) => {
    if (from === 'between') {
      // `app.route('/orders').get(guard, handler)` has its path elsewhere.
      const first =
        site.arguments[0]?.type === 'text' || site.arguments[0]?.type === 'format'
          ? 1
          : pathIsFirst(reading, site)
            ? 1
            : 0
      return site.arguments
        .slice(first, -1)
        .flatMap(listOf)
        .flatMap(listOf)
        .filter((value) => value.type !== 'object')
        .map((value) => guardText(reading, value))
    }
    if (from === 'following') return guardsAfter(reading, callee)
    if (from === 'other decorators') return otherDecorators(reading, target)
    if (from === 'parameter defaults') return injected(reading, target.definition)
    return listOf(take(reading.tracer, from, site, callee)?.value).map((value) => guardText(reading, value))
  })
}

/** `app.MapGet('/orders', list).RequireAuthorization()`: guards of this route alone. */
function guardsAfter(reading: Reading, callee: Trace): readonly string[] {
  const guards: string[] = []
  let at = reading.code.madeOn(callee.steps.at(-1)?.call ?? -1)
  for (let length = 0; at !== null && length < maxChain; length += 1) {
    const [found] = reading.recognised(at, 'guard')
    if (found) guards.push(...guardsOf(reading, found.rule, at))
    at = reading.code.madeOn(at)
  }
  return guards
}

/** Longer than what is said of one route. */
const maxChain = 30

function pathIsFirst(reading: Reading, site: Site): boolean {
  const [first] = site.arguments
  if (first === undefined) return false
  const taken = { value: first, at: site.at }
  return pathAt(reading, itemsAt(reading, taken)?.[0] ?? taken) !== null
}

function otherDecorators(reading: Reading, { decorator, definition }: Target): readonly string[] {
  const routes = new Set(reading.decorations('route').map((each) => each.decorator))
  return [...reading.code.outline.decorators.entries()]
    .filter(
      ([index, each]) =>
        each.target === definition && index !== decorator && !routes.has(index) && each.on === undefined,
    )
    .map(([, each]) => each.callee)
}

/** `user: User = Depends(require_user)` */
function injected(reading: Reading, definition: number | null): readonly string[] {
  const parameters =
    definition === null ? [] : (reading.code.outline.definitions[definition]?.parameters ?? [])
  return parameters.flatMap((parameter) => {
    const value = parameter.default
    const call = value?.type === 'call' ? reading.code.outline.calls[value.call] : undefined
    return value && call && /^(?:Depends|Security)$/.test(call.name) ? [guardText(reading, value)] : []
  })
}
