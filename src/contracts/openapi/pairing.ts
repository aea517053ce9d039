import type { Renames } from '../../domain/change.js'
import { pathTemplate } from '../../domain/element.js'
import type { Description, Operation } from './read/operation.js'

/** Two versions of one description; one side is null for a description that came or went. */
export type DescriptionPair = { readonly old: Description; readonly new: Description | null }

export type OperationPair = { readonly old: Operation; readonly new: Operation }

/**
 * Which description at the head is which at the base: the same path, the path it was renamed to, or, for what is left,
 * the one that shares most operations, if it shares at least half.
 */
export function pairDescriptions(
  old: readonly Description[],
  head: readonly Description[],
  renames: Renames,
): readonly DescriptionPair[] {
  const free = new Map(head.map((each) => [each.path, each]))
  const take = (description: Description | undefined) => {
    if (description) free.delete(description.path)
    return description ?? null
  }
  const named = old.map((each) => ({
    old: each,
    new: take(free.get(renames.get(each.path) ?? each.path)),
  }))
  return named.map((pair) =>
    pair.new ? pair : { old: pair.old, new: take(mostAlike(pair.old, [...free.values()])) },
  )
}

function mostAlike(old: Description, candidates: readonly Description[]): Description | undefined {
  const keys = new Set(old.operations.map(operationKey))
  const shared = (each: Description) =>
    each.operations.filter((operation) => keys.has(operationKey(operation))).length
  const best = candidates.toSorted((a, b) => shared(b) - shared(a))[0]
  return best && shared(best) > 0 && shared(best) * 2 >= keys.size ? best : undefined
}

/** Equal for the same operation whatever its path parameters are called. */
export function operationKey({ method, template }: Pick<Operation, 'method' | 'template'>): string {
  return `${method} ${pathTemplate(template)}`
}

export type PairedOperations = {
  readonly pairs: readonly OperationPair[]
  readonly removed: readonly Operation[]
}

/** Pairs operations by path and method: the very same path before one that only calls its parameters otherwise. */
export function pairOperations(old: readonly Operation[], head: readonly Operation[]): PairedOperations {
  const exact = new Map(head.map((each) => [`${each.method} ${each.template}`, each]))
  const alike = new Map(head.map((each) => [operationKey(each), each]))
  const found = old.map((each) => ({
    old: each,
    new: exact.get(`${each.method} ${each.template}`) ?? alike.get(operationKey(each)) ?? null,
  }))
  return {
    pairs: found.flatMap((each) => (each.new ? [{ old: each.old, new: each.new }] : [])),
    removed: found.flatMap((each) => (each.new ? [] : [each.old])),
  }
}

/** What the path parameters of the base are called at the head, by their position in the path. */
export function parameterNames({ old, new: head }: OperationPair): ReadonlyMap<string, string> {
  const names = (template: string) => [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? '')
  const after = names(head.template)
  return new Map(names(old.template).map((name, index) => [name, after[index] ?? name]))
}
