import type { Controller, ControllerGuard, FieldFact, RouteFact } from '../../domain/fact.js'
import { type Site, siteKey, type World } from './world.js'

/** What classes say of the routes that they handle and other files declare. */
export type Handlers = {
  /** A route with the guards of the class that handles it; null where that class has no such method. */
  handled(path: string, route: RouteFact): RouteFact | null
  /** What is known of bodies in one file, by the routes that were handled until now. */
  fields(path: string): readonly FieldFact[]
}

type Placed = { readonly path: string; readonly controller: Controller }
/** A class after what it extends, as far as that is known. */
type Chain = { readonly known: readonly Placed[]; readonly complete: boolean }

const maxDepth = 8

export function createHandlers(world: World): Handlers {
  const controllers = indexControllers(world)
  const routes = new Map<Controller, Map<string, RouteFact[]>>()
  return {
    handled: (path, route) => {
      const { handles, ...rest } = route
      if (!handles) return route
      const sites = world.resolve(path, { name: handles.owner, module: null })
      const chain = sites
        .map((site) => chainOf(world, controllers, site, 0))
        .find(({ known }) => known.length > 0)
      if (!chain) return rest
      const actor = chain.known.findLast(({ controller }) => actionOf(controller, handles.method))
      if (!actor && handles.implied && chain.complete) return null
      const guards = [...rest.guards, ...guardsOf(chain, handles.method)]
      const handled = { ...rest, guards }
      if (actor) remember(routes, actor.controller, handles.method, handled)
      return handled
    },
    fields: (path) =>
      (world.file(path)?.controllers ?? []).flatMap((controller) =>
        [...(routes.get(controller) ?? [])].flatMap(([method, handled]) =>
          handled.flatMap((route) => fieldsOf(controller, method, route)),
        ),
      ),
  }
}

function indexControllers(world: World): ReadonlyMap<string, readonly Placed[]> {
  const index = new Map<string, Placed[]>()
  for (const { path, facts } of world.files) {
    for (const controller of facts.controllers ?? []) {
      const key = siteKey({ unit: world.unitOf(path), name: controller.name })
      index.set(key, [...(index.get(key) ?? []), { path, controller }])
    }
  }
  return index
}

/** What a class extends and includes, the farthest first, and the class itself. */
function chainOf(
  world: World,
  controllers: ReadonlyMap<string, readonly Placed[]>,
  site: Site,
  depth: number,
): Chain {
  const own = controllers.get(siteKey(site)) ?? []
  if (!own.length || depth > maxDepth) return { known: [], complete: false }
  const [base, ...included] = world.bases(site)
  const above = base && chainOf(world, controllers, base, depth + 1)
  const beside = included.flatMap((each) => chainOf(world, controllers, each, depth + 1).known)
  const complete = above?.known.length ? above.complete : own.some(({ controller }) => controller.isBare)
  return { known: [...(above?.known ?? []), ...beside, ...own], complete }
}

function actionOf(controller: Controller, method: string) {
  return controller.actions.find((each) => each.name === method)
}

function guardsOf({ known }: Chain, method: string): readonly string[] {
  const guards = known.flatMap(({ controller }) => controller.guards).filter((guard) => holds(guard, method))
  const kept = new Set<string>()
  for (const { guard, removes } of guards) {
    if (removes) kept.delete(guard)
    else kept.add(guard)
  }
  return [...kept]
}

function holds({ only, except }: ControllerGuard, method: string): boolean {
  return (only === null || only.includes(method)) && !(except?.includes(method) ?? false)
}

function remember(
  routes: Map<Controller, Map<string, RouteFact[]>>,
  controller: Controller,
  method: string,
  route: RouteFact,
): void {
  const known = routes.get(controller) ?? new Map<string, RouteFact[]>()
  routes.set(controller, known)
  known.set(method, [...(known.get(method) ?? []), route])
}

function fieldsOf(
  controller: Controller,
  name: string,
  { method, path, rule }: RouteFact,
): readonly FieldFact[] {
  const action = actionOf(controller, name)
  const [framework = ''] = rule.split('.')
  const within = `${controller.name}.${name}`
  const common = { kind: 'field', certainty: 'certain', within } as const
  const takesBody = /^(?:POST|PUT|PATCH|ANY)$/.test(method)
  const received = (takesBody ? (action?.received ?? []) : []).map(
    (field): FieldFact => ({
      ...common,
      line: field.line,
      rule: `${framework}.request`,
      access: 'read',
      field: field.name,
      origin: { type: 'route', method, path, side: 'request' },
    }),
  )
  const answered = (action?.answered ?? []).map(
    (field): FieldFact => ({
      ...common,
      line: field.line,
      rule: `${framework}.response`,
      access: 'write',
      field: field.name,
      origin: { type: 'route', method, path, side: 'response' },
    }),
  )
  return [...received, ...answered]
}
