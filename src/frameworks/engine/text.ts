import type { Value } from '../../domain/outline.js'
import { formatPieces } from './format.js'
import type { At } from './names.js'
import type { Hole, Piece, Text } from './piece.js'
import type { Reading } from './reading.js'
import { take } from './take.js'
import type { Trace } from './trace.js'

const maxTexts = 4
const maxDepth = 12

/** The texts that a value can be: several where the code chooses between literals, one hole where nothing is known. */
export function textsOf(reading: Reading, value: Value, at: At, depth = 0): readonly Text[] {
  if (depth > maxDepth) return [[holeOf(reading, value, at)]]
  const deeper = (each: Value, from: At) => textsOf(reading, each, from, depth + 1)
  switch (value.type) {
    case 'text':
      return product(
        value.parts.map((part) =>
          typeof part === 'string' ? [[literal(part, value.line)]] : deeper(part, at),
        ),
      )
    case 'format':
      return deeper(value.format, at).flatMap((format) =>
        product(
          formatPieces(format, value.arguments).map((piece) =>
            'value' in piece ? deeper(piece.value, at) : [[piece]],
          ),
        ),
      )
    case 'number':
    case 'boolean':
      return [[literal(value.text, at.line)]]
    case 'name':
    case 'call':
    case 'member':
    case 'cast':
    case 'choice':
      return followed(reading, value, at, depth)
    default:
      return [[holeOf(reading, value, at)]]
  }
}

/** A name that stands for texts is those texts; one that may also be something unknown stays one hole. */
function followed(reading: Reading, value: Value, at: At, depth: number): readonly Text[] {
  const joined = joinedParts(reading, value, depth, at)
  if (joined) return joined
  const traces = reading.tracer.trace(value, at).filter((trace) => !isEmptyText(trace))
  const texts = traces.flatMap((trace) => literalTexts(reading, trace, depth))
  const known = traces.length > 0 && texts.length >= traces.length
  return known ? texts.slice(0, maxTexts) : [[holeOf(reading, value, at)]]
}

function literalTexts(reading: Reading, trace: Trace, depth: number): readonly Text[] {
  const { source } = trace
  const steps = trace.steps.filter((step) => !isTextStep(step.name))
  const last = steps.at(-1)?.call
  if (last !== undefined) return joinedCall(reading, last, depth) ?? []
  if (source.type !== 'value' || steps.length > 0) return []
  if (!/^(?:text|format|number|call)$/.test(source.value.type)) return []
  return textsOf(reading, source.value, source.at, depth + 1)
}

/** What does not change which text it is. */
function isTextStep(name: string): boolean {
  return /^(?:href|toString\(\)|String\(\)|trim\(\)|strip\(\)|rstrip\(\)|pathname)$/.test(name)
}

function isEmptyText(trace: Trace): boolean {
  const { source } = trace
  return source.type === 'value' && source.value.type === 'text' && source.value.parts.length === 0
}

function joinedParts(reading: Reading, value: Value, depth: number, at: At): readonly Text[] | null {
  const direct = value.type === 'call' ? joinedCall(reading, value.call, depth) : null
  if (direct) return direct
  if (!/^(?:name|member|call)$/.test(value.type)) return null
  const traces = reading.tracer.trace(value, at)
  const joins = traces.map((trace) => {
    const steps = trace.steps.filter((step) => !isTextStep(step.name))
    const call = steps.at(-1)?.call
    return call === undefined ? null : joinedCall(reading, call, depth)
  })
  const known = joins.filter((each) => each !== null)
  return known.length && known.length === joins.length ? known.flat().slice(0, maxTexts) : null
}

/** `new URL(path, base)`: the base first, and one `/` between the parts. */
function joinedCall(reading: Reading, call: number, depth: number): readonly Text[] | null {
  const [found] = reading.recognised(call, 'join')
  if (!found) return null
  const parts = found.rule.parts.flatMap((from) => {
    const taken = take(reading.tracer, from, reading.siteOf(call), found.callee)
    return taken ? [textsOf(reading, taken.value, taken.at, depth + 1)] : []
  })
  return product(parts.flatMap((texts, index) => (index === 0 ? [texts] : [[[literal('/', 0)]], texts])))
}

export function holeOf(reading: Reading, value: Value, at: At): Hole {
  return { traces: reading.tracer.trace(value, at), shown: reading.show(value) }
}

function literal(text: string, line: number): Piece {
  return { text, line }
}

/** Every way to put one text of each part after the other; the first few of them. */
function product(parts: readonly (readonly Text[])[]): readonly Text[] {
  return parts.reduce<readonly Text[]>(
    (before, texts) => before.flatMap((text) => texts.map((each) => [...text, ...each])).slice(0, maxTexts),
    [[]],
  )
}
