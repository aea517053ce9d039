import type { Scope } from '../../domain/outline.js'
import type { Walk } from './walk.js'

/** What a class declares for its own code: which of its fields are constants of the class, and its methods. */
export type Members = {
  readonly name: string
  readonly fields: ReadonlySet<string>
  readonly constants: ReadonlySet<string>
  readonly methods: ReadonlySet<string>
}

type Known = {
  readonly classes: Map<number, Members>
  /** Names of local variables by the function that they are local to. */
  readonly locals: Map<number, Set<string>>
}

const known = new WeakMap<Walk, Known>()

function knownOf(walk: Walk): Known {
  const found = known.get(walk) ?? { classes: new Map(), locals: new Map() }
  known.set(walk, found)
  return found
}

/** Tells what a class declares, before its inside is walked. */
export function declareMembers(walk: Walk, definition: number, members: Members): void {
  knownOf(walk).classes.set(definition, members)
}

export function declareLocal(walk: Walk, name: string): void {
  if (walk.scope === null) return
  const { locals } = knownOf(walk)
  const names = locals.get(walk.scope)
  if (names) names.add(name)
  else locals.set(walk.scope, new Set([name]))
}

/** What a bare name means where it stands: itself when it is local, `this.total` for a field, `Orders.PATH` for a constant. */
export function resolved(walk: Walk, name: string): string {
  const { classes, locals } = knownOf(walk)
  let isOwnObject = true
  for (let at: Scope = walk.scope; at !== null; at = walk.definitions[at]?.scope ?? null) {
    const members = classes.get(at)
    if (members?.constants.has(name)) return `${members.name}.${name}`
    if (members?.fields.has(name)) return isOwnObject ? `this.${name}` : name
    if (members) isOwnObject = false
    else if (locals.get(at)?.has(name) || walk.definitions[at]?.parameters.some((each) => each.name === name))
      return name
  }
  return name
}

/** The class whose code this is; null outside of any. */
export function membersAround(walk: Walk): Members | null {
  const { classes } = knownOf(walk)
  for (let at: Scope = walk.scope; at !== null; at = walk.definitions[at]?.scope ?? null) {
    const members = classes.get(at)
    if (members) return members
  }
  return null
}
