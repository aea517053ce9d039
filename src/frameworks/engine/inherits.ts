import type { BlobFacts } from '../../domain/fact.js'
import type { Reading } from './reading.js'
import { referenceTo } from './target.js'

/** Classes with what they extend, and objects at the top of the blob with the class they are made of. */
export function instances(reading: Reading): BlobFacts['inherits'] {
  const { definitions, bindings, calls } = reading.code.outline
  const classes = definitions
    .filter((each) => each.kind === 'class' || each.kind === 'type')
    .flatMap((each) =>
      each.bases.map((base) => ({ name: each.name, base: referenceTo(reading, baseName(base)) })),
    )
  const objects = bindings.flatMap(({ scope, name, value }) => {
    const call = scope === null && name !== '' && value.type === 'call' ? calls[value.call] : undefined
    const made = call && /^(?:[\w$]+\.)*[A-Z][\w$]*$/.test(call.callee) ? call.callee : null
    return made ? [{ name, base: referenceTo(reading, made) }] : []
  })
  return [...classes, ...objects]
}

function baseName(base: string): string {
  return base.replace(/^[*&]+/, '').replace(/[<[(].*$/, '')
}
