import type { ActionsForm } from '../../../domain/actions.js'
import type { Framework } from '../../../domain/framework.js'
import type { Decorator, Value } from '../../../domain/outline.js'
import { beginsAt } from '../begins.js'
import { isHole } from '../piece.js'
import type { Reading } from '../reading.js'
import { decoratorSite } from '../recognise.js'
import { callText } from '../router.js'
import { templateWithNames } from '../template.js'
import { textsOf } from '../text.js'

/** A form with the framework that it is of. */
export type Form = { readonly framework: Framework; readonly rule: string; readonly form: ActionsForm }

/** A template with its tokens; `begins` names the constant of another file that it begins with. */
export type Template = { readonly template: string; readonly begins?: string }

export function formsOf(reading: Reading): readonly Form[] {
  const entries = [...new Set([...reading.rulebook.decorators.values()].flat())]
  return entries.flatMap(({ framework, rule, id }) =>
    rule.emit === 'actions' ? [{ framework, rule: id, form: rule }] : [],
  )
}

/** The attributes of definitions by their index, without those of parameters and fields. */
export function attributesByTarget(reading: Reading): ReadonlyMap<number, readonly Decorator[]> {
  const found = new Map<number, Decorator[]>()
  for (const each of reading.code.outline.decorators) {
    if (each.on !== undefined) continue
    const known = found.get(each.target)
    if (known) known.push(each)
    else found.set(each.target, [each])
  }
  return found
}

export function templateOf(reading: Reading, decorator: Decorator, value: Value): Template | null {
  const taken = { value, at: decoratorSite(reading.code, decorator).at }
  const [text] = textsOf(reading, taken.value, taken.at)
  if (!text) return null
  const begins = beginsAt(reading, taken)
  const known = begins === null ? text : text.slice(1)
  const template = templateWithNames(known.map((piece) => (isHole(piece) ? '{}' : piece.text)).join(''))
  if (begins !== null) return { template, begins }
  return text.every(isHole) && text.length > 0 ? null : { template }
}

/** The first argument, or what it is called by: `Route("orders")`, `HttpGet(template: "orders")`. */
export function givenTemplate(reading: Reading, decorator: Decorator): Template | null {
  const value = decorator.arguments[0] ?? decorator.keywords['template'] ?? decorator.keywords['Template']
  return value ? templateOf(reading, decorator, value) : null
}

/** The text of the first argument of the first such attribute. */
export function wordOf(
  reading: Reading,
  attributes: readonly Decorator[],
  names: readonly string[],
): string | null {
  const found = attributes.find(({ name }) => names.includes(name))
  return (found && givenTemplate(reading, found)?.template) || null
}

export function guardsIn(reading: Reading, form: Form, attributes: readonly Decorator[]): readonly string[] {
  const guards = new RegExp(form.form.guards)
  return attributes.filter(({ name }) => guards.test(name)).map((each) => callText(reading, each))
}
