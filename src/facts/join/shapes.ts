import type { FactOf, Reference } from '../../domain/fact.js'
import { findShapes, type Named } from './named.js'
import type { Site, World } from './world.js'

/** A path through the fields of a type: as the wire spells it, and every type that it passes, with what is left from there. */
export type Walked = {
  readonly field: string
  readonly types: readonly { readonly site: Site; readonly field: string }[]
}

/** Follows a field's path (`customer.Email`) through the shapes of types, turning local names into those of the wire. */
export function walkShape(
  world: World,
  shapes: Named<'shape'>,
  path: string,
  start: { readonly type: Reference; readonly field: string },
): Walked {
  const types: { site: Site; segments: string[] }[] = []
  const spelt: string[] = []
  let current = enter(world, shapes, path, start.type)
  for (const segment of segmentsOf(start.field)) {
    const field = current?.shape?.fields.find((each) => each.local === segment || each.name === segment)
    const name = segment === '[]' ? '[]' : (field?.name ?? segment)
    if (current) types.push({ site: current.site, segments: [] })
    spelt.push(name)
    for (const each of types) each.segments.push(name)
    if (segment !== '[]')
      current = field && current ? enter(world, shapes, current.path, innerType(field.type)) : null
  }
  return {
    field: joinSegments(spelt),
    types: types.map(({ site, segments }) => ({ site, field: joinSegments(segments) })),
  }
}

/** A type where it is declared; its fields belong to the file at `path`. */
type Entered = { readonly site: Site; readonly path: string; readonly shape: FactOf<'shape'> | null }

function enter(world: World, shapes: Named<'shape'>, path: string, type: Reference | null): Entered | null {
  const sites = type ? world.resolve(path, type) : []
  for (const site of sites) {
    const [found] = findShapes(shapes, site)
    if (found) return { site, path: found.path, shape: found.fact }
  }
  const [site] = sites
  return site ? { site, path, shape: null } : null
}

/** The name in a field's type as written: `Money` in `Money[]`, `[]*Money`, `list[Money] | None`, `Optional[Money]`. */
export function innerType(text: string): Reference | null {
  const bare = text.replace(
    /\b(?:Promise|Array|ReadonlyArray|list|List|Optional|Partial|Required|Readonly|Set|I(?:Async)?Enumerable|I?(?:ReadOnly)?(?:List|Collection)|HashSet|Task|ActionResult|Nullable|Collection|Iterable|ResponseEntity|Mono|Flux)\b/g,
    ' ',
  )
  const names =
    bare
      .match(/[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*/g)
      ?.filter((each) => !/^(?:null|undefined|None)$/.test(each)) ?? []
  const [name] = names
  if (name === undefined || names.length > 1) return null
  return { name: name.slice(name.lastIndexOf('.') + 1), module: null }
}

/** `items[].price` in its steps: `items`, `[]`, `price`. */
export function segmentsOf(field: string): readonly string[] {
  return field
    .split('.')
    .flatMap((part) => part.split(/(?=\[\])/))
    .flatMap((part) => (part.startsWith('[]') && part !== '[]' ? ['[]', part.slice(2)] : [part]))
    .filter((part) => part !== '')
}

export function joinSegments(segments: readonly string[]): string {
  return segments.reduce(
    (path, each) => (each === '[]' ? `${path}[]` : path === '' ? each : `${path}.${each}`),
    '',
  )
}
