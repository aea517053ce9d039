import type { Scope } from '../../domain/outline.js'
import type { Walk } from '../shared/walk.js'

/** What a walk knows on its way: the namespace that it stands in, and the members of the classes around it. */
type Knowledge = { namespace: string; readonly members: Map<number, ReadonlySet<string>> }

const known = new WeakMap<Walk, Knowledge>()

function knowledgeOf(walk: Walk): Knowledge {
  const found = known.get(walk) ?? { namespace: '', members: new Map() }
  known.set(walk, found)
  return found
}

export function namespaceOf(walk: Walk): string {
  return knowledgeOf(walk).namespace
}

export function setNamespace(walk: Walk, namespace: string): void {
  knowledgeOf(walk).namespace = namespace
}

/** Says which names inside a class are its members. */
export function setMembers(walk: Walk, owner: number, names: ReadonlySet<string>): void {
  knowledgeOf(walk).members.set(owner, names)
}

/** Deeper than people nest functions. */
const maxDepth = 30

/**
 * What a bare name is a member of: `this` for one of the nearest class, the class for one of a class around that; null where
 * it is none, or a parameter. A name with `_` before it is a field by custom, perhaps of a class of another file.
 */
export function holderOf(walk: Walk, name: string): string | null {
  const { members } = knowledgeOf(walk)
  let at: Scope = walk.scope
  let isInside = false
  for (let depth = 0; at !== null && depth < maxDepth; depth++) {
    const names = members.get(at)
    const definition = walk.definitions[at]
    if (names?.has(name)) return isInside ? (definition?.name ?? '') : 'this'
    isInside ||= names !== undefined
    if (definition?.parameters.some((each) => each.name === name)) return null
    at = definition?.scope ?? null
  }
  return isInside && /^_[a-z]/.test(name) ? 'this' : null
}

/** Tells of a name that others know with its namespace before it. */
export function exportName(walk: Walk, name: string, local: string): void {
  const namespace = namespaceOf(walk)
  walk.exports.push({ name: namespace === '' ? name : `${namespace}.${name}`, local, module: null })
}
