import type { Value } from '../../domain/outline.js'
import { baseName, classEntries } from './class-entries.js'
import type { AnyPlace, ElementPlace, Emit } from './element-place.js'
import { takenAt } from './element-word.js'
import { constantOf } from './environment.js'
import { expressionOf } from './expression.js'
import { literalSites } from './literal-sites.js'
import type { At } from './names.js'
import type { Reading } from './reading.js'
import {
  decoratorSite,
  fitOf,
  isImporting,
  isRuleOf,
  type Recognised,
  type RuleOf,
  type Site,
} from './recognise.js'
import type { Entry } from './rulebook.js'
import { withinOf } from './within.js'

/** Every place of a blob where a rule for elements holds: asked twice, and the same both times. */
export function elementPlaces(reading: Reading): readonly ElementPlace<'element'>[] {
  const places = known.get(reading) ?? findPlaces(reading, 'element')
  known.set(reading, places)
  return places
}

/** Every place of a blob where it holds a text of another language. */
export function embeddedPlaces(reading: Reading): readonly ElementPlace<'embedded'>[] {
  return findPlaces(reading, 'embedded')
}

const known = new WeakMap<Reading, readonly ElementPlace<'element'>[]>()

function findPlaces<E extends Emit>(reading: Reading, emit: E): readonly ElementPlace<E>[] {
  const { calls, decorators, reads, definitions } = reading.code.outline
  return [
    ...[...calls.keys()].flatMap((call) => callPlaces(reading, emit, call)),
    ...[...decorators.keys()].flatMap((decorator) => decoratorPlaces(reading, emit, decorator)),
    ...[...reads.keys()].flatMap((read) => memberPlaces(reading, emit, read)),
    ...[...definitions.keys()].flatMap((definition) => classPlaces(reading, emit, definition)),
    ...ownerPlaces(reading, emit),
    ...literalPlaces(reading, emit),
  ].filter((place) => holds(reading, place))
}

/** Whether it stands where the rule asks for, and the texts at certain places are what it asks for. */
function holds(reading: Reading, place: AnyPlace & Pick<ElementPlace, 'rule'>): boolean {
  const { notWithin } = place.rule.match
  if (notWithin && isWithin(reading, place, notWithin)) return false
  const { holds = {}, lacks = {} } = place.rule.match
  return (
    saysEach(reading, place, holds) &&
    !Object.entries(lacks).some(([from, expression]) => saysEach(reading, place, { [from]: expression }))
  )
}

function isWithin(reading: Reading, place: AnyPlace, names: string): boolean {
  return expressionOf(place.entry.framework, names).test(withinOf(reading.code, place.scope).within ?? '')
}

function saysEach(reading: Reading, place: AnyPlace, wanted: Readonly<Record<string, string>>): boolean {
  return Object.entries(wanted).every(([from, expression]) => {
    const taken = takenAt(reading, place, from)
    const text = taken && (writtenText(taken.value) ?? constantOf(reading, taken.value, taken.at))
    return typeof text === 'string' && expressionOf(place.entry.framework, expression).test(text)
  })
}

function writtenText(value: Value): string | null {
  return value.type === 'boolean' || value.type === 'number' ? value.text : null
}

function callPlaces<E extends Emit>(reading: Reading, emit: E, call: number): readonly ElementPlace<E>[] {
  const found = reading.recognised(call, emit)
  if (!found.length) return []
  const site = reading.siteOf(call)
  return chosen(found).map((each) => ({
    ...each,
    site,
    matched: { call },
    scope: site.at.scope,
    items: [],
  }))
}

function decoratorPlaces<E extends Emit>(
  reading: Reading,
  emit: E,
  decorator: number,
): readonly ElementPlace<E>[] {
  const written = reading.code.outline.decorators[decorator]
  if (!written) return []
  const site = decoratorSite(reading.code, written)
  return chosen(reading.recognisedDecorator(decorator, emit)).map((each) => ({
    ...each,
    site,
    matched: { decorator },
    scope: written.target,
    items: [],
  }))
}

/** What several frameworks take for theirs by a name alone is of none of them, and who is certain of it is right. */
function chosen<E extends Emit>(found: readonly Recognised<RuleOf<E>>[]): readonly Recognised<RuleOf<E>>[] {
  const certain = found.filter((each) => each.certainty === 'certain')
  if (certain.length) return certain
  const frameworks = new Set(found.map((each) => each.entry.framework.id))
  return frameworks.size === 1 ? found : []
}

