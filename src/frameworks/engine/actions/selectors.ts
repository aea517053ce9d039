import type { MethodOrAny } from '../../../domain/element.js'
import type { Decorator } from '../../../domain/outline.js'
import type { Reading } from '../reading.js'
import { methodOfName, toMethod } from '../request.js'
import { type Form, givenTemplate, type Template, templateOf } from './attributes.js'

/** One way to reach an action: a template, or the class's own where it is null, and the methods that it answers. */
export type Selector = {
  readonly template: Template | null
  readonly methods: readonly MethodOrAny[]
  readonly line: number
}

/**
 * What the attributes of an action come to, as ASP.NET Core's application model does it: each template is a way of its own;
 * methods without a template hold for the templates without a method, and are a way of their own where there are none.
 */
export function selectorsOf(
  reading: Reading,
  form: Form,
  attributes: readonly Decorator[],
): readonly Selector[] {
  const told = attributes.flatMap((each) => toldBy(reading, form, each) ?? [])
  const silent = told.filter(({ template }) => template === null)
  const methods = silent.flatMap((each) => each.methods)
  const open = told.filter((each) => each.template !== null && each.methods.length === 0)
  const ways = told
    .filter(({ template }) => template !== null)
    .map((each) => (each.methods.length ? each : { ...each, methods: methods.length ? methods : anyMethod }))
  const [first] = silent
  return first && open.length === 0 ? [{ ...first, methods }, ...ways] : ways
}

const anyMethod: readonly MethodOrAny[] = ['ANY']

function toldBy(reading: Reading, { form }: Form, decorator: Decorator): Selector | null {
  const { name, line } = decorator
  if (form.templates.includes(name)) {
    const template = givenTemplate(reading, decorator)
    return template && { template, methods: [], line }
  }
  if (form.methods.names.includes(name)) {
    const method = methodOfName(form.methods, name) ?? 'ANY'
    return { template: givenTemplate(reading, decorator), methods: [method], line }
  }
  if (!form.listed.names.includes(name)) return null
  const route = decorator.keywords[form.listed.template]
  const template = route ? templateOf(reading, decorator, route) : null
  return { template, methods: listedMethods(reading, decorator), line }
}

/** `AcceptVerbs("GET", "POST")`, `AcceptVerbs(new[] { "GET" })`, `AcceptVerbs(HttpVerbs.Get)` */
function listedMethods(reading: Reading, { arguments: given }: Decorator): readonly MethodOrAny[] {
  const items = given.flatMap((value) => (value.type === 'list' ? value.items : [value]))
  const methods = items.flatMap((value) => {
    const shown = reading.show(value)
    return toMethod(shown.slice(shown.lastIndexOf('.') + 1)) ?? []
  })
  return methods.length ? methods : anyMethod
}
