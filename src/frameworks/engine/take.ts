import type { From } from '../../domain/framework.js'
import type { Call, Value } from '../../domain/outline.js'
import { calledInChain, givenInChain, keysOf } from './chain.js'
import type { At } from './names.js'
import { firstPair, textArguments, wordArguments } from './pairs.js'
import { callSite, type Site } from './recognise.js'
import type { Trace, Tracer } from './trace.js'
import { isInside } from './within.js'

/** A value and where it is used. */
export type Taken = { readonly value: Value; readonly at: At }

/** The first of the places that holds a value; null when none does. */
export function takeFirst(
  tracer: Tracer,
  from: readonly From[],
  site: Site,
  callee: Trace | null,
): Taken | null {
  for (const each of from) {
    const taken = take(tracer, each, site, callee)
    if (taken) return taken
  }
  return null
}

/** The value at a place that a rule names, read from left to right; null when there is none. */
export function take(tracer: Tracer, from: From, site: Site, callee: Trace | null): Taken | null {
  return follow(tracer, from.split(' '), { site, value: null }, callee)
}

/** The value at a place below another value: a field of it, an argument of the call that made it; itself without words. */
export function takeBelow(tracer: Tracer, words: readonly string[], value: Taken): Taken | null {
  return follow(tracer, words, { site: null, value }, null)
}

type Start = { readonly site: Site | null; readonly value: Taken | null }

/** How far a place was followed: at a site, or at a value. */
type Walk = {
  readonly tracer: Tracer
  readonly callee: Trace | null
  readonly site: Site | null
  readonly value: Taken | null
  /** Whose chain is meant. */
  readonly call: number | undefined
}

function follow(tracer: Tracer, words: readonly string[], start: Start, callee: Trace | null): Taken | null {
  let walk: Walk = { tracer, callee, ...start, call: callee?.steps.at(-1)?.call ?? start.site?.call }
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? ''
    if (word === 'receiver') {
      walk = atReceiver(walk)
      continue
    }
    if (Object.hasOwn(values, word)) walk = atValue(walk, values[word]?.(walk) ?? null)
    else if (word === 'root') walk = atSite(walk, walk.value && rootSite(tracer, walk.value))
    else {
      index += 1
      walk = stepped(walk, word, words[index] ?? '')
    }
    if (!walk.value && !walk.site) return null
  }
  return walk.value
}

function atSite(walk: Walk, site: Site | null): Walk {
  return { ...walk, site, value: null }
}

/** Where there is no value, the site that it was looked for at says no more. */
function atValue(walk: Walk, value: Taken | null): Walk {
  return value ? { ...walk, value } : { ...walk, value, site: null }
}

function atReceiver(walk: Walk): Walk {
  const { tracer, callee } = walk
  const value = receiverOf(tracer, walk.site, callee)
  const site = value ? siteOf(tracer, value) : receiverSite(tracer, callee)
  return { ...walk, value, site, call: madeBy(callee) }
}

/** Words that stand alone. */
const values: Readonly<Record<string, (walk: Walk) => Taken | null>> = {
  keywords: (walk) => given(walk, keywordsOf),
  arguments: (walk) => given(walk, argumentsOf),
  keys: ({ value }) => keysOf(value),
  texts: ({ site }) => textArguments(site),
  words: ({ site }) => wordArguments(site),
  key: ({ value }) => firstPair(value, 'key'),
  value: ({ value }) => firstPair(value, 'value'),
  first: ({ tracer, value }) => value && firstItem(tracer, value),
  returned: ({ tracer, value }) => value && returnedBy(tracer, value),
}

/** Of a value: what the call is given that it comes from. */
function given({ tracer, site, value }: Walk, of: (site: Site) => Taken | null): Taken | null {
  const at = value ? siteOf(tracer, value) : site
  return at && of(at)
}

/** Words with a name behind them that lead to another call. */
const sites: Readonly<Record<string, (walk: Walk, name: string) => Site | null>> = {
  around: ({ tracer, site }, name) => site && callAround(tracer, site, name),
  given: ({ tracer, site }, name) => site && givenCall(tracer, site, name),
  inside: ({ tracer, site }, name) => site && insideSite(tracer, site, name),
  made: ({ tracer, callee }, name) => madeSite(tracer, callee, name),
  chained: ({ tracer, call }, name) => (call === undefined ? null : chainedSite(tracer, call, name)),
}

function stepped(walk: Walk, word: string, name: string): Walk {
  if (Object.hasOwn(sites, word)) return atSite(walk, sites[word]?.(walk, name) ?? null)
  return atValue(walk, namedValue(walk, word, name))
}