function memberPlaces<E extends Emit>(reading: Reading, emit: E, read: number): readonly ElementPlace<E>[] {
  const written = reading.code.outline.reads[read]
  if (!written || written.member === '[]') return []
  const { member, access, object, scope, line } = written
  const at = { scope, line }
  return reading.rulebook.members.flatMap((entry) => {
    const { match } = entry.rule
    if (!isRuleOf(entry.rule, emit) || (match.access && match.access !== access)) return []
    const name = match.name.length
      ? match.name.includes(member)
      : !entry.like.name || entry.like.name.test(member)
    const holds = name && isImporting(reading.code, match) ? objectFit(reading, entry, object, at) : null
    if (!holds) return []
    const site: Site = { name: member, arguments: [], keywords: {}, at, line }
    return [{ ...holds, entry, rule: entry.rule, site, callee: null, matched: { read }, scope, items: [] }]
  })
}

type Fit = Pick<Recognised, 'certainty' | 'groups'>

/** Whether a member is of what the rule asks for. */
function objectFit(reading: Reading, entry: Entry, object: Value, at: At): Fit | null {
  const { receiver } = entry.rule.match
  const like = entry.like.receiver
  const origins = reading.tracer.trace(object, at).flatMap((trace) => reading.originsOf(trace, entry))
  if (receiver && origins.some((origin) => receiver.includes(origin)))
    return { certainty: 'certain', groups: {} }
  const fit = like && fitOf(like, origins)
  if (fit) return { certainty: 'certain', groups: fit.groups ?? {} }
  if (!receiver && !like && !entry.receiverName) return { certainty: 'certain', groups: {} }
  return origins.length === 0 && entry.receiverName?.test(reading.show(object))
    ? { certainty: 'likely', groups: {} }
    : null
}

/** Methods of a type that another file of the package declares: told apart from that type by its name alone. */
function ownerPlaces<E extends Emit>(reading: Reading, emit: E): readonly ElementPlace<E>[] {
  const { definitions } = reading.code.outline
  const entries = reading.rulebook.named.class.filter((entry) => entry.like.class && !entry.like.name)
  if (!entries.length || reading.code.language !== 'go') return []
  const owners = new Map(
    definitions.flatMap((each, index) => (each.owner ? [[each.owner, index] as const] : [])),
  )
  return [...owners].flatMap(([owner, index]) => {
    if (reading.code.typeNamed(owner)) return []
    return entries.flatMap((entry) => {
      const { match } = entry.rule
      const fit = entry.like.class?.exec(owner)
      if (!fit || !isRuleOf(entry.rule, emit) || !isImporting(reading.code, match)) return []
      const line = definitions[index]?.line ?? 0
      const site: Site = { name: owner, arguments: [], keywords: {}, at: { scope: index, line }, line }
      const found = { entry, rule: entry.rule, groups: fit.groups ?? {}, certainty: 'certain' as const }
      return [{ ...found, callee: null, site, matched: { owner }, scope: null, items: [] }]
    })
  })
}

function classPlaces<E extends Emit>(reading: Reading, emit: E, index: number): readonly ElementPlace<E>[] {
  const definition = reading.code.outline.definitions[index]
  if (!definition || !reading.rulebook.hasClasses) return []
  return classEntries(reading, definition).flatMap(({ entry, base, groups }) => {
    if (!isRuleOf(entry.rule, emit)) return []
    const at = { scope: index, line: definition.line }
    const site: Site = { name: baseName(base), arguments: [], keywords: {}, at, line: definition.line }
    const found = { entry, rule: entry.rule, groups, certainty: 'certain' as const, callee: null }
    return [{ ...found, site, matched: { class: index }, scope: definition.scope, items: [] }]
  })
}

/** `kafka.Message{Topic: "orders"}` */
function literalPlaces<E extends Emit>(reading: Reading, emit: E): readonly ElementPlace<E>[] {
  return literalSites(reading, emit).map(({ entry, rule, site, value }) => {
    const found = { entry, rule, groups: {}, certainty: 'certain' as const, callee: null }
    return { ...found, site, matched: { literal: value }, scope: site.at.scope, items: [] }
  })
}
