import type { Reading } from '../reading.js'
import { annotationsOn, type Form, unknownOn } from './annotation.js'
import { indexOf } from './index-of.js'
import { type Places, placesOn } from './places.js'

/** A class whose methods have annotations of a framework, or one that takes over what others say. */
export type Annotated = {
  readonly form: Form
  readonly definition: number
  readonly name: string
  /** An annotation makes it one that answers, or names, requests. */
  readonly isMarked: boolean
  /** An interface or an annotation: it answers nothing, and others answer what it says. */
  readonly isType: boolean
  readonly own: Places
  /** Methods by their index. */
  readonly methods: readonly number[]
}

const known = new WeakMap<Reading, readonly Annotated[]>()

export function annotatedClasses(reading: Reading): readonly Annotated[] {
  const found = known.get(reading) ?? findClasses(reading)
  known.set(reading, found)
  return found
}

function findClasses(reading: Reading): readonly Annotated[] {
  const forms = formsOf(reading)
  if (!forms.length) return []
  return reading.code.outline.definitions.flatMap((definition, index) =>
    (definition.kind === 'class' || definition.kind === 'type') && definition.name !== ''
      ? forms.map((form) => annotatedBy(reading, form, index))
      : [],
  )
}

function formsOf(reading: Reading): readonly Form[] {
  const entries = [...new Set([...reading.rulebook.decorators.values()].flat())]
  return entries.flatMap(({ framework, rule, id }) =>
    rule.emit === 'annotated' ? [{ framework, rule: id, form: rule }] : [],
  )
}

function annotatedBy(reading: Reading, form: Form, index: number): Annotated {
  const { definitions } = reading.code.outline
  const name = definitions[index]?.name ?? ''
  const marks = annotationsOn(reading, form, index).filter(({ decorator }) =>
    form.form.match.name.includes(decorator.name),
  )
  const methods = indexOf(reading).methodsIn(index)
  const isType = definitions[index]?.kind === 'type'
  const isMarked = form.form.unmarked === true || marks.length > 0
  return { form, definition: index, name, isMarked, isType, own: placesOn(reading, form, index), methods }
}

/** What guards a class or a method, as written: `PreAuthorize(hasRole('ADMIN'))`. */
export function guardsOn(reading: Reading, form: Form, definition: number): readonly string[] {
  const names = form.form.guards ?? []
  return indexOf(reading)
    .on(definition)
    .filter(({ name }) => names.includes(name))
    .map(({ name, arguments: given }) => {
      const shown = given.flatMap((value) => (value.type === 'list' ? value.items : [value]))
      return shown.length ? `${name}(${shown.map((value) => reading.show(value)).join(', ')})` : name
    })
}

export { unknownOn }
