import type { FieldFact } from '../../domain/fact.js'
import type { Scope } from '../../domain/outline.js'
import type { Explainer } from './explainer.js'
import type { Provenance } from './provenance.js'
import type { Reading } from './reading.js'
import type { Trace } from './trace.js'
import { withinOf } from './within.js'

/** Every field that is read of a value whose origin is known, where it is read. */
export function readFields(reading: Reading, explainer: Explainer): readonly FieldFact[] {
  return unique([...memberReads(reading, explainer), ...destructuredReads(reading, explainer)])
}

function memberReads(reading: Reading, explainer: Explainer): readonly FieldFact[] {
  return reading.code.outline.reads.flatMap(({ object, member, access, scope, line }) => {
    // How long a list is says nothing of its items: that the list is read has been said.
    if (access !== 'read' || member === '[]' || member === 'length') return []
    const traces = reading.tracer.trace(object, { scope, line }).map((trace) => below(trace, member))
    return fieldsOf(reading, explainer, traces, { scope, line })
  })
}

/** `const { total } = await getOrder(id)`, and the same in a parameter: each name is read. */
function destructuredReads(reading: Reading, explainer: Explainer): readonly FieldFact[] {
  const { bindings, definitions } = reading.code.outline
  const bound = bindings.flatMap((binding) =>
    binding.fields.map(({ local, line }) => ({ local, line, scope: binding.scope })),
  )
  const given = definitions.flatMap((definition, scope) =>
    definition.parameters.flatMap((parameter) =>
      parameter.fields.map(({ local, line }) => ({ local, line, scope })),
    ),
  )
  return [...bound, ...given].flatMap(({ local, line, scope }) =>
    fieldsOf(reading, explainer, reading.tracer.traceName(local, { scope, line }), { scope, line }),
  )
}

function below(trace: Trace, member: string): Trace {
  return { ...trace, steps: [...trace.steps, { name: member }] }
}

type Place = { readonly scope: Scope; readonly line: number }

function fieldsOf(
  reading: Reading,
  explainer: Explainer,
  traces: readonly Trace[],
  place: Place,
): readonly FieldFact[] {
  return explainer.explain(traces, place.scope).flatMap((provenance) => {
    if (!/\w/.test(provenance.field)) return []
    return [
      {
        kind: 'field',
        line: place.line,
        rule: `field.${provenance.origin.type}`,
        certainty: 'certain',
        ...withinOf(reading.code, place.scope),
        access: 'read',
        ...spelling(reading, provenance),
        origin: provenance.origin,
      },
    ]
  })
}

/** The join spells a field as its shape does: in TypeScript the two are the same, unless somebody renames on the way. */
function spelling(
  reading: Reading,
  { field, shape, origin }: Provenance,
): Pick<FieldFact, 'field' | 'shape'> {
  const isSpelt = !shape || origin.type === 'type' || reading.code.language === 'typescript'
  return isSpelt ? { field } : { field, shape }
}

/** One fact for each field at each line: chained optional reads and both sides of a choice say the same twice. */
export function unique(facts: readonly FieldFact[]): readonly FieldFact[] {
  const seen = new Set<string>()
  return facts.filter((fact) => {
    const key = JSON.stringify([fact.line, fact.field, fact.access, fact.origin])
    return !seen.has(key) && seen.add(key)
  })
}
