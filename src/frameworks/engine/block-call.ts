import { pathTemplate } from '../../domain/element.js'
import type { MountFact, Reference } from '../../domain/fact.js'
import type { Framework } from '../../domain/framework.js'
import type { Call } from '../../domain/outline.js'
import { calledFunction } from './given-router.js'
import { handlerDefinition } from './handler.js'
import { placesAt } from './places.js'
import type { Reading } from './reading.js'
import { withinOf } from './within.js'

/** `orderRoutes()` in a block, where another file may say what that function adds to the router that it extends. */
export function readBlockCalls(reading: Reading): readonly MountFact[] {
  return [...frameworksOf(reading)].flatMap((framework) =>
    [...reading.code.outline.calls.entries()].flatMap(([index, call]) =>
      mayAdd(reading, call) ? mountsAt(reading, framework, index) : [],
    ),
  )
}

const extending = new WeakMap<Reading['rulebook'], ReadonlySet<Framework>>()

/** Those whose functions hold routes. */
function frameworksOf({ rulebook }: Reading): ReadonlySet<Framework> {
  const known =
    extending.get(rulebook) ??
    new Set(
      [...rulebook.calls.values()]
        .flat()
        .flatMap(({ framework }) => (framework.blocks?.functions ? [framework] : [])),
    )
  extending.set(rulebook, known)
  return known
}

/** Called by itself or on the router itself; what a rule knows is no function of one's own. */
function mayAdd({ rulebook }: Reading, { receiver, name, constructs }: Call): boolean {
  const isBare = receiver === null || (receiver.type === 'name' && receiver.name === 'this')
  return isBare && !constructs && name !== '' && !rulebook.calls.has(name)
}

function mountsAt(reading: Reading, framework: Framework, index: number): readonly MountFact[] {
  const site = reading.siteOf(index)
  const places = isHandling(reading, site.at.scope) ? [] : placesAt(reading, framework, site.at.scope)
  const target: Reference = calledFunction(reading, index) ?? { name: site.name, module: null }
  return places.map(({ prefix, guards, receiver }) => ({
    kind: 'mount',
    line: site.line,
    rule: `${framework.id}.called`,
    certainty: 'certain',
    ...withinOf(reading.code, site.at.scope),
    prefix: pathTemplate(prefix),
    receiver,
    target,
    ...(guards.length ? { guards } : {}),
  }))
}

/** Inside of what handles a route, calls add nothing to it. */
function isHandling(reading: Reading, scope: number | null): boolean {
  const handlers = handlersOf(reading)
  for (let at = scope; at !== null; at = reading.code.outline.definitions[at]?.scope ?? null)
    if (handlers.has(at)) return true
  return false
}

const handlersIn = new WeakMap<Reading, ReadonlySet<number>>()

function handlersOf(reading: Reading): ReadonlySet<number> {
  const known = handlersIn.get(reading) ?? new Set(reading.allRecognised('route').flatMap(handlerOf))
  handlersIn.set(reading, known)
  return known

  function handlerOf({ call }: { readonly call: number }): readonly number[] {
    const site = reading.siteOf(call)
    const last = site.arguments.at(-1)
    const handler = last ? handlerDefinition(reading, last, site.at) : null
    return handler === null ? [] : [handler]
  }
}
