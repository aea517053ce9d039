import type { Value } from '../../domain/outline.js'
import type { Reading } from './reading.js'
import { fieldOf, type Taken } from './take.js'

/** As many as people list by hand. */
const maxRows = 100

/**
 * Values once for each item of the list that code loops over: `routes.forEach(({ path, router }) => app.use(path, router))`.
 * One row of the values as they are where there is no such list.
 */
export function rowsOf(reading: Reading, values: readonly Taken[]): readonly (readonly Taken[])[] {
  const looped = values.map((taken) => itemStep(reading, taken))
  const list = looped.find((each) => each !== null)?.list
  if (list?.type !== 'list' || list.items.length > maxRows) return [values]
  return list.items.flatMap((item) => {
    const row = values.map((taken, index) => {
      const step = looped[index]
      return step?.list === list ? fieldsBelow(reading, { value: item, at: step.at }, step.below) : taken
    })
    return row.every((each) => each !== null) ? [row] : []
  })
}

type ItemStep = { readonly list: Value; readonly at: Taken['at']; readonly below: readonly string[] }

/** The list that a value is an item of, or below one. */
function itemStep(reading: Reading, { value, at }: Taken): ItemStep | null {
  if (value.type !== 'name' && value.type !== 'member') return null
  const [trace] = reading.tracer.trace(value, at)
  if (trace?.source.type !== 'value' || trace.source.value.type !== 'list') return null
  const [first, ...below] = trace.steps
  return first?.name === '[]' && below.every((step) => step.call === undefined)
    ? { list: trace.source.value, at: trace.source.at, below: below.map((step) => step.name) }
    : null
}

function fieldsBelow(reading: Reading, item: Taken, names: readonly string[]): Taken | null {
  return names.reduce<Taken | null>((taken, name) => taken && fieldOf(reading.tracer, taken, name), item)
}
