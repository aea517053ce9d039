import type { ClientFact, FieldFact, Origin, Reference, RouteFact } from '../../domain/fact.js'
import { type Call, resolveCall } from './clients.js'
import type { FieldsOfModel } from './models.js'
import { findCalled, isKind, type Named } from './named.js'
import type { JoinRoute } from './routes.js'
import { joinSegments, segmentsOf, walkShape } from './shapes.js'
import { siteKey, type World } from './world.js'

/** A call that answers with a type, for those who only know the type. */
export type TypedAnswer = { readonly call: Call; readonly list: boolean }

/** All that explains where a field's value comes from. */
export type Explained = {
  readonly world: World
  readonly wrappers: Named<'wrapper'>
  readonly results: Named<'result'>
  readonly shapes: Named<'shape'>
  /** By the key of the site where the type is declared. */
  readonly answers: ReadonlyMap<string, readonly TypedAnswer[]>
  readonly joinRoute: JoinRoute
  readonly fieldsOfModel: FieldsOfModel
  readonly views: ReadonlySet<string>
}

type Found = { readonly origin: Origin; readonly field: string }

const maxDepth = 5

/** A field with an origin that stands for itself: an answer or a route's body. None when it cannot be traced to one. */
export function joinField(explained: Explained, path: string, fact: FieldFact): readonly FieldFact[] {
  const { shape, ...rest } = fact
  const spelt = shape ? spellBelow(explained, path, fact.field, shape) : fact.field
  const found = explain(explained, path, { origin: fact.origin, field: spelt }, 0)
  const calls = new Set(found.map(({ origin }) => JSON.stringify(origin)))
  // A type that several routes answer with does not tell which of them a value came from.
  const certainty = fact.origin.type === 'type' && calls.size > 1 ? 'likely' : fact.certainty
  const likeliest = fact.origin.type === 'type' ? readFirst(found) : found
  return likeliest
    .filter(({ field }) => /\w/.test(field))
    .map(({ origin, field }) => ({ ...rest, certainty, origin, field }))
}

/**
 * Of the answers that a type stands for, those that were asked for to be read, where there are such: what a program hands
 * around was got, while the answer to a change is used where the change is made, if at all.
 */
function readFirst(found: readonly Found[]): readonly Found[] {
  const got = found.filter(({ origin }) => 'method' in origin && /^(?:GET|ANY)$/.test(origin.method))
  return got.length > 0 ? got : found
}

function explain(
  explained: Explained,
  path: string,
  { origin, field }: Found,
  depth: number,
): readonly Found[] {
  if (depth > maxDepth) return []
  switch (origin.type) {
    case 'answer':
      return fromAnswer(explained, path, origin, field)
    case 'route':
      return routesAlike(explained, path, origin).map((route) => ({
        origin: { ...origin, path: route.path },
        field,
      }))
    case 'result':
      return fromResult(explained, path, { origin, field }, depth)
    case 'type':
      return fromType(explained, path, origin.name, field)
  }
}

function fromAnswer(
  { world, wrappers }: Explained,
  path: string,
  origin: Extract<Origin, { type: 'answer' }>,
  field: string,
): readonly Found[] {
  return resolveCall(world, wrappers, path, origin).flatMap((call) => {
    const rest = origin.through ? withoutMember(field, call.wrapper?.answer ?? []) : field
    return rest === null ? [] : [{ origin: answerOf(call), field: rest }]
  })
}

function answerOf({ method, path, base }: Call): Origin {
  return { type: 'answer', method, path, base }
}

/** `data.total` of a wrapper that returns the response is `total`; null for a member of the response itself. */
function withoutMember(field: string, members: readonly string[]): string | null {
  const [first, ...rest] = segmentsOf(field)
  const bare = members.map((each) => each.replace(/\(\)$/, ''))
  if (first !== undefined && bare.includes(first)) return joinSegments(rest)
  return bare.includes('data') && /^(?:status|statusText|headers|config|request)$/.test(first ?? '')
    ? null
    : field
}

function fromResult(
  explained: Explained,
  path: string,
  { origin, field }: Found,
  depth: number,
): readonly Found[] {
  if (origin.type !== 'result') return []
  const { world, results, shapes } = explained
  const called = { name: origin.function.name, owner: origin.owner, reference: resultReference(origin) }
  return findCalled(world, results, path, called).flatMap(({ path: at, fact: result }) => {
    const spelt = result.type ? walkShape(world, shapes, at, { type: result.type, field }).field : field
    const whole = joinSegments([...segmentsOf(result.field ?? ''), ...segmentsOf(spelt)])
    return explain(explained, at, { origin: result.origin, field: whole }, depth + 1)
  })
}

/** A method is looked for through its owner, which is the name that was imported. */
function resultReference(origin: Extract<Origin, { type: 'result' }>): Reference | null {
  if (origin.function.module === null) return null
  return { name: origin.owner ?? origin.function.name, module: origin.function.module }
}

/** Whoever reads a field of a type reads it of every answer of that type, and of those whose fields have the type. */
function fromType(explained: Explained, path: string, type: Reference, field: string): readonly Found[] {
  const { world, shapes, answers } = explained
  const { types } = walkShape(world, shapes, path, { type, field })
  return types.flatMap(({ site, field: rest }) =>
    (answers.get(siteKey(site)) ?? []).map(({ call, list }) => ({
      origin: answerOf(call),
      field: list && !rest.startsWith('[]') ? joinSegments(['[]', ...segmentsOf(rest)]) : rest,
    })),
  )
}

/** A field whose end lies below a declared type, with that end as the type's shape spells it. */
function spellBelow(
  { world, shapes }: Explained,
  path: string,
  field: string,
  shape: NonNullable<FieldFact['shape']>,
): string {
  if (!field.endsWith(shape.below)) return field
  const walked = walkShape(world, shapes, path, { type: shape.type, field: shape.below })
  return field.slice(0, field.length - shape.below.length) + walked.field
}

/** The final routes that a handler's fields belong to: those of its file with its method and its own path. */
function routesAlike(
  { world, joinRoute }: Explained,
  path: string,
  origin: Extract<Origin, { type: 'route' }>,
): readonly RouteFact[] {
  const facts = world.file(path)?.facts ?? []
  return facts.flatMap((fact) =>
    isKind(fact, 'route') && fact.method === origin.method && fact.path === origin.path
      ? joinRoute(path, fact)
      : [],
  )
}

/** Calls by the type that they answer with. */
export function answersByType(
  world: World,
  wrappers: Named<'wrapper'>,
): ReadonlyMap<string, readonly TypedAnswer[]> {
  const answers = new Map<string, TypedAnswer[]>()
  for (const { path, facts } of world.files) {
    for (const fact of facts.facts) {
      if (isKind(fact, 'client') && fact.answer) addAnswer(world, wrappers, { path, fact }, answers)
    }
  }
  return answers
}

type Located = { readonly path: string; readonly fact: ClientFact }

function addAnswer(
  world: World,
  wrappers: Named<'wrapper'>,
  { path, fact }: Located,
  answers: Map<string, TypedAnswer[]>,
): void {
  if (!fact.answer) return
  const calls = resolveCall(world, wrappers, path, fact)
  for (const site of world.resolve(path, fact.answer.type)) {
    const key = siteKey(site)
    const list = fact.answer.list
    answers.set(key, [...(answers.get(key) ?? []), ...calls.map((call) => ({ call, list }))])
  }
}
