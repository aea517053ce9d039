import type { MethodOrAny } from '../../domain/element.js'
import { httpMethods } from '../../domain/element.js'
import type { MethodFrom } from '../../domain/framework.js'
import { constantOf } from './environment.js'
import { isHole, type Text } from './piece.js'
import type { Reading } from './reading.js'
import type { Recognised, RuleOf, Site } from './recognise.js'
import { chainedSite, type Taken, take, takeFirst } from './take.js'
import { textsOf } from './text.js'
import type { Trace } from './trace.js'
import { joinUrl, type ParameterOf, readUrl, type Url } from './url.js'

/** A call that makes an HTTP request, directly or through functions of this blob. */
export type Request = {
  readonly call: number
  readonly rule: string
  readonly certainty: 'certain' | 'likely'
  readonly method: MethodOrAny | ParameterOf
  readonly url: Url
  readonly body: Taken | null
  readonly answer: Answer
  /** The declared type of the answer, as written where it was asked for. */
  readonly answerType: string | null
}

/** How the parsed answer is reached from the call's value. */
export type Answer = {
  /** `json()`, `data`: any one of them. */
  readonly members: readonly string[]
  /** False when the value may be the answer itself: a function in between may have taken the member already. */
  readonly needed: boolean
  /** Calls whose value carries the answer: the call itself, or the one that made its receiver (`new XMLHttpRequest()`). */
  readonly at: number
}

/** The requests that rules recognise, one for each URL that a call may mean. */
export function directRequests(reading: Reading): readonly Request[] {
  return reading.allRecognised('client').flatMap(({ call, found }) => requestsOf(reading, call, found))
}

function requestsOf(reading: Reading, call: number, found: Recognised<RuleOf<'client'>>): readonly Request[] {
  const { rule, callee, entry } = found
  const site = reading.siteOf(call)
  const taken = takeFirst(reading.tracer, rule.url, site, callee)
  if (!taken) return []
  const base = receiverBase(reading, found, site)
  const request = {
    call,
    rule: entry.id,
    certainty: found.certainty,
    method: methodOf(reading, rule.method, site, callee),
    body: takeFirst(reading.tracer, rule.body ?? [], site, callee),
    answer: {
      members: rule.answer,
      needed: rule.answer.length > 0,
      at: rule.answerOnReceiver ? (madeBy(callee) ?? call) : call,
    },
    answerType:
      (rule.typeArgument && reading.code.outline.calls[call]?.typeArguments[0]) ||
      answerClass(reading, found, site),
  }
  return textsOf(reading, taken.value, taken.at)
    .map((text) => joinUrl(rule.resolved && base ? baseFor(base, text) : base, readUrl(reading, text)))
    .filter((url) => isSent(reading, rule, url))
    .map((url) => ({ ...request, url }))
}

