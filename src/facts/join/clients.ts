import { httpMethods, type MethodOrAny, pathTemplate } from '../../domain/element.js'
import type { ClientFact, Through, UrlBase, WrapperFact } from '../../domain/fact.js'
import { resolveBase } from './bases.js'
import { findCalled, type Named } from './named.js'
import type { World } from './world.js'

/** A request of which method, path and base are final. */
export type Call = {
  readonly method: MethodOrAny
  readonly path: string
  readonly base: UrlBase
  readonly wrapper: WrapperFact | null
}

type Open = {
  readonly method: MethodOrAny
  readonly path: string
  readonly base: UrlBase
  readonly through?: Through
}

/** What a request of a file comes to with the other files: none when what it goes through makes no request. */
export function resolveCall(
  world: World,
  wrappers: Named<'wrapper'>,
  path: string,
  open: Open,
): readonly Call[] {
  const own = resolveBase(world, path, open.base)
  const asked = {
    method: open.method,
    path: joinTemplates(own.prefix, open.path),
    base: own.base,
    wrapper: null,
  }
  const { through } = open
  if (!through) return [asked]
  const found = findCalled(world, wrappers, path, through).filter(
    ({ fact }) => fact.pathParameter === through.argument,
  )
  const [wrapper] = found
  return wrapper ? [throughWrapper(asked, wrapper.fact, through)] : []
}

function throughWrapper(asked: Call, wrapper: WrapperFact, through: Through): Call {
  const named = asked.base.type === 'origin' || asked.base.type === 'environment'
  const hasBase = named || (asked.base.type === 'unknown' && wrapper.base.type === 'relative')
  return {
    method: methodOf(wrapper, through),
    path: named ? asked.path : joinTemplates(wrapper.prefix, asked.path),
    base: hasBase ? asked.base : wrapper.base,
    wrapper,
  }
}

function methodOf({ method }: WrapperFact, through: Through): MethodOrAny {
  if (typeof method === 'string') return method
  const text = through.arguments[method.parameter]?.toUpperCase()
  return httpMethods.find((each) => each === text) ?? 'ANY'
}

export function joinTemplates(prefix: string, path: string): string {
  return pathTemplate(`${prefix}/${path}`)
}

/** A client fact with what other files know of it. */
export function joinClient(
  world: World,
  wrappers: Named<'wrapper'>,
  path: string,
  fact: ClientFact,
): readonly ClientFact[] {
  return resolveCall(world, wrappers, path, fact).map((call) => {
    const { through, ...rest } = fact
    const { wrapper } = call
    const sends = wrapper && wrapper.bodyParameter === null ? null : fact.sends
    const certainty = wrapper?.certainty ?? fact.certainty
    return {
      ...rest,
      certainty,
      rule: through && wrapper ? wrapper.rule : fact.rule,
      method: call.method,
      path: call.path,
      base: call.base,
      sends,
    }
  })
}
