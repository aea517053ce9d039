import { pathTemplate } from '../../domain/element.js'
import type { UrlBase } from '../../domain/fact.js'
import { constantOf, variableOf } from './environment.js'
import { type Hole, isHole, type Literal, type Piece, type Text } from './piece.js'
import type { Reading } from './reading.js'
import { settingOf } from './setting.js'
import type { Trace } from './trace.js'

/** A parameter of a function of this blob. */
export type ParameterOf = { readonly definition: number; readonly index: number }

/** A called URL: what stands before the path, the path, and the line that the path is written on. */
export type Url = {
  readonly base: UrlBase
  /** Not yet a template: holes are `{}`, and the query may still be there. */
  readonly path: string
  readonly line: number | null
  /** The path ends with whatever this parameter holds: the function is a wrapper. */
  readonly parameter: ParameterOf | null
}

const relative: UrlBase = { type: 'relative' }

/** Cuts a text into base and path. A hole before the first `/` is the base, later ones are parameters of the path. */
export function readUrl(reading: Reading, text: Text): Url {
  const pieces = withoutQuery(merged(text))
  const [first, ...rest] = pieces
  if (first === undefined) return { base: relative, path: '', line: null, parameter: null }
  if (!isHole(first)) return fromLiteral(reading, first.text, first.line, rest)
  if (rest.length === 0) return fromOnlyHole(reading, first)
  const second = rest[0]
  const afterScheme = second && !isHole(second) ? /^:\/\/(.*)$/.exec(second.text)?.[1] : undefined
  if (second && !isHole(second) && afterScheme !== undefined)
    return fromOriginWithHoles(reading, '{}://', [{ ...second, text: afterScheme }, ...rest.slice(1)])
  // `${BASE}/orders` and `${BASE}${path}`; but `${id}.json` has no base.
  const hasBase = second !== undefined && (isHole(second) || /^[/:]/.test(second.text))
  const url = hasBase ? readTail(rest) : readTail(pieces)
  // `${HOST}:3000/orders`: the port belongs to the base.
  return hasBase ? { ...url, path: url.path.replace(/^:\d+/, ''), base: baseOfHole(reading, first) } : url
}

function fromLiteral(reading: Reading, text: string, line: number, rest: Text): Url {
  const origin = /^(?:https?|wss?):\/\/([^/]*)/.exec(text)
  if (!origin) return readTail([{ text, line }, ...rest])
  const after = text.slice(origin[0].length)
  if (after !== '' || rest.length === 0) {
    const tail = readTail([{ text: after, line }, ...rest])
    return { ...tail, base: { type: 'origin', origin: origin[0] } }
  }
  return fromOriginWithHoles(reading, origin[0], rest)
}

/** `http://${HOST}:3000/orders`: the host is the hole, and a variable of the environment names it best. */
function fromOriginWithHoles(reading: Reading, start: string, rest: Text): Url {
  const end = rest.findIndex((piece) => !isHole(piece) && piece.text.includes('/'))
  const hostPieces = end === -1 ? rest : rest.slice(0, end)
  const last = end === -1 ? undefined : rest[end]
  const cut = last && !isHole(last) ? last.text.indexOf('/') : -1
  const path: Text =
    last && !isHole(last) ? [{ text: last.text.slice(cut), line: last.line }, ...rest.slice(end + 1)] : []
  const named = hostPieces
    .filter(isHole)
    .map((hole) => baseOfHole(reading, hole))
    .find((base) => base.type === 'environment')
  const host = hostPieces.map((piece) => (isHole(piece) ? '{}' : piece.text)).join('')
  const tailOfHost = last && !isHole(last) ? last.text.slice(0, cut) : ''
  return {
    ...readTail(path),
    base: named ?? { type: 'unknown', text: `${start}${host}${tailOfHost}` },
  }
}

/** A URL of which nothing is literal: a parameter's whole value, a variable, or something unknown. */
function fromOnlyHole(reading: Reading, hole: Hole): Url {
  const isSetting = hole.traces.some((trace) => settingOf(reading, trace) !== null)
  const parameter = isSetting ? null : parameterOf(hole)
  if (parameter) return { base: relative, path: '', line: null, parameter }
  return { base: baseOfHole(reading, hole), path: '', line: null, parameter: null }
}

