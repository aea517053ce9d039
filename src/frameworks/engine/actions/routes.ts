import { pathTemplate } from '../../../domain/element.js'
import type { ClassAction, RouteFact } from '../../../domain/fact.js'
import type { Decorator } from '../../../domain/outline.js'
import { handlerModels } from '../handler-models.js'
import type { Reading } from '../reading.js'
import type { DeclaredRoute } from '../route.js'
import { joinPaths } from '../router.js'
import { guardsIn, wordOf } from './attributes.js'
import { type Controller, isAny } from './classes.js'
import { type Selector, selectorsOf } from './selectors.js'

/** Routes of the actions of classes. Where they answer is known when the classes that have them are. */
export function actionRoutes(reading: Reading, controllers: readonly Controller[]): readonly DeclaredRoute[] {
  return controllers.flatMap((controller) =>
    controller.methods.flatMap(({ definition, attributes }) => {
      const action = actionOf(reading, controller, definition, attributes)
      return action ? routesOf(reading, controller, { definition, attributes, action }) : []
    }),
  )
}

type Declared = {
  readonly definition: number
  readonly attributes: readonly Decorator[]
  readonly action: Omit<ClassAction, 'template' | 'begins'>
}

/** Null for a method that is no action: not public, static, a constructor, or taken out. */
function actionOf(
  reading: Reading,
  { form, known }: Controller,
  definition: number,
  attributes: readonly Decorator[],
): Declared['action'] | null {
  const { name = '', modifiers = [], parameters = [] } = reading.code.outline.definitions[definition] ?? {}
  const isAction = modifiers.includes('public') && !modifiers.includes('static') && name !== known.name
  if (!isAction || isAny(attributes, form.form.except)) return null
  const { dropped, named } = form.form
  const own = name.length > dropped.length && name.endsWith(dropped) ? name.slice(0, -dropped.length) : name
  return {
    owner: known.name,
    name: wordOf(reading, attributes, named) ?? own,
    parameters: parameters.map((each) => each.name),
    overrides: modifiers.includes('override'),
  }
}

function routesOf(reading: Reading, controller: Controller, declared: Declared): readonly DeclaredRoute[] {
  const { definition, attributes, action } = declared
  const told = selectorsOf(reading, controller.form, attributes)
  const line = reading.code.outline.definitions[definition]?.line ?? 1
  // What overrides without a word of routes has those of the method above it.
  const isSilent = controller.isCertain && !action.overrides
  const silent: readonly Selector[] = isSilent ? [{ template: null, methods: ['ANY'], line }] : []
  return (told.length ? told : silent).flatMap((selector) =>
    selector.methods.map((method) => ({
      definition,
      handlers: controller.form.framework.handlers ?? null,
      framework: controller.form.framework.id,
      answerType: null,
      fact: routeFact(reading, controller, declared, { ...selector, methods: [method] }),
    })),
  )
}

function routeFact(
  reading: Reading,
  { form, known }: Controller,
  { definition, attributes, action }: Declared,
  { template, methods: [method = 'ANY'], line }: Selector,
): RouteFact {
  const name = `${action.owner}.${reading.code.outline.definitions[definition]?.name ?? ''}`
  const below = `${action.owner}/${action.name}/${template?.template ?? ''}`
  return {
    kind: 'route',
    line,
    rule: form.rule,
    certainty: 'certain',
    within: name,
    method,
    // Of this blob alone it only tells its actions apart.
    path: pathTemplate(joinPaths(known.templates[0]?.template ?? '', below)),
    receiver: null,
    handler: name,
    guards: guardsIn(reading, form, attributes),
    source: 'code',
    ...handlerModels(reading, definition, form.framework.handlers, method),
    action: { ...action, template: template?.template ?? null, ...beginning(template) },
  }
}

function beginning(template: Selector['template']): { readonly begins?: string } {
  return template?.begins === undefined ? {} : { begins: template.begins }
}