function isSent(reading: Reading, { sentBy }: RuleOf<'client'>, { base, path }: Url): boolean {
  if (!sentBy || base.type !== 'relative' || !/^\/(?!\{)/.test(path)) return true
  return reading.code.outline.calls.some(({ name }) => sentBy.includes(name ?? ''))
}

/** The type that an argument names: a class, or what stands between the brackets of something that is made for it. */
function answerClass(
  reading: Reading,
  { rule, callee }: Recognised<RuleOf<'client'>>,
  site: Site,
): string | null {
  const named = (from: readonly string[] = []) =>
    from
      .map((each) => typeNamed(reading, take(reading.tracer, each, site, callee), / type \d+$/.test(each)))
      .find((type) => type !== null) ?? null
  const item = named(rule.answerItems)
  return item === null ? named(rule.answerType) : `List<${item}>`
}

function typeNamed(reading: Reading, taken: Taken | null, isType: boolean): string | null {
  if (isType && taken?.value.type === 'name') return taken.value.name
  if (taken?.value.type === 'name')
    return /^(.+)\.class$/.exec(taken.value.name)?.[1]?.replace(/\[\]$/, '[]') ?? null
  const call = taken?.value.type === 'call' ? reading.code.outline.calls[taken.value.call] : undefined
  return call?.constructs ? (call.typeArguments[0] ?? null) : null
}

function chainedMethod(
  reading: Reading,
  { chained, default: otherwise }: Extract<MethodFrom, { chained: readonly string[] }>,
  callee: Trace | null,
): MethodOrAny | ParameterOf {
  const own = callee?.steps.at(-1)?.call
  for (const name of chained) {
    const found = own === undefined ? null : chainedSite(reading.tracer, own, name)
    const [value] = found?.arguments ?? []
    const method = toMethod(name)
    if (found && method) return method
    if (found && value) return methodOfValue(reading, { value, at: found.at }) ?? otherwise
  }
  return otherwise
}

/** The base without what a path that begins with `/` replaces, or without its last segment: `/v1/` of `http://orders/v1/x`. */
function baseFor(base: Url, text: Text): Url {
  const [first] = text
  const isRooted = first !== undefined && !isHole(first) && first.text.startsWith('/')
  return { ...base, path: isRooted ? '' : base.path.slice(0, base.path.lastIndexOf('/') + 1) }
}

/** What the client was made with: `axios.create({ baseURL })`. */
function receiverBase(reading: Reading, found: Recognised<RuleOf<'client'>>, site: Site): Url | null {
  const taken = takeFirst(reading.tracer, found.rule.receiverBase ?? [], site, found.callee)
  const [text] = taken ? textsOf(reading, taken.value, taken.at) : []
  return text ? readUrl(reading, text) : null
}

function madeBy(callee: Trace): number | undefined {
  return callee.steps.slice(0, -1).findLast((step) => step.call !== undefined)?.call
}

/** The method that a rule takes; a parameter of the enclosing function when it is given from there. */
export function methodOf(
  reading: Reading,
  from: MethodFrom,
  site: Site,
  callee: Trace | null,
): MethodOrAny | ParameterOf {
  if ('fixed' in from) return from.fixed
  if ('name' in from) return methodOfName(from, site.name) ?? 'ANY'
  if ('chained' in from) return chainedMethod(reading, from, callee)
  for (const each of from.from) {
    const taken = take(reading.tracer, each, site, callee)
    if (taken) return methodOfValue(reading, taken) ?? from.default
  }
  return from.default
}

export function methodOfValue(reading: Reading, taken: Taken): MethodOrAny | ParameterOf | null {
  const text = constantOf(reading, taken.value, taken.at)
  if (text !== null) return toMethod(text) ?? 'ANY'
  const traces = reading.tracer.trace(taken.value, taken.at)
  for (const { source, steps } of traces) {
    if (
      source.type === 'parameter' &&
      steps.every((step) => /^(?:toUpperCase|upper|ToUpper)\(\)$/.test(step.name))
    )
      return { definition: source.definition, index: source.index }
    // `http.MethodDelete`, `Method.DELETE`, and a predicate: `GET("/orders")`
    const origin = source.type === 'import' ? source.imported : source.type === 'global' ? source.name : ''
    const words = [...steps.map((step) => step.name), origin]
    const constant = [words[steps.length - 1] ?? '', words[steps.length] ?? ''].map(constantMethod)
    const [method] = constant.filter((each) => each !== null)
    if (method) return method
  }
  return 'ANY'
}

/** The method that a name tells: `Get`, or `MapGet` where the rule says which part of it matters. */
export function methodOfName({ fit }: { readonly fit?: string }, name: string): MethodOrAny | null {
  return toMethod(fit === undefined ? name : (new RegExp(fit).exec(name)?.[1] ?? ''))
}

/** A method by the last word of a constant's or function's name. */
function constantMethod(name: string): MethodOrAny | null {
  return toMethod((name.split('.').at(-1) ?? '').replace(/^(?:Method|METHOD_)/, '').replace(/\(\)$/, ''))
}

/** `get`, `Get` and `GET` are `GET`; `PostForm` is `POST`, `del` is `DELETE`; null for what is no method. */
export function toMethod(text: string): MethodOrAny | null {
  const upper = text.toUpperCase()
  const found = httpMethods.find((method) => method === upper)
  if (upper === 'POSTFORM') return 'POST'
  if (upper === 'DEL') return 'DELETE'
  return found ?? (/^(?:ANY|ALL|\*)$/.test(upper) ? 'ANY' : null)
}
