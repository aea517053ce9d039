import type { FactOf, FieldFact, ModelOf, Origin, Reference, RouteFact } from '../../domain/fact.js'
import { findShapes, type Named } from './named.js'
import type { JoinRoute } from './routes.js'
import { innerType, joinSegments } from './shapes.js'
import type { World } from './world.js'

/** The fields that routes receive and answer with by the models of other files, where those declare them. */
export type FieldsOfModel = (path: string, shape: FactOf<'shape'>) => readonly FieldFact[]

/** A model as a part of a body: below which field, of which route. */
type Part = {
  readonly rule: string
  readonly origin: Extract<Origin, { type: 'route' }>
  readonly field: readonly string[]
}

/** Models inside models: deeper ones are rarely read, and one may hold itself. */
const maxDepth = 3

export function createModels(world: World, shapes: Named<'shape'>, joinRoute: JoinRoute): FieldsOfModel {
  const parts = new Map<string, Part[]>()
  for (const { path, facts } of world.files) {
    for (const fact of facts.facts) {
      if (fact.kind !== 'route' || !fact.models) continue
      const routes = joinRoute(path, fact)
      for (const model of fact.models)
        for (const route of routes) addParts({ world, shapes, parts }, { path, fact, model, route })
    }
  }
  return (path, shape) => (parts.get(keyOf(path, shape.name)) ?? []).flatMap((part) => fieldsOf(part, shape))
}

type Known = { readonly world: World; readonly shapes: Named<'shape'>; readonly parts: Map<string, Part[]> }

type Found = {
  readonly path: string
  readonly fact: RouteFact
  readonly model: ModelOf
  readonly route: RouteFact
}

function addParts(known: Known, { path, fact, model, route }: Found): void {
  const { method, path: at } = route
  const part = {
    rule: `${fact.rule.replace(/\..*$/, '')}.${model.side}`,
    origin: { type: 'route', method, path: at, side: model.side },
    field: model.list ? ['[]'] : [],
  } as const
  addModel(known, { path, type: model.type, own: path }, part, 0)
}

type At = { readonly path: string; readonly type: Reference; readonly own: string }

function addModel(known: Known, { path, type, own }: At, part: Part, depth: number): void {
  const { world, shapes, parts } = known
  const [found] = world.resolve(path, type).flatMap((site) => findShapes(shapes, site))
  if (!found) return
  // What the file of the route declares itself, it has told already.
  if (depth > 0 || found.path !== own) {
    const key = keyOf(found.path, found.fact.name)
    const around = parts.get(key)
    if (around) around.push(part)
    else parts.set(key, [part])
  }
  if (depth >= maxDepth) return
  for (const field of found.fact.fields) {
    const inner = innerType(field.type)
    if (!inner) continue
    const items = isList(field.type) ? ['[]'] : []
    const below = { ...part, field: [...part.field, field.name, ...items] }
    addModel(known, { path: found.path, type: inner, own }, below, depth + 1)
  }
}

function isList(type: string): boolean {
  return /\[\]|\b(?:List|Set|Collection|Iterable|Flux|Stream)\b/.test(type)
}

function keyOf(path: string, name: string): string {
  return `${path}\n${name}`
}

function fieldsOf({ rule, origin, field }: Part, { fields }: FactOf<'shape'>): readonly FieldFact[] {
  return fields.map(({ name, line }) => ({
    kind: 'field',
    line,
    rule,
    certainty: 'certain',
    access: origin.side === 'response' ? 'write' : 'read',
    field: joinSegments([...field, name]),
    origin,
  }))
}
