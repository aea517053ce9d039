import { type MethodOrAny, pathTemplate } from '../../domain/element.js'
import type { RouteFact } from '../../domain/fact.js'
import type { ViewAnswer, ViewRule } from '../../domain/framework.js'
import type { Definition } from '../../domain/outline.js'
import { constantOf } from './environment.js'
import { itemsAt } from './items.js'
import type { Reading } from './reading.js'
import { decoratorSite, type Recognised } from './recognise.js'
import { toMethod } from './request.js'
import type { DeclaredRoute } from './route.js'
import { methodsGiven } from './route.js'
import type { Entry } from './rulebook.js'
import { take, takeFirst } from './take.js'

/**
 * What views answer, wherever other files mount them. Until then a view's path begins with its own name, so that those of
 * one file are told apart.
 */
export function readViews(reading: Reading): readonly DeclaredRoute[] {
  return [...classViews(reading), ...decoratedViews(reading)]
}

type Answering = ViewAnswer & {
  readonly definition: number | null
  readonly handler: string
  readonly line: number
}

function classViews(reading: Reading): readonly DeclaredRoute[] {
  if (reading.rulebook.classes.size === 0) return []
  return reading.code.outline.definitions.flatMap((definition) => {
    if (definition.kind !== 'class') return []
    const entries = entriesOf(reading, definition, 0)
    const [entry] = entries
    if (!entry) return []
    const answers = entries.flatMap((each) => answersOf(reading, definition, each))
    const known = new Map(answers.map((each) => [`${each.method} ${each.path}`, each]))
    return [...known.values()].map((answer) => viewRoute(entry, definition.name, answer))
  })
}

/** The rules of every class that a class extends, by way of other classes of this blob too. */
function entriesOf(reading: Reading, definition: Definition, depth: number): readonly Entry[] {
  if (depth > 5) return []
  const found = definition.bases.flatMap((base) => {
    const name = base.slice(base.lastIndexOf('.') + 1)
    const own = reading.code.typeNamed(base)
    if (own) return entriesOf(reading, own, depth + 1)
    const traces = reading.tracer.traceName(base, { scope: null, line: definition.line })
    const isKnown = (entry: Entry) => traces.some((trace) => reading.originsOf(trace, entry).length > 0)
    return (reading.rulebook.classes.get(name) ?? []).filter(isKnown)
  })
  return [...new Set(found)]
}

function answersOf(reading: Reading, definition: Definition, { rule }: Entry): readonly Answering[] {
  if (rule.emit !== 'view') return []
  const given = (rule.answers ?? []).map((answer) => ({
    ...answer,
    definition: null,
    handler: definition.name,
    line: definition.line,
  }))
  const own = (rule.members ?? []).flatMap(({ name, method, path }) => {
    const index = reading.code.method(definition.name, name)
    const line = index === null ? 0 : (reading.code.outline.definitions[index]?.line ?? 0)
    return index === null
      ? []
      : [{ method, path, definition: index, handler: `${definition.name}.${name}`, line }]
  })
  return [...given, ...own, ...listedAnswers(reading, definition, rule)]
}

/** `methods = ['GET', 'POST']` of a view that answers them all in one method. */
function listedAnswers(reading: Reading, definition: Definition, { listed }: ViewRule): readonly Answering[] {
  if (!listed) return []
  const value = definition.fields.find((field) => field.name === listed.field)?.value
  const at = { scope: null, line: definition.line }
  const names = (value && itemsAt(reading, { value, at })) ?? []
  const methods = names.flatMap((each) => toMethod(constantOf(reading, each.value, each.at) ?? '') ?? [])
  return (methods.length ? methods : [listed.otherwise]).map((method) => ({
    method,
    path: '',
    definition: null,
    handler: definition.name,
    line: definition.line,
  }))
}

function decoratedViews(reading: Reading): readonly DeclaredRoute[] {
  return reading.decorations('view').flatMap(({ decorator, found }) => {
    const each = reading.code.outline.decorators[decorator]
    const target = each && reading.code.outline.definitions[each.target]
    if (!each || !target) return []
    const site = decoratorSite(reading.code, each)
    const own = target.owner === null ? '' : ownPath(reading, found, decorator, target.name)
    const methods = found.rule.method ? methodsGiven(reading, found.rule.method, site, found.callee) : []
    const handler = target.owner === null ? target.name : `${target.owner}.${target.name}`
    return methods.map((method: MethodOrAny) =>
      viewRoute(found.entry, target.owner ?? target.name, {
        method,
        path: own,
        definition: each.target,
        handler,
        line: target.line,
      }),
    )
  })
}

function ownPath(
  reading: Reading,
  { rule, callee }: Recognised<ViewRule>,
  decorator: number,
  name: string,
): string {
  const each = reading.code.outline.decorators[decorator]
  if (!each) return ''
  const site = decoratorSite(reading.code, each)
  const given = takeFirst(reading.tracer, rule.path ?? [], site, callee)
  const path = (given && constantOf(reading, given.value, given.at)) ?? name
  const item = rule.ofItem ? take(reading.tracer, rule.ofItem, site, callee)?.value : undefined
  return item?.type === 'boolean' && /^true$/i.test(item.text) ? `{}/${path}` : path
}

function viewRoute(entry: Entry, view: string, answer: Answering): DeclaredRoute {
  const fact: RouteFact = {
    kind: 'route',
    line: answer.line,
    rule: entry.id,
    certainty: 'certain',
    method: answer.method,
    path: pathTemplate(`${view}/${answer.path}`),
    receiver: view,
    ownPrefix: `/${view}`,
    handler: answer.handler,
    isView: true,
    guards: [],
    source: 'code',
  }
  return {
    fact,
    definition: answer.definition,
    handlers: entry.framework.handlers ?? null,
    framework: entry.framework.id,
    answerType: null,
  }
}
