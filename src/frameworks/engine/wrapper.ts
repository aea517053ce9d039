import type { MethodOrAny } from '../../domain/element.js'
import type { WrapperFact } from '../../domain/fact.js'
import type { Reading } from './reading.js'
import type { Answer, Request } from './request.js'
import { methodOfValue } from './request.js'
import { targetOf } from './target.js'
import { textsOf } from './text.js'
import { joinUrl, type ParameterOf, readUrl } from './url.js'

/** A function of this blob that ends a URL with one of its parameters, and the request that it makes with it. */
export type Wrapper = {
  readonly definition: number
  readonly request: Request
  readonly pathParameter: number
}

/** As deep as wrappers call wrappers: `delete` → `do` → `open` → `http.NewRequest` is three. */
const maxRounds = 6

/**
 * All requests of a blob: the direct ones, and those made by calling functions that wrap them, also through each other.
 * A request whose path is still a parameter is given as a wrapper, and each of its calls as a request.
 */
export function spreadRequests(
  reading: Reading,
  direct: readonly Request[],
): { readonly requests: readonly Request[]; readonly wrappers: readonly Wrapper[] } {
  const calls = callsByTarget(reading)
  const requests: Request[] = []
  const wrappers: Wrapper[] = []
  let open = direct
  for (let round = 0; round < maxRounds && open.length; round += 1) {
    const found = open.flatMap((request) => wrapperOf(reading, request) ?? [])
    requests.push(...open.filter((request) => wrapperOf(reading, request) === null))
    const fresh = found.filter((each) => !wrappers.some((known) => isSame(known, each)))
    wrappers.push(...fresh)
    open = fresh.flatMap((wrapper) =>
      (calls.get(wrapper.definition) ?? []).flatMap((call) => callOf(reading, wrapper, call)),
    )
  }
  return { requests, wrappers }
}

function wrapperOf(reading: Reading, request: Request): Wrapper | null {
  const parameter = request.url.parameter
  const definition = parameter && reading.code.outline.definitions[parameter.definition]
  return parameter && definition?.name
    ? { definition: parameter.definition, request, pathParameter: parameter.index }
    : null
}

function isSame(one: Wrapper, other: Wrapper): boolean {
  return one.definition === other.definition && one.request.call === other.request.call
}

function callsByTarget(reading: Reading): ReadonlyMap<number, readonly number[]> {
  const calls = new Map<number, number[]>()
  for (const call of reading.code.outline.calls.keys()) {
    const target = targetOf(reading, call)
    if (target === null) continue
    const known = calls.get(target)
    if (known) known.push(call)
    else calls.set(target, [call])
  }
  return calls
}

/** What a call of a wrapper asks for: one request for each text that its path may be. */
function callOf(reading: Reading, wrapper: Wrapper, call: number): readonly Request[] {
  const { request } = wrapper
  const site = reading.siteOf(call)
  const path = argumentOf(reading, wrapper.definition, wrapper.pathParameter, call)
  if (!path) return []
  const made = {
    ...request,
    call,
    method: methodAt(reading, request.method, wrapper.definition, call),
    body: bodyAt(reading, wrapper, call),
    answer: answerThrough(reading, wrapper, call),
    answerType: reading.code.outline.calls[call]?.typeArguments[0] ?? request.answerType,
  }
  return textsOf(reading, path, site.at).map((text) => {
    const url = readUrl(reading, text)
    const known = request.url.base.type !== 'unknown' && request.url.base.type !== 'relative'
    // A path that begins with a hole has named its own base, which the wrapper only passes on; a better known one wins.
    const own = url.base.type === 'unknown' && known ? { ...url, base: request.url.base } : url
    return { ...made, url: joinUrl(request.url, own) }
  })
}

/** The value given for a parameter, by position or by name. */
export function argumentOf(reading: Reading, definition: number, parameter: number, call: number) {
  const site = reading.siteOf(call)
  const name = reading.code.outline.definitions[definition]?.parameters[parameter]?.name ?? ''
  return site.keywords[name] ?? site.arguments[parameter] ?? null
}

function methodAt(
  reading: Reading,
  method: Request['method'],
  definition: number,
  call: number,
): MethodOrAny | ParameterOf {
  if (typeof method === 'string' || method.definition !== definition)
    return typeof method === 'string' ? method : 'ANY'
  const value = argumentOf(reading, definition, method.index, call)
  const given = value && methodOfValue(reading, { value, at: reading.siteOf(call).at })
  return given ?? defaultMethod(reading, method)
}

/** `def call(path, method="GET")` called without a method. */
function defaultMethod(reading: Reading, method: ParameterOf): MethodOrAny {
  const value = reading.code.outline.definitions[method.definition]?.parameters[method.index]?.default
  const given = value && methodOfValue(reading, { value, at: { scope: null, line: 0 } })
  return typeof given === 'string' ? given : 'ANY'
}

function bodyAt(reading: Reading, wrapper: Wrapper, call: number): Request['body'] {
  const index = bodyParameterOf(reading, wrapper)
  const value = index === null ? null : argumentOf(reading, wrapper.definition, index, call)
  return value ? { value, at: reading.siteOf(call).at } : null
}

function bodyParameterOf(reading: Reading, { definition, request }: Wrapper): number | null {
  const traces = request.body ? reading.tracer.trace(request.body.value, request.body.at) : []
  for (const { source } of traces)
    if (source.type === 'parameter' && source.definition === definition) return source.index
  return null
}

/** What is left to reach the answer from what the wrapper returns. */
function answerThrough(reading: Reading, { definition, request }: Wrapper, call: number): Answer {
  const returned = reading.code
    .returnsOf(definition)
    .flatMap((value) => reading.tracer.trace(value, { scope: definition, line: Number.MAX_SAFE_INTEGER }))
  const rests = returned.flatMap(({ steps }) => {
    const at = steps.findLastIndex((step) => step.call === request.answer.at)
    return at === -1 ? [] : [steps.slice(at + 1).map((step) => step.name)]
  })
  const { members, needed } = request.answer
  if (rests.some((rest) => rest.some((step) => members.includes(step))))
    return { members: [], needed: false, at: call }
  return { members, needed: rests.length > 0 && needed, at: call }
}

export function wrapperFacts(reading: Reading, wrappers: readonly Wrapper[]): readonly WrapperFact[] {
  return wrappers.flatMap((wrapper) => {
    const { request, definition, pathParameter } = wrapper
    const declared = reading.code.outline.definitions[definition]
    if (!declared) return []
    const { method } = request
    return [
      {
        kind: 'wrapper',
        line: declared.line,
        rule: request.rule,
        certainty: request.certainty,
        name: declared.name,
        owner: declared.owner,
        base: request.url.base,
        prefix: request.url.path,
        pathParameter,
        method: typeof method === 'string' ? method : { parameter: method.index },
        bodyParameter: bodyParameterOf(reading, wrapper),
        answer: answerThrough(reading, wrapper, -1).members,
      },
    ]
  })
}
