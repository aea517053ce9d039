import type { Origin } from '../../domain/fact.js'
import type { Scope } from '../../domain/outline.js'
import { indexOf } from './annotated/index-of.js'
import { isBodyType } from './body-type.js'
import { type Provenance, provenance } from './provenance.js'
import type { Reading } from './reading.js'
import type { DeclaredRoute } from './route.js'
import { referenceTo } from './target.js'
import type { Step, Trace } from './trace.js'
import { typeName } from './type-text.js'
import { isInside } from './within.js'

/** What a trace reads of the body that a route's handler receives; none when it does not come from there. */
export function fromReceived(
  reading: Reading,
  routes: readonly DeclaredRoute[],
  trace: Trace,
  scope: Scope,
): readonly Provenance[] {
  return routesFor(routes, trace).flatMap((route) => {
    const rest = receivedSteps(reading, route, trace, scope)
    if (!rest) return []
    const { method, path } = route.fact
    const origin: Origin = { type: 'route', method, path, side: 'request' }
    const found = provenance(reading, origin, trace, trace.steps.length - rest.length)
    return found ? withType(reading, found, trace.steps[trace.steps.length - rest.length - 1]) : []
  })
}

/** `call.receive<Order>()` says of what it gives what it is. */
function withType(reading: Reading, found: Provenance, step: Step | undefined): readonly Provenance[] {
  const [text] = reading.code.outline.calls[step?.call ?? -1]?.typeArguments ?? []
  const type = found.shape === null && text !== undefined ? typeName(text) : null
  return [type ? { ...found, shape: { type: referenceTo(reading, type.name), below: found.field } } : found]
}

const byHandler = new WeakMap<
  readonly DeclaredRoute[],
  ReadonlyMap<number | null, readonly DeclaredRoute[]>
>()

/** The routes whose handler a trace may begin in: only a global may be of any. */
function routesFor(routes: readonly DeclaredRoute[], { source }: Trace): readonly DeclaredRoute[] {
  if (source.type === 'import' || source.type === 'global') return routes
  if (source.type !== 'parameter') return []
  const known = byHandler.get(routes) ?? groupByHandler(routes)
  byHandler.set(routes, known)
  return known.get(source.definition) ?? []
}

function groupByHandler(
  routes: readonly DeclaredRoute[],
): ReadonlyMap<number | null, readonly DeclaredRoute[]> {
  const groups = new Map<number | null, DeclaredRoute[]>()
  for (const route of routes) {
    const group = groups.get(route.definition)
    if (group) group.push(route)
    else groups.set(route.definition, [route])
  }
  return groups
}

/** What follows the received body in a handler's trace; null when the trace does not begin there. */
function receivedSteps(
  reading: Reading,
  route: DeclaredRoute,
  trace: Trace,
  scope: Scope,
): readonly Step[] | null {
  const { source, steps } = trace
  const conventions = route.handlers
  if (!conventions || route.definition === null) return null
  if (source.type === 'import' || source.type === 'global')
    return isInside(reading.code, scope, route.definition) ? globalSteps(route, trace) : null
  if (source.type === 'parameter' && source.definition === route.definition) {
    const given = conventions.request?.find(
      (each) => each.parameter === source.index && startsWith(steps, each.member),
    )
    if (given) return steps.slice(given.member.split('.').length)
    if (isBodyParameter(reading, route, source.index)) return steps
    if (conventions.modelNames !== undefined && new RegExp(conventions.modelNames).test(typeOf(trace)))
      return steps
    return conventions.typedParameters && isModel(reading, trace) ? steps : null
  }
  return null
}

/** `@Body() order: NewOrder` */
export function isBodyParameter(reading: Reading, route: DeclaredRoute, index: number): boolean {
  const words = route.handlers?.bodyDecorators ?? []
  if (hasBodyType(reading, route, index)) return true
  return (
    words.length > 0 &&
    route.definition !== null &&
    indexOf(reading)
      .inside(route.definition)
      .some(
        ({ name, on, arguments: given }) =>
          words.includes(name) &&
          on !== undefined &&
          'parameter' in on &&
          on.parameter === index &&
          given.length === 0,
      )
  )
}

/** `Json(order): Json<NewOrder>` */
function hasBodyType(reading: Reading, { handlers, definition }: DeclaredRoute, index: number): boolean {
  const type = reading.code.outline.definitions[definition ?? -1]?.parameters[index]?.type ?? ''
  return isBodyType(handlers?.bodyTypes ?? [], type)
}

/** Whether what is read begins with these members: `body`, `request.body`, `req.json()`. */
function startsWith(steps: readonly Step[], member: string): boolean {
  return member.split('.').every((name, index) => steps[index]?.name === name)
}

/** `flask.request.json`: a global that holds the body of whatever request is being handled. */
function globalSteps(route: DeclaredRoute, trace: Trace): readonly Step[] | null {
  const { source, steps } = trace
  if (source.type !== 'import' && source.type !== 'global') return null
  const head = source.type === 'global' ? source.name : importedName(source)
  for (const known of route.handlers?.requestFrom ?? []) {
    const spelt = steps.map((_, length) =>
      [head, ...steps.slice(0, length + 1).map((step) => step.name)].join('.'),
    )
    const length = spelt.indexOf(known)
    if (length >= 0) return steps.slice(length + 1)
  }
  return null
}

/** What is imported under its whole name is a module of its own: `call` of `io.ktor.server.application.call`. */
function importedName({ module, imported }: Extract<Trace['source'], { type: 'import' }>): string {
  if (imported === '*') return module
  return module.endsWith(`.${imported}`) ? imported : `${module}.${imported}`
}

/** The declared type of the parameter that a trace begins with; empty when it has none. */
function typeOf(trace: Trace): string {
  return trace.types.find((type) => type.after === 0)?.text ?? ''
}

function isModel(reading: Reading, trace: Trace): boolean {
  const text = trace.types.find((type) => type.after === 0)?.text
  const type = text ? typeName(text) : null
  const { source } = trace
  if (!type || source.type !== 'parameter') return false
  const parameter = reading.code.outline.definitions[source.definition]?.parameters[source.index]
  const reference = referenceTo(reading, type.name)
  return (
    parameter?.default === null &&
    !/^(?:fastapi|starlette|sqlalchemy|typing|uuid|datetime|pathlib)/.test(reference.module ?? '')
  )
}
