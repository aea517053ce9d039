import type { ModelOf } from '../../../domain/fact.js'
import type { Parameter } from '../../../domain/outline.js'
import type { Reading } from '../reading.js'
import { referenceTo } from '../target.js'
import { typeName } from '../type-text.js'
import type { Form } from './annotation.js'
import { indexOf } from './index-of.js'

/** The parameter of a method that is the body; null when none is. */
export function bodyOf(reading: Reading, { form }: Form, method: number): Parameter | null {
  const parameters = reading.code.outline.definitions[method]?.parameters ?? []
  const inside = indexOf(reading).inside(method)
  const found = parameters.find((_, index) => {
    const names = inside.flatMap(({ on, name }) =>
      on !== undefined && 'parameter' in on && on.parameter === index ? [name] : [],
    )
    return form.body?.some((each) => (each === 'undecorated' ? names.length === 0 : names.includes(each)))
  })
  return found ?? null
}

/** The types that a method receives and answers with. */
export function modelsOf(reading: Reading, form: Form, method: number): readonly ModelOf[] {
  const returned = reading.code.outline.definitions[method]?.returnType ?? null
  const received = bodyOf(reading, form, method)?.type ?? null
  return [
    ...modelOf(reading, 'request', received),
    ...(form.framework.handlers?.returns ? modelOf(reading, 'response', returned) : []),
  ]
}

function modelOf(reading: Reading, side: ModelOf['side'], text: string | null): readonly ModelOf[] {
  const type = text === null ? null : typeName(text)
  return type ? [{ side, type: referenceTo(reading, type.name), list: type.list }] : []
}
