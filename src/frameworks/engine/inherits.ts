import type { BlobFacts } from '../../domain/fact.js'
import type { Reading } from './reading.js'
import { referenceTo } from './target.js'
import { typeName } from './type-text.js'

/**
 * Classes with what they extend, objects at the top of the blob with the class they are made of, and functions that give an
 * object without being given anything.
 */
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
  return [...classes, ...objects, ...givers(reading)]
}

/** `def get_settings() -> Settings`, or one that returns a new one. */
function givers(reading: Reading): BlobFacts['inherits'] {
  const { definitions, calls } = reading.code.outline
  return definitions.flatMap((each, index) => {
    if (each.kind !== 'function' || each.scope !== null || each.name === '' || each.parameters.length > 0)
      return []
    const [value] = reading.code.returnsOf(index)
    const made = value?.type === 'call' ? (calls[value.call]?.callee ?? '') : ''
    const declared = each.returnType === null ? null : typeName(each.returnType)
    const type = declared ? (declared.list ? '' : declared.name) : made
    return /^(?:[\w$]+\.)*[A-Z][\w$]*$/.test(type)
      ? [{ name: each.name, base: referenceTo(reading, type) }]
      : []
  })
}

function baseName(base: string): string {
  return base.replace(/^[*&]+/, '').replace(/[<[(].*$/, '')
}
