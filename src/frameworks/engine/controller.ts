import type { ControllerGuards } from '../../domain/block.js'
import type { Controller, ControllerGuard, SentField } from '../../domain/fact.js'
import type { ControllerRule } from '../../domain/framework.js'
import type { Definition, Value } from '../../domain/outline.js'
import { readBodies } from './body.js'
import { namesAt } from './given.js'
import { itemsAt } from './items.js'
import { createReceived } from './permitted.js'
import type { Reading } from './reading.js'
import type { DeclaredRoute } from './route.js'
import { takeFirst } from './take.js'

/** The classes of a blob that handle routes of other files, and modules that bring guards for such classes. */
export function readControllers(reading: Reading): readonly Controller[] {
  return reading.rulebook.controllers.flatMap((entry) => {
    const { rule } = entry
    if (rule.emit !== 'controller') return []
    const guards = guardsByClass(reading, rule)
    const named = reading.code.outline.definitions.filter(
      ({ kind, name }) => kind === 'class' && (entry.like.class?.test(name) || guards.has(name)),
    )
    return named.length ? controllersOf(reading, rule, named, guards) : []
  })
}

function controllersOf(
  reading: Reading,
  rule: ControllerRule,
  classes: readonly Definition[],
  guards: ReadonlyMap<string, readonly ControllerGuard[]>,
): readonly Controller[] {
  const names = new Set(classes.map(({ name }) => name))
  const methods = [...reading.code.outline.definitions.entries()].flatMap(
    ([definition, { kind, owner, name }]) =>
      kind === 'method' && owner !== null && names.has(owner) ? [{ definition, owner, name }] : [],
  )
  const answered = answeredFields(reading, methods)
  const received = createReceived(reading, rule)
  return classes.map((each) => ({
    name: each.name,
    isBare: isBare(rule, each),
    guards: guards.get(each.name) ?? [],
    actions: methods
      .filter(({ owner }) => owner === each.name)
      .map(({ definition, name }) => ({
        name,
        received: received(each.name, definition),
        answered: answered.get(definition) ?? [],
      })),
  }))
}

function isBare({ bare }: ControllerRule, { bases: [base] }: Definition): boolean {
  return base === undefined || new RegExp(`^(?:${bare})$`).test(base)
}

type Method = { readonly definition: number; readonly owner: string; readonly name: string }

/** What methods answer with, read as if each handled a route of its own. */
function answeredFields(
  reading: Reading,
  methods: readonly Method[],
): ReadonlyMap<number, readonly SentField[]> {
  const fields = new Map<number, SentField[]>()
  for (const { access, field, line, origin } of readBodies(reading, methods.map(ownRoute))) {
    if (access !== 'write' || origin.type !== 'route') continue
    const definition = Number(origin.path.slice(1))
    const known = fields.get(definition)
    if (known) known.push({ name: field, line })
    else fields.set(definition, [{ name: field, line }])
  }
  return fields
}

function ownRoute({ definition, name }: Method): DeclaredRoute {
  return {
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
      path: `/${definition}`,
      receiver: null,
      handler: name,
      guards: [],
      source: 'code',
    },
  }
}

/** Calls in the body of a class, and in the blocks of it, but not in its methods. */
function guardsByClass(
  reading: Reading,
  rule: ControllerRule,
): ReadonlyMap<string, readonly ControllerGuard[]> {
  const guards = new Map<string, ControllerGuard[]>()
  for (const [at, call] of reading.code.outline.calls.entries()) {
    const form = rule.guards.find((each) => each.calls.includes(call.name))
    if (!form || call.receiver !== null || reading.code.namedAround(call.scope) !== null) continue
    const owner = reading.code.ownerOf(call.scope)
    if (owner === null) continue
    const known = guards.get(owner) ?? []
    known.push(...guardsOf(reading, form, at))
    guards.set(owner, known)
  }
  return guards
}

function guardsOf(reading: Reading, form: ControllerGuards, call: number): readonly ControllerGuard[] {
  const site = reading.siteOf(call)
  const only = namesAt(reading, form.only, site)
  const except = namesAt(reading, form.except, site)
  return form.guards.flatMap((from) =>
    (from === 'call' ? [site.name] : guardNames(reading, from, call)).map((guard) => ({
      guard,
      only: only.length ? only : null,
      except: except.length ? except : null,
      removes: form.removes === true,
    })),
  )
}

function guardNames(reading: Reading, from: string, call: number): readonly string[] {
  const taken = takeFirst(reading.tracer, [from], reading.siteOf(call), null)
  const items = taken ? (itemsAt(reading, taken) ?? [taken]) : []
  return items
    .map(({ value }: { readonly value: Value }) => reading.show(value))
    .filter((name) => name !== '')
}
