import type { ElementFact } from '../../domain/element-fact.js'
import type { Fact } from '../../domain/fact.js'
import type { World } from './world.js'

/** A GraphQL fact with the types that the schema of its repository gives to its path. */
export type JoinSelection = (path: string, fact: ElementFact) => ElementFact

/** A path from an operation (`query orders.items`), or of more than one field from a type (`Order.items.total`). */
const selection = /^graphql (?:(query|mutation|subscription) )?(\w+(?:\.\w+)*)((?:\(\w+\))?(?:\.\w+)*)$/

/** What schemas say, all files of the repository together: several types where files contradict each other. */
type Schema = {
  readonly roots: ReadonlyMap<string, ReadonlySet<string>>
  /** By `Order.items`, and `Query.orders(first)` for an argument: what it is of, without lists and marks. */
  readonly types: ReadonlyMap<string, ReadonlySet<string>>
  /** Types that have fields. */
  readonly owners: ReadonlySet<string>
}

/**
 * Finds the field of a type that a selection means: `graphql query orders.items.total` is `graphql Item.total`. It must begin
 * with a field that the schema of this repository has, since an operation may be for another service, and go through types
 * that are told without contradiction; else it keeps its spelling and is likely. A last field that its type does not have
 * stands as that type's, likely: so a field that is being removed still has its readers. Where most operations of a file are
 * not of this schema, none of it is certain.
 */
export function createSelectionJoin(world: World): JoinSelection {
  let known: { readonly schema: Schema; readonly foreign: ReadonlySet<string> } | null = null
  return (file, fact) => {
    if (fact.action === 'declares' || fact.action === 'serves') return fact
    known ??= knownOf(world)
    const joined = joinFact(known.schema, fact)
    return known.foreign.has(file) ? { ...joined, certainty: 'likely' } : joined
  }
}

function joinFact(schema: Schema, fact: ElementFact): ElementFact {
  const [, operation, path = '', tail = ''] = selection.exec(fact.element) ?? []
  const isPlain = path.split('.').length <= 2 && !tail.includes('.')
  if (path === '' || (operation === undefined && isPlain)) return fact
  const start = operation === undefined ? null : (schema.roots.get(operation) ?? new Set())
  const found = resolve(schema, start, stepsOf(path, tail))
  if (!found) return { ...fact, certainty: 'likely' }
  const certainty = found.isDeclared ? fact.certainty : 'likely'
  return { ...fact, element: `graphql ${found.element}`, certainty }
}

function knownOf(world: World): { readonly schema: Schema; readonly foreign: ReadonlySet<string> } {
  const schema = schemaOf(world)
  const foreign = world.files.filter(({ facts }) => {
    const calls = facts.facts.flatMap((fact) => (isRoot(fact) ? [joinFact(schema, fact).element] : []))
    return calls.filter((element) => !element.includes('.')).length * 2 > calls.length
  })
  return { schema, foreign: new Set(foreign.map(({ path }) => path)) }
}

function isRoot(fact: Fact): fact is ElementFact {
  return fact.kind === 'graphql' && /^graphql (?:query|mutation|subscription) \w+$/.test(fact.element)
}

/** `orders.items(first).total` has the steps `.orders`, `.items`, `(first)`, `.total`. */
function stepsOf(path: string, tail: string): readonly string[] {
  return `.${path}${tail}`.match(/\.\w+|\(\w+\)/g) ?? []
}

type Found = { readonly element: string; readonly isDeclared: boolean }

/** Follows a path from these types, or from the type that it begins with. */
function resolve(schema: Schema, start: ReadonlySet<string> | null, steps: readonly string[]): Found | null {
  let owners = start ?? new Set([(steps[0] ?? '').slice(1)])
  const rest = start ? steps : steps.slice(1)
  for (const [index, step] of rest.entries()) {
    const next = rest[index + 1]
    const spelt = [...owners].map((owner) => `${owner}${step}`)
    const known = spelt.filter((each) => schema.types.has(each))
    if (next === undefined) return foundOf(schema, known, start !== null && index === 0 ? [] : spelt)
    // An argument belongs to its field, not to the field's type.
    owners = next.startsWith('(') ? new Set(known) : typesOf(schema, known)
    if (owners.size === 0) return null
  }
  return null
}

function foundOf({ owners }: Schema, known: readonly string[], spelt: readonly string[]): Found | null {
  if (known.length > 1) return null
  const [element = spelt.length === 1 ? spelt[0] : undefined] = known
  if (element === undefined || !owners.has(element.replace(/\..*/, ''))) return null
  return { element, isDeclared: known.length === 1 }
}

function typesOf({ types }: Schema, known: readonly string[]): ReadonlySet<string> {
  return new Set(known.flatMap((each) => [...(types.get(each) ?? [])]))
}

const defaultRoots: readonly (readonly [string, string])[] = [
  ['query', 'Query'],
  ['mutation', 'Mutation'],
  ['subscription', 'Subscription'],
]

function schemaOf({ files }: World): Schema {
  const roots = new Map<string, Set<string>>()
  const types = new Map<string, Set<string>>()
  for (const { facts } of files) {
    for (const fact of facts.facts) {
      if (fact.kind !== 'graphql' || fact.action !== 'declares') continue
      const name = fact.element.slice('graphql '.length)
      const type = (fact.details?.type ?? '').replace(/[[\]!]/g, '')
      if (name.startsWith('schema.')) add(roots, name.slice('schema.'.length), type)
      else if (name.includes('.')) add(types, name, type)
    }
  }
  for (const [operation, type] of defaultRoots) if (!roots.has(operation)) add(roots, operation, type)
  return { roots, types, owners: new Set([...types.keys()].map((each) => each.replace(/\..*/, ''))) }
}

function add(index: Map<string, Set<string>>, key: string, value: string): void {
  const known = index.get(key)
  if (known) known.add(value)
  else index.set(key, new Set([value]))
}