function namedValue({ tracer, site, value, call }: Walk, word: string, name: string): Taken | null {
  switch (word) {
    case 'every':
      return call === undefined ? null : givenInChain(tracer.code, call, name)
    case 'called':
      return call === undefined ? null : calledInChain(tracer.code, call, name)
    case 'rest':
      return site && argumentsOf(site, Number(name))
    case '.':
      return value && (fieldOf(tracer, value, name) ?? givenField(tracer, value, name))
    default:
      return partOf(value ? siteOf(tracer, value) : site, word, name)
  }
}

/** All named arguments as an object: `jsonify(id=1, total=2)`. */
function keywordsOf(site: Site): Taken | null {
  const fields = Object.entries(site.keywords).map(([name, value]) => ({ name, value, line: site.line }))
  const value: Value = { type: 'object', fields, spreads: [], line: site.line }
  return fields.length ? { value, at: site.at } : null
}

/** All arguments in order as a list: `Methods("GET", "HEAD")`. */
function argumentsOf(site: Site, from = 0): Taken | null {
  const items = site.arguments.slice(from)
  return items.length ? { value: { type: 'list', items }, at: site.at } : null
}

/** A call on the way to what is called on: `baseUrl` of `RestClient.builder().baseUrl(url).build().get()`. */
function madeSite(tracer: Tracer, callee: Trace | null, name: string): Site | null {
  const found = callee?.steps.findLast(
    ({ call }) => call !== undefined && tracer.code.outline.calls[call]?.name === name,
  )
  const call = found?.call === undefined ? undefined : tracer.code.outline.calls[found.call]
  return call ? callSite(call) : null
}

/** A call in a function that a call is given: `url` of `HttpClient { defaultRequest { url(base) } }`. */
function insideSite({ code }: Tracer, { arguments: given }: Site, name: string): Site | null {
  const functions = given.flatMap((value) => (value.type === 'function' ? [value.definition] : []))
  const found = code.outline.calls.find(
    (call) => call.name === name && functions.some((each) => isInside(code, call.scope, each)),
  )
  return found ? callSite(found) : null
}

/** Another call of the same chain, by its name: `Methods` of `r.HandleFunc(…).Methods("GET")`, before or after. */
export function chainedSite(tracer: Tracer, own: number, name: string): Site | null {
  const { calls } = tracer.code.outline
  for (let at = own; at !== -1; at = calls.findIndex(isMadeOn(at))) {
    const call = calls[at]
    if (call?.name === name) return callSite(call)
  }
  for (let call = calls[own]; call?.receiver?.type === 'call'; ) {
    call = calls[call.receiver.call]
    if (call?.name === name) return callSite(call)
  }
  const later = calls.find((call) => call.name === name && isMadeBy(tracer, call, own))
  return later ? callSite(later) : null
}

/** `client.SetBaseURL(url)`, in a statement of its own after `client := resty.New()`. */
function isMadeBy(tracer: Tracer, { receiver, scope, line }: Call, own: number): boolean {
  if (receiver?.type !== 'name') return false
  return tracer.trace(receiver, { scope, line }).some((trace) => trace.steps.at(-1)?.call === own)
}

function isMadeOn(index: number) {
  return (call: Call) => call.receiver?.type === 'call' && call.receiver.call === index
}

function partOf(site: Site | null, word: string, name: string): Taken | null {
  if (word === 'type') return typeArgument(site, Number(name))
  const value = word === 'keyword' ? site?.keywords[name] : site?.arguments.at(Number(name))
  return site && value ? { value, at: site.at } : null
}

/** The call by this name among the arguments: `WithUnit("1")`. */
function givenCall({ code }: Tracer, site: Site, name: string): Site | null {
  const calls = site.arguments.map((value) =>
    value.type === 'call' ? code.outline.calls[value.call] : undefined,
  )
  const found = calls.find((call) => call?.name === name)
  return found ? callSite(found) : null
}

/** The first call of a chain: `integer('total')` of `integer('total').notNull()`. */
function rootSite({ code }: Tracer, { value }: Taken): Site | null {
  let call = value.type === 'call' ? code.outline.calls[value.call] : undefined
  while (call?.receiver?.type === 'call') call = code.outline.calls[call.receiver.call]
  return call ? callSite(call) : null
}

/** A type is a name: `Orders` of `get<Orders> { … }`. */
function typeArgument(site: Site | null, index: number): Taken | null {
  const name = site?.typeArguments?.[index]
  return site && name !== undefined ? { value: { type: 'name', name }, at: site.at } : null
}

/** What a call was made on, as it is written. */
function receiverOf(tracer: Tracer, site: Site | null, callee: Trace | null): Taken | null {
  const index = callee?.steps.at(-1)?.call
  const call = index === undefined ? undefined : tracer.code.outline.calls[index]
  return call?.receiver && site ? { value: call.receiver, at: site.at } : null
}

/** The call that made the receiver: `APIRouter(prefix='/orders')` for `router.get`. */
function receiverSite(tracer: Tracer, callee: Trace | null): Site | null {
  const made = madeBy(callee)
  const call = made === undefined ? undefined : tracer.code.outline.calls[made]
  return call ? callSite(call) : null
}