function readTail(pieces: Text): Url {
  const last = pieces.at(-1)
  const before = pieces.at(-2)
  const parameter = last && isHole(last) && endsWithPath(before, last) ? parameterOf(last) : null
  const kept = parameter ? pieces.slice(0, -1) : pieces
  const path = kept.map((piece) => (isHole(piece) ? '{}' : piece.text)).join('')
  const literal = kept.find((piece) => !isHole(piece) && /\w/.test(piece.text))
  return { base: relative, path, line: literal && !isHole(literal) ? literal.line : null, parameter }
}

/** `${BASE}${path}` and `/api${path}` end with a path; `/orders/${id}` ends with one segment, unless it is called a path. */
function endsWithPath(before: Piece | undefined, hole: Hole): boolean {
  if (before === undefined || isHole(before)) return true
  return !/[/=:.-]$/.test(before.text) || /(?:path|url|uri|endpoint|route|resource)$/i.test(hole.shown)
}

function parameterOf(hole: Hole): ParameterOf | null {
  for (const { source, steps, names } of hole.traces) {
    // What a constructor was given and `this` keeps is no parameter of the function that uses it.
    if (names.some(({ name }) => name.startsWith('this.'))) continue
    const isPlain = steps.every((step) =>
      /^(?:String\(\)|toString\(\)|href|strip\(\)|lstrip\(\)|rstrip\(\)|trim\(\)|Path)$/.test(step.name),
    )
    if (source.type === 'parameter' && isPlain) return { definition: source.definition, index: source.index }
  }
  return null
}

/** What a hole at the start of a URL tells of the service that is meant. */
export function baseOfHole(reading: Reading, hole: Hole): UrlBase {
  const variables = hole.traces.flatMap((trace) => variableOf(reading, trace) ?? [])
  const variable = variables[0]
  const [setting] = variable ? [] : hole.traces.flatMap((trace) => settingOf(reading, trace) ?? [])
  if (setting) return setting
  if (!variable) return originOf(hole.traces) ?? { type: 'unknown', text: hole.shown }
  const written =
    variable.fallback &&
    constantOf(reading, variable.fallback, { scope: null, line: Number.MAX_SAFE_INTEGER })
  const fallback = written ?? hole.traces.map(literalOf).find((text) => text !== null)
  return { type: 'environment', name: variable.name, ...(fallback ? { fallback } : {}) }
}

function originOf(traces: readonly Trace[]): UrlBase | null {
  const text = traces.map(literalOf).find((each) => each !== null && /^https?:\/\//.test(each))
  return text ? { type: 'origin', origin: text.replace(/^(https?:\/\/[^/]*).*$/, '$1') } : null
}

/** The literal text that a trace ends with. */
export function literalOf({ source, steps }: Trace): string | null {
  if (source.type !== 'value' || steps.length || source.value.type !== 'text') return null
  return source.value.parts.every((part) => typeof part === 'string') ? source.value.parts.join('') : null
}

/** Literals that stand side by side as one, and none that is empty. */
function merged(text: Text): Text {
  const pieces: Piece[] = []
  for (const piece of text) {
    const last = pieces.at(-1)
    if (isHole(piece) || !last || isHole(last)) pieces.push(piece)
    else pieces[pieces.length - 1] = besideEachOther(last, piece)
  }
  return pieces.filter((piece) => isHole(piece) || piece.text !== '')
}

/** The line is where the path is written: not that of the host, nor of a `/` that only joins. */
function besideEachOther(one: Literal, other: Literal): Literal {
  const hasPath = /[^/:]\/.|^\/\w/.test(one.text)
  return { text: one.text + other.text, line: (hasPath ? one.line : other.line) || one.line || other.line }
}

/** Everything before `?` or `#`, wherever among the pieces that stands. */
function withoutQuery(text: Text): Text {
  const at = text.findIndex((piece) => !isHole(piece) && /[?#]/.test(piece.text))
  const piece = text[at]
  if (!piece || isHole(piece)) return text
  return [...text.slice(0, at), { ...piece, text: piece.text.split(/[?#]/, 1)[0] ?? '' }].filter(
    (each) => isHole(each) || each.text !== '',
  )
}

/** The base of a client joined with what was asked of it: an absolute URL wins, a relative one comes after the base's path. */
export function joinUrl(base: Url | null, url: Url): Url {
  if (!base || url.base.type !== 'relative') return url
  const path = `${base.path.replace(/\/$/, '')}/${url.path.replace(/^\//, '')}`
  return { ...url, base: base.base, path: url.parameter && url.path === '' ? base.path : path }
}

/** The spelling of a path that facts carry. A hole that fills no whole segment stays part of it: `/orders/{}.json`. */
export function templateOf(url: Url): string {
  return pathTemplate(url.path)
}
