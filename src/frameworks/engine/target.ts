import type { Reference } from '../../domain/fact.js'
import type { Reading } from './reading.js'
import type { Trace } from './trace.js'
import { typeName } from './type-text.js'

/** The function of this blob that a call calls; null when it calls something else. */
export function targetOf(reading: Reading, call: number): number | null {
  for (const trace of reading.calleesOf(call)) {
    const target = targetOfTrace(reading, trace)
    if (target !== null) return target
  }
  return null
}

export function targetOfTrace(reading: Reading, trace: Trace): number | null {
  const { code } = reading
  const last = trace.steps.at(-1)
  if (last?.call === undefined) return null
  if (trace.steps.length === 1 && last.name === '()')
    return trace.source.type === 'definition' ? trace.source.index : null
  const owner = ownerOfReceiver(reading, trace)
  return owner === null ? null : code.method(owner, last.name.replace(/\(\)$/, ''))
}

/** The class, by its name in this blob, of what a method is called on. */
function ownerOfReceiver(reading: Reading, trace: Trace): string | null {
  const { source, steps } = trace
  const { definitions } = reading.code.outline
  const before = steps.slice(0, -1)
  if (source.type === 'self' && before.length === 0) return source.owner
  const made = source.type === 'definition' ? definitions[source.index] : undefined
  if (made?.kind === 'class' && before.every((step) => step.name === '()')) return made.name
  const declared = declaredAt(trace, before.length)
  if (declared) return declared
  // `const api = { get(path) { … } }`
  return source.type === 'value' && before.length === 0 ? (trace.names.at(-1)?.name ?? null) : null
}

/** The name of the type that a value is declared to have after so many steps. */
export function declaredAt(trace: Trace, after: number): string | null {
  const text = trace.types.findLast((type) => type.after === after)?.text
  const type = text === undefined ? null : typeName(text)
  return type && !type.list ? type.name : null
}

/** A function that only another file can explain: by itself, or as a method of something imported or inherited. */
export type Foreign = {
  readonly name: string
  readonly owner: string | null
  readonly reference: Reference | null
}

/** What a traced call calls in another file; null when it is a function of this blob, a global, or unknown. */
export function foreignOf(reading: Reading, trace: Trace): Foreign | null {
  const { source, steps } = trace
  const name = steps.at(-1)?.name.replace(/\(\)$/, '') ?? ''
  const before = steps.slice(0, -1)
  if (before.some((step) => step.name !== '()')) return declaredForeign(reading, trace, name)
  switch (source.type) {
    case 'import': {
      const reference = { name: source.imported, module: source.module }
      if (name === '') return { name: source.imported, owner: null, reference }
      return source.imported === '*' && before.length === 0
        ? { name, owner: null, reference: { name, module: source.module } }
        : { name, owner: source.imported, reference }
    }
    case 'self':
      return before.length === 0 && name !== '' ? { name, owner: source.owner, reference: null } : null
    case 'definition':
      return methodOfLocal(reading, trace, name)
    default:
      return declaredForeign(reading, trace, name)
  }
}

function methodOfLocal(reading: Reading, { source }: Trace, name: string): Foreign | null {
  const made = source.type === 'definition' ? reading.code.outline.definitions[source.index] : undefined
  return made?.kind === 'class' && name !== '' ? { name, owner: made.name, reference: null } : null
}

/** `private readonly api: OrdersClient`: the declared type tells. In Go, names of the package come from its other files. */
function declaredForeign(reading: Reading, trace: Trace, name: string): Foreign | null {
  const owner = declaredAt(trace, trace.steps.length - 1)
  if (owner) {
    const reference = referenceTo(reading, owner)
    return {
      name,
      owner: owner.slice(owner.lastIndexOf('.') + 1),
      reference: reference.module ? reference : null,
    }
  }
  const { source, steps } = trace
  // A class that another file of the namespace, or of one in use, declares.
  if (reading.code.language === 'csharp' && source.type === 'global' && steps.length === 1 && name !== '')
    return { name, owner: source.name, reference: { name: source.name, module: null } }
  const isOwnPackage = reading.code.language === 'go' && source.type === 'global' && steps.length === 1
  return isOwnPackage ? { name: source.name, owner: null, reference: null } : null
}

/** A name as others would look for it: with its module when it is imported; `models.Order` is `Order` of that module. */
export function referenceTo(reading: Reading, name: string): Reference {
  const [head = '', ...rest] = name.split('.')
  const found = reading.code.find(head, { scope: null, line: Number.MAX_SAFE_INTEGER })
  const last = rest.at(-1)
  if (found?.type !== 'import') return { name: last ?? head, module: null }
  return { name: last ?? found.imported, module: found.module }
}
