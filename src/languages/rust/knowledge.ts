import type { SyntaxNode } from '../../domain/outline.js'
import type { Walk } from '../shared/walk.js'

/** What is known of a file beside its outline while it is walked. */
type Known = {
  /** Modules that are written inside this file: their names lead nowhere else. */
  readonly inlineModules: Set<string>
  /** Modules that paths name without a `use`, by how the outline spells them, with the line of the first. */
  readonly modules: Map<string, number>
  /** Types that are named by a whole path: the module of each. */
  readonly types: Map<string, { readonly module: string; readonly line: number }>
  /** The type that an `impl` is of. */
  owner: string | null
  /** Attributes of the item that comes next. */
  attributes: readonly SyntaxNode[]
}

const known = new WeakMap<Walk, Known>()

export function knownOf(walk: Walk): Known {
  const found = known.get(walk) ?? {
    inlineModules: new Set(),
    modules: new Map(),
    types: new Map(),
    owner: null,
    attributes: [],
  }
  known.set(walk, found)
  return found
}

/** The attributes of the item that is walked now; whoever takes them is the one they stand on. */
export function takeAttributes(walk: Walk): readonly SyntaxNode[] {
  const found = knownOf(walk)
  const { attributes } = found
  found.attributes = []
  return attributes
}

/** Does the work as the inside of an `impl` or a `trait`. */
export function insideOwner(walk: Walk, owner: string, work: () => void): void {
  const found = knownOf(walk)
  const outer = found.owner
  found.owner = owner
  work()
  found.owner = outer
}
