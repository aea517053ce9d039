import type { Value } from '../../domain/outline.js'
import type { Reading } from './reading.js'
import type { Trace } from './trace.js'

/**
 * What a router is called, so that mounts find it: by its own name; by that of the function that makes it, `serve/router`,
 * since two functions of one package may each have a `router`; by that of the function that is given it, `routes`, or
 * `routes(1)` for its second parameter. Null when it has none.
 */
export function routerName(reading: Reading, trace: Trace): string | null {
  const { source } = trace
  if (source.type === 'parameter') return parameterName(reading, source.definition, source.index)
  const { made, call } = lastMaking(reading, trace)
  const kept = chainName(reading, call)
  const found = trace.names.find((each) => each.after >= made)?.name
  const isKept = kept !== null || reading.code.outline.bindings.some((binding) => binding.name === found)
  const name = isKept || found?.startsWith('this.') ? (found ?? kept) : null
  const maker = call === undefined ? null : reading.code.namedAround(reading.siteOf(call).at.scope)
  if (name?.startsWith('this.')) return ownedName(reading, name.slice('this.'.length), trace, call)
  if (name === null) {
    const place = call === undefined ? null : placeName(reading, call, maker)
    if (place !== null || found === undefined) return place
    return maker === null ? found : `${functionName(reading, maker)}/${found}`
  }
  return maker === null ? name : `${functionName(reading, maker)}/${name}`
}

/** `OrdersController.router`: what a class keeps, where it can be told which class that is. */
function ownedName(reading: Reading, name: string, { source }: Trace, made: number | undefined): string {
  const { definitions } = reading.code.outline
  const scope = made === undefined ? null : reading.siteOf(made).at.scope
  const owner =
    source.type === 'self'
      ? source.owner
      : (reading.code.ownerOf(scope) ??
        definitions.find(({ kind, fields }) =>
          fields.some(
            ({ name: field, value }) =>
              kind === 'class' && field === name && value?.type === 'call' && value.call === made,
          ),
        )?.name)
  return owner ? `${owner}.${name}` : `this.${name}`
}

/** `const orders = new Hono().get(…).post(…)`: the name that the whole chain is kept under. */
function chainName(reading: Reading, made: number | undefined): string | null {
  const { bindings, calls } = reading.code.outline
  if (made === undefined) return null
  const kept = bindings.find(({ value, name }) => {
    let each: Value | null = value
    while (name !== '' && each?.type === 'call' && each.call !== made)
      each = calls[each.call]?.receiver ?? null
    return name !== '' && each?.type === 'call'
  })
  return kept?.name ?? null
}

/**
 * The name of a chain that is kept under none: that of the function that gives it, or its place where it is given to
 * something: `.nest("/orders", Router::new().route(…))`.
 */
function placeName(reading: Reading, made: number, maker: number | null): string | null {
  const { calls, returns } = reading.code.outline
  let top = made
  for (let next = reading.code.madeOn(top); next !== null; next = reading.code.madeOn(top)) top = next
  const isTop = (value: Value) => value.type === 'call' && value.call === top
  if (maker !== null && returns.some(({ scope, value }) => scope === maker && isTop(value)))
    return functionName(reading, maker)
  return calls.some((call) => call.arguments.some(isTop)) ? `#${top}` : null
}

/** A method is known with its owner: `OrdersRoutes.register`. */
export function functionName(reading: Reading, definition: number): string {
  const found = reading.code.outline.definitions[definition]
  return found?.owner ? `${found.owner}.${found.name}` : (found?.name ?? '')
}

/** The first parameter goes without its position: most functions that are given a router take nothing else. */
function atPosition(name: string, position: number | undefined): string {
  return position ? `${name}(${position})` : name
}

function parameterName(reading: Reading, definition: number, index: number): string | null {
  const named = reading.code.namedAround(definition)
  if (named === null) return null
  return atPosition(functionName(reading, named), named === definition ? index : undefined)
}

/** The last step that made something new, and no group of it. */
function lastMaking(reading: Reading, { steps }: Trace): { readonly made: number; readonly call?: number } {
  const index = steps.findLastIndex((step) => step.call !== undefined && !reading.isGroup(step.call))
  const call = steps[index]?.call
  return call === undefined ? { made: 0 } : { made: index + 1, call }
}
