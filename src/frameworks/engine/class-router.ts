import type { GroupRule } from '../../domain/framework.js'
import { constantOf } from './environment.js'
import { itemsAt } from './items.js'
import type { Reading } from './reading.js'
import { decoratorSite, type Recognised } from './recognise.js'
import { guardText, joinPaths, namedPath, type Router } from './router.js'
import { type Taken, takeFirst } from './take.js'

/**
 * What decorates a method's class says where its routes live: `@Controller('orders')`, one router for each path and version.
 * Null where no rule knows a decorator of the class.
 */
export function classRouters(reading: Reading, method: number | null): readonly Router[] | null {
  const { definitions } = reading.code.outline
  const owner = method === null ? null : (definitions[method]?.owner ?? null)
  const around = definitions.findIndex((each) => each.kind === 'class' && each.name === owner)
  if (method === null || owner === null || around < 0) return null
  const groups = groupsOn(reading, around)
  const [group] = groups
  const guards = [...guardsOn(reading, around), ...guardsOn(reading, method)]
  if (!group) return guards.length ? [{ ...nowhere, guards }] : null
  const versions = versionsOf(reading, groupsOn(reading, method)) ?? versionsOf(reading, groups) ?? []
  const places = placesOf(reading, group)
  // A prefix of which nothing is known: nor is where its routes live, and nothing is said of them.
  const prefixes = places.length ? places.flatMap((taken) => namedPath(reading, taken, '!') ?? []) : ['']
  return (versions.length ? versions : ['']).flatMap((version) =>
    prefixes.map((prefix) => ({
      receiver: owner,
      ownPrefix: '',
      prefix: joinPaths(`/${version}`, prefix),
      guards,
    })),
  )
}

const nowhere = { receiver: null, ownPrefix: '', prefix: '' }

/**
 * What handles the route that a decorator tells of: what it decorates. On a class it is a prefix where a rule of groups says
 * so, or else the route of the method by which the class itself is called: null, and the class's own router.
 */
export function decoratedHandler(
  reading: Reading,
  decorator: number,
  invoked: string | undefined,
): { readonly target: number; readonly routers: readonly Router[] | null } | null {
  const target = reading.code.outline.decorators[decorator]?.target ?? -1
  const definition = reading.code.outline.definitions[target]
  const isGroup = groupsOn(reading, target).some((each) => each.decorator === decorator)
  if (definition?.kind !== 'class' || !isGroup) return { target, routers: classRouters(reading, target) }
  const method = invoked === undefined ? null : reading.code.method(definition.name, invoked)
  if (method === null || hasRoutes(reading, target)) return null
  const guards = [...guardsOn(reading, target), ...guardsOn(reading, method)]
  return { target: method, routers: [{ ...nowhere, guards }] }
}

/** Whether a method of a class is decorated as a route. */
function hasRoutes(reading: Reading, around: number): boolean {
  const { decorators, definitions } = reading.code.outline
  return reading
    .decorations('route')
    .some(({ decorator }) => definitions[decorators[decorator]?.target ?? -1]?.scope === around)
}

type Decoration = { readonly decorator: number; readonly found: Recognised<GroupRule> }

function groupsOn(reading: Reading, definition: number): readonly Decoration[] {
  return reading.decorations('group').filter(({ decorator }) => isOn(reading, decorator, definition))
}

function isOn(reading: Reading, decorator: number, definition: number): boolean {
  const each = reading.code.outline.decorators[decorator]
  return each?.target === definition && each.on === undefined
}

function placesOf(reading: Reading, { decorator, found }: Decoration): readonly Taken[] {
  return takenAt(reading, decorator, found, found.rule.prefix)
}

/** `v1` for the version `1`; null where nothing is said of versions, and none for what has no number (`VERSION_NEUTRAL`). */
function versionsOf(reading: Reading, groups: readonly Decoration[]): readonly string[] | null {
  const taken = groups.flatMap(({ decorator, found }) =>
    takenAt(reading, decorator, found, found.rule.versions ?? []),
  )
  if (!taken.length) return null
  return taken
    .map(({ value, at }) => constantOf(reading, value, at) ?? '')
    .filter((version) => /\d/.test(version))
    .map((version) => `v${version}`)
}

function takenAt(
  reading: Reading,
  decorator: number,
  { callee }: Recognised<GroupRule>,
  from: GroupRule['prefix'],
): readonly Taken[] {
  const each = reading.code.outline.decorators[decorator]
  const taken = each ? takeFirst(reading.tracer, from, decoratorSite(reading.code, each), callee) : null
  return taken ? (itemsAt(reading, taken) ?? [taken]) : []
}

function guardsOn(reading: Reading, definition: number): readonly string[] {
  return reading
    .decorations('guard')
    .filter(({ decorator }) => isOn(reading, decorator, definition))
    .flatMap(({ decorator }) => reading.code.outline.decorators[decorator]?.arguments ?? [])
    .map((value) => guardText(reading, value))
}