function madeBy(callee: Trace | null): number | undefined {
  return callee?.steps.slice(0, -1).findLast((step) => step.call !== undefined)?.call
}

/** The call that a value comes from. */
function siteOf(tracer: Tracer, taken: Taken): Site | null {
  const written = writtenCall(tracer, taken)
  if (written !== null) return callSite(written)
  for (const trace of tracer.trace(taken.value, taken.at)) {
    const made = trace.steps.at(-1)?.call
    const call = made === undefined ? undefined : tracer.code.outline.calls[made]
    if (call) return callSite(call)
  }
  return null
}

/** The call that a value is, or that its name was given: `new Request(url, init)`, even where it is passed through. */
function writtenCall(tracer: Tracer, { value, at }: Taken): Call | null {
  const { calls } = tracer.code.outline
  if (value.type === 'call') return calls[value.call] ?? null
  const found = value.type === 'name' ? tracer.code.find(value.name, at) : null
  const bound = found?.type === 'binding' ? found.binding.value : null
  return bound?.type === 'call' ? (calls[bound.call] ?? null) : null
}

/** The first item of the list that a value is. */
function firstItem(tracer: Tracer, taken: Taken): Taken | null {
  for (const { source, steps } of tracer.trace(taken.value, taken.at)) {
    const [item] =
      source.type === 'value' && steps.length === 0 && source.value.type === 'list' ? source.value.items : []
    if (item && source.type === 'value') return { value: item, at: source.at }
  }
  return null
}

/** The call of a name that is given a function which this place stands in: `createApi({ endpoints: (builder) => … })`. */
function callAround({ code }: Tracer, { at }: Site, name: string): Site | null {
  const { calls, definitions } = code.outline
  for (let scope = at.scope; scope !== null; scope = definitions[scope]?.scope ?? null) {
    const inside = scope
    const call = calls.find(
      (each) => each.name === name && each.arguments.some((value) => holds(value, inside)),
    )
    if (call) return callSite(call)
  }
  return null
}

function holds(value: Value, definition: number): boolean {
  if (value.type === 'object') return value.fields.some((field) => holds(field.value, definition))
  return value.type === 'function' && value.definition === definition
}

/** What the inline function that a value is returns first. */
function returnedBy(tracer: Tracer, { value }: Taken): Taken | null {
  if (value.type !== 'function') return null
  const [returned] = tracer.code.returnsOf(value.definition)
  return returned ? { value: returned, at: { scope: value.definition, line: Number.MAX_SAFE_INTEGER } } : null
}

/** A field of the object literal that a value is, spreads included. */
export function fieldOf(tracer: Tracer, taken: Taken, name: string): Taken | null {
  for (const trace of tracer.trace(taken.value, taken.at)) {
    if (trace.source.type !== 'value' || trace.steps.length || trace.source.value.type !== 'object') continue
    const { value, at } = trace.source
    const field = value.fields.find((each) => each.name === name)
    if (field) return { value: field.value, at }
    const spread = value.spreads
      .map((each) => fieldOf(tracer, { value: each, at }, name))
      .find((each) => each)
    if (spread) return spread
  }
  return null
}

/** What a field of a value was given, by any name that the value has: `client.BaseAddress = url`, in its constructor too. */
function givenField(tracer: Tracer, { value, at }: Taken, name: string): Taken | null {
  if (value.type !== 'name') return null
  const { code } = tracer
  const names = [
    value.name,
    ...tracer.trace(value, at).flatMap((trace) => trace.names.map((each) => each.name)),
  ]
  const owner = code.ownerOf(at.scope)
  for (const each of new Set(names)) {
    const own = owner !== null && each.startsWith('this.') ? each.slice('this.'.length) : null
    const found = code.find(`${each}.${name}`, at)
    const [kept] = own === null ? [] : code.memberBindings(owner ?? '', `${own}.${name}`)
    const binding = found?.type === 'binding' ? found.binding : code.outline.bindings[kept ?? -1]
    if (binding) return { value: binding.value, at: { scope: binding.scope, line: binding.line } }
  }
  return givenToParameter(tracer, { value, at }, name)
}

/** `http.BaseAddress = url` in the constructor that keeps `http`. */
function givenToParameter({ code, trace }: Tracer, { value, at }: Taken, name: string): Taken | null {
  for (const { source } of trace(value, at)) {
    if (source.type !== 'parameter') continue
    const parameter = code.outline.definitions[source.definition]?.parameters[source.index]?.name
    const found = code.outline.bindings.find(
      (each) => each.scope === source.definition && each.name === `${parameter}.${name}`,
    )
    if (found) return { value: found.value, at: { scope: found.scope, line: found.line } }
  }
  return null
}
