import type { ElementRule } from '../../domain/framework.js'
import type { Scope } from '../../domain/outline.js'
import type { ElementPlace } from './element-place.js'
import { takenAt } from './element-word.js'
import { handlerDefinition } from './handler.js'
import { fieldPath } from './path-of-field.js'
import type { Reading } from './reading.js'
import { shapeOf } from './shape.js'
import type { Trace } from './trace.js'
import { typeName } from './type-text.js'

/** A field that is read of a message, at its place. */
export type FieldRead = { readonly name: string; readonly line: number; readonly scope: Scope }

/** A value that the code reads a member of, with that member as its last step. */
export type ValueRead = { readonly traces: readonly Trace[]; readonly line: number; readonly scope: Scope }

type Reader = NonNullable<ElementRule['reader']>

/** The fields that code reads of what arrives at a place, by the names that they have on the wire. */
export function fieldsReadAt(
  reading: Reading,
  place: ElementPlace<'element'>,
  reads: readonly ValueRead[],
): readonly FieldRead[] {
  const { reader } = place.rule
  const begins = reader ? beginningOf(reading, place, reader) : null
  if (!reader || !begins) return []
  return reads.flatMap(({ traces, line, scope }) =>
    traces.flatMap((trace) => {
      const from = begins(trace)
      const start = from === null ? null : afterMembers(trace, from, reader.members)
      const name = start === null ? null : wireName(reading, trace, start)
      return name && /\w/.test(name) ? [{ name, line, scope }] : []
    }),
  )
}

/** After how many steps a trace is what arrives; null when it comes from elsewhere. */
type Begins = (trace: Trace) => number | null

function beginningOf(reading: Reading, place: ElementPlace<'element'>, reader: Reader): Begins | null {
  const { matched } = place
  if (reader.of === 'value') {
    if (!('call' in matched)) return null
    return ({ steps }) => {
      const at = steps.findLastIndex((step) => step.call === matched.call)
      return at === -1 ? null : at + 1
    }
  }
  const definition = readerOf(reading, place, reader)
  if (definition === null) return null
  const index = reader.parameter ?? 0
  return ({ source }) =>
    source.type === 'parameter' && source.definition === definition && source.index === index ? 0 : null
}

function readerOf(reading: Reading, place: ElementPlace<'element'>, { of }: Reader): number | null {
  const { matched } = place
  if (of === 'value') return null
  if (of === 'decorated')
    return 'decorator' in matched
      ? (reading.code.outline.decorators[matched.decorator]?.target ?? null)
      : null
  for (const from of of) {
    const taken = takenAt(reading, place, from)
    const found = taken && handlerDefinition(reading, taken.value, taken.at)
    if (found !== null) return found
  }
  return null
}

/** Steps that make a text of bytes. */
const asText = /^(?:toString|decode|String|text|json|value|string)\(\)$/

function afterMembers(trace: Trace, from: number, members: readonly string[]): number | null {
  return members.map((member) => afterMember(trace, from, member)).find((after) => after !== null) ?? null
}

function afterMember({ steps }: Trace, from: number, member: string): number | null {
  const wanted = member === '' ? [] : member.split('.')
  if (!wanted.every((name, index) => steps[from + index]?.name === name)) return null
  let start = from + wanted.length
  while (asText.test(steps[start]?.name ?? '')) start += 1
  return start
}

/** A struct of Go says how its fields are spelt, and where it is of another file nobody here knows. */
function wireName(reading: Reading, trace: Trace, start: number): string | null {
  const path = fieldPath(trace.steps.slice(start))
  const declared = trace.types.findLast((type) => type.after >= start)
  const type = declared ? typeName(declared.text) : null
  if (!declared || !type) return reading.code.language === 'go' && !/^[a-z]/.test(path ?? '') ? null : path
  const definition = reading.code.typeNamed(type.name)
  const shape = definition ? shapeOf(reading.code, definition) : null
  const below = fieldPath(trace.steps.slice(declared.after))
  const before = fieldPath(trace.steps.slice(start, declared.after))
  if (!shape) return reading.code.language === 'typescript' ? path : null
  const [head = '', ...rest] = (below ?? '').split('.')
  const field = shape.fields.find((each) => each.local === head)
  // Types inside of types are told by their own files.
  if (!field || (rest.length && reading.code.language !== 'typescript')) return null
  return [before, field.name, ...rest].filter((each) => each).join('.')
}

/** Everything that the blob reads a member of: asked once for all places. */
export function valueReads(reading: Reading): readonly ValueRead[] {
  const { reads, bindings, definitions } = reading.code.outline
  const members = reads.flatMap(({ object, member, access, scope, line }) =>
    access === 'write' || member === '[]' || member === 'length'
      ? []
      : [{ traces: below(reading.tracer.trace(object, { scope, line }), member), line, scope }],
  )
  const bound = bindings.flatMap(({ fields, scope }) => fields.map((field) => ({ ...field, scope })))
  const given = definitions.flatMap(({ parameters }, scope) =>
    parameters.flatMap(({ fields }) => fields.map((field) => ({ ...field, scope }))),
  )
  const taken = [...bound, ...given].map(({ local, line, scope }) => ({
    traces: reading.tracer.traceName(local, { scope, line }),
    line,
    scope,
  }))
  return [...members, ...taken]
}

function below(traces: readonly Trace[], member: string): readonly Trace[] {
  return traces.map((trace) => ({ ...trace, steps: [...trace.steps, { name: member }] }))
}
