import type { ActionClass } from '../../../domain/fact.js'
import type { Decorator } from '../../../domain/outline.js'
import type { Reading } from '../reading.js'
import { attributesByTarget, type Form, formsOf, givenTemplate, guardsIn, wordOf } from './attributes.js'

/** A class of this blob whose methods may be actions. */
export type Controller = {
  readonly form: Form
  readonly definition: number
  /** Its methods need no attributes to be actions. */
  readonly isCertain: boolean
  readonly known: ActionClass
  readonly methods: readonly { readonly definition: number; readonly attributes: readonly Decorator[] }[]
}

export function controllersIn(reading: Reading): readonly Controller[] {
  const forms = formsOf(reading)
  if (!forms.length) return []
  const attributes = attributesByTarget(reading)
  const methods = methodsByClass(reading)
  return reading.code.outline.definitions.flatMap((definition, index) =>
    definition.kind === 'class' && definition.name !== ''
      ? forms.flatMap((form) => controllerOf(reading, form, index, { attributes, methods }) ?? [])
      : [],
  )
}

type Known = {
  readonly attributes: ReadonlyMap<number, readonly Decorator[]>
  readonly methods: ReadonlyMap<number, readonly number[]>
}

function controllerOf(reading: Reading, form: Form, definition: number, known: Known): Controller | null {
  const found = reading.code.outline.definitions[definition]
  const own = known.attributes.get(definition) ?? []
  const { except, marks, ending, bases } = form.form
  if (!found || isAny(own, except)) return null
  const base = new RegExp(bases)
  const extends_ = found.bases.some((each) => base.test(each.replace(/<.*$/, '')))
  const isCertain = found.name.endsWith(ending) || isAny(own, marks) || extends_
  const methods = (known.methods.get(definition) ?? []).map((method) => ({
    definition: method,
    attributes: known.attributes.get(method) ?? [],
  }))
  const isDecorated = methods.some(({ attributes }) => isAny(attributes, routing(form)))
  if (!isCertain && !isDecorated) return null
  return { form, definition, isCertain, known: classOf(reading, form, definition, own), methods }
}

function classOf(reading: Reading, form: Form, index: number, own: readonly Decorator[]): ActionClass {
  const { name = '', modifiers = [] } = reading.code.outline.definitions[index] ?? {}
  const { ending, templates, area, unpatterned } = form.form
  return {
    name,
    word: name.endsWith(ending) ? name.slice(0, name.length - ending.length) : name,
    isAbstract: modifiers.includes('abstract'),
    templates: own
      .filter((each) => templates.includes(each.name))
      .flatMap((each) => givenTemplate(reading, each) ?? []),
    area: wordOf(reading, own, area),
    guards: guardsIn(reading, form, own),
    isUnpatterned: isAny(own, unpatterned),
  }
}

/** The attributes that make a method an action. */
function routing({ form }: Form): readonly string[] {
  return [...form.templates, ...form.methods.names, ...form.listed.names]
}

export function isAny(attributes: readonly Decorator[], names: readonly string[]): boolean {
  return attributes.some(({ name }) => names.includes(name))
}

function methodsByClass(reading: Reading): ReadonlyMap<number, readonly number[]> {
  const methods = new Map<number, number[]>()
  for (const [index, { kind, scope }] of reading.code.outline.definitions.entries()) {
    if (kind !== 'method' || scope === null) continue
    const known = methods.get(scope)
    if (known) known.push(index)
    else methods.set(scope, [index])
  }
  return methods
}
