import { pathTemplate } from '../../domain/element.js'
import type { MountFact, Reference } from '../../domain/fact.js'
import type { Reading } from './reading.js'
import { isRouter, routerOf } from './router.js'
import { functionName, routerName } from './router-name.js'
import { foreignOf, targetOf } from './target.js'
import { withinOf } from './within.js'

/** `registerOrders(app)`, `require('./orders')(app)`: the function's routes are the router's. */
export function givenRouters(reading: Reading): readonly MountFact[] {
  const taken = new Set(
    [
      ...reading.allRecognised('mount'),
      ...reading.allRecognised('guard'),
      ...reading.allRecognised('group'),
    ].map((each) => each.call),
  )
  return [...reading.code.outline.calls.keys()].flatMap((call) => {
    const site = reading.siteOf(call)
    if (taken.has(call) || site.arguments.length > 6) return []
    const extended = extendedRouter(reading, call)
    if (extended || site.arguments.length === 0) return extended ?? []
    return site.arguments.flatMap((value, argument) => {
      if (value.type !== 'name' && value.type !== 'call') return []
      const traces = reading.tracer.trace(value, site.at)
      const [trace] = traces
      const target = trace && isRouter(reading, traces) ? calledFunction(reading, call) : null
      return trace && target
        ? [givenRouter(reading, routerOf(reading, trace, site.line), { target, argument }, call)]
        : []
    })
  })
}

/** `group.MapOrders()`, where another file says what a function adds to a router that it is called on. */
function extendedRouter(reading: Reading, call: number): readonly MountFact[] | null {
  const made = reading.code.outline.calls[call]
  if (!extending.has(reading.code.language) || !made?.receiver || made.receiver.type === 'text') return null
  if (reading.recognised(call, 'route').length > 0) return null
  const traces = reading.tracer.trace(made.receiver, reading.siteOf(call).at)
  const [trace] = traces
  if (!trace || !isRouter(reading, traces)) return null
  const router = routerOf(reading, trace, made.line)
  return [givenRouter(reading, router, { target: { name: made.name, module: null } }, call)]
}

/** Languages in which a function may extend the type of its first parameter. */
const extending: ReadonlySet<string> = new Set(['csharp'])

function givenRouter(
  reading: Reading,
  router: ReturnType<typeof routerOf>,
  given: Pick<MountFact, 'target' | 'argument'>,
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
    ...given,
    ...(router.guards.length ? { guards: router.guards } : {}),
  }
}

/** `func ordersRouter() http.Handler { r := chi.NewRouter(); …; return r }`: whoever mounts what it returns mounts `r`. */
export function returnedRouters(reading: Reading): readonly MountFact[] {
  return reading.code.outline.returns.flatMap(({ value, scope, line }) => {
    if (value.type !== 'name' && value.type !== 'call') return []
    const traces = reading.tracer.trace(value, { scope, line })
    const [trace] = traces
    const named = reading.code.namedAround(scope)
    if (!trace || named !== scope || !isRouter(reading, traces)) return []
    const maker = functionName(reading, named)
    const name = routerName(reading, trace)
    if (!name?.startsWith(`${maker}/`)) return []
    const target = { name, module: null }
    return [
      {
        kind: 'mount',
        line,
        rule: 'router.returned',
        certainty: 'certain',
        prefix: '',
        receiver: maker,
        target,
      },
    ]
  })
}

/** The function that a call calls, as mounts refer to it: here, in another file of the package, or in a module. */
export function calledFunction(reading: Reading, call: number): Reference | null {
  const target = targetOf(reading, call)
  if (target !== null) return { name: functionName(reading, target), module: null }
  for (const trace of reading.calleesOf(call)) {
    const foreign = foreignOf(reading, trace)
    if (foreign) {
      const { name, owner, reference } = foreign
      return { name: owner === null ? name : `${owner}.${name}`, module: reference?.module ?? null }
    }
    const { source, steps } = trace
    // `orders.New(store).Register(router)`: a method of whatever the module made.
    if (source.type === 'import' && steps.at(-1)?.call !== undefined)
      return { name: steps.at(-1)?.name.replace(/\(\)$/, '') ?? '', module: source.module }
  }
  return null
}
