import type { Controller, ControllerAction, ControllerGuard, SentField } from '../../domain/fact.js'
import type { ControllerRule } from '../../domain/framework.js'
import type { Definition, Value } from '../../domain/outline.js'
import { readBodies } from './body.js'
import { namesAt } from './given.js'
import { itemsAt } from './items.js'
import { receivedFields } from './permitted.js'
import type { Reading } from './reading.js'
import type { Entry } from './rulebook.js'
import { takeFirst } from './take.js'
import { isInside } from './within.js'

/** The classes of a blob that handle routes of other files, and modules that bring guards for such classes. */
export function readControllers(reading: Reading): readonly Controller[] {
  const entries = reading.rulebook.controllers
  if (!entries.length) return []
  return reading.code.outline.definitions.flatMap((definition, index) =>
    definition.kind === 'class'
      ? entries.flatMap((entry) => controllerOf(reading, entry, definition, index))
      : [],
  )
}

function controllerOf(
  reading: Reading,
  entry: Entry,
  definition: Definition,
  index: number,
): readonly Controller[] {
  const { rule } = entry
  if (rule.emit !== 'controller') return []
  const guards = guardsOf(reading, rule, index)
  if (!entry.like.class?.test(definition.name) && guards.length === 0) return []
  const actions = reading.code.outline.definitions.flatMap((each, method) =>
    each.kind === 'method' && each.owner === definition.name ? [actionOf(reading, rule, each, method)] : [],
  )
  return [{ name: definition.name, extends: definition.bases.length > 0, actions, guards }]
}

function actionOf(
  reading: Reading,
  rule: ControllerRule,
  { name, owner }: Definition,
  method: number,
): ControllerAction {
  return {
    name,
    received: receivedFields(reading, rule, owner ?? '', method),
    answered: answeredFields(reading, name, method),
  }
}

/** What a method answers with, read as if it handled a route of its own. */
function answeredFields(reading: Reading, name: string, definition: number): readonly SentField[] {
  const bodies = readBodies(reading, [
    {
      definition,
      handlers: {},
      framework: 'controller',
      answerType: null,
      fact: {
        kind: 'route',
        line: 0,
        rule: 'controller',
        certainty: 'certain',
        method: 'ANY',
        path: `/${name}`,
        receiver: null,
        handler: name,
        guards: [],
        source: 'code',
      },
    },
  ])
  return bodies.filter(({ access }) => access === 'write').map(({ field, line }) => ({ name: field, line }))
}

/** Calls in the body of a class, and in the blocks of it, but not in its methods. */
function guardsOf(reading: Reading, rule: ControllerRule, index: number): readonly ControllerGuard[] {
  const { calls, definitions } = reading.code.outline
  return calls.flatMap((call, at) => {
    const form = rule.guards.find((each) => each.calls.includes(call.name))
    if (!form || call.receiver !== null || reading.code.namedAround(call.scope) !== null) return []
    const owner = reading.code.ownerOf(call.scope)
    if (owner !== definitions[index]?.name || !isInside(reading.code, call.scope, index)) return []
    const site = reading.siteOf(at)
    const only = namesAt(reading, form.only, site)
    const except = namesAt(reading, form.except, site)
    return form.guards.flatMap((from) =>
      (from === 'call' ? [call.name] : guardNames(reading, from, at)).map((guard) => ({
        guard,
        only: only.length ? only : null,
        except: except.length ? except : null,
        removes: form.removes === true,
      })),
    )
  })
}

function guardNames(reading: Reading, from: string, call: number): readonly string[] {
  const taken = takeFirst(reading.tracer, [from], reading.siteOf(call), null)
  const items = taken ? (itemsAt(reading, taken) ?? [taken]) : []
  return items
    .map(({ value }: { readonly value: Value }) => reading.show(value))
    .filter((name) => name !== '')
}
