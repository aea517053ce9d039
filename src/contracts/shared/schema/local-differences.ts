import { listKeywords, type SchemaDifference } from './difference.js'
import { enumDifferences } from './enum-differences.js'
import { difference } from './one-difference.js'
import { propertyDifferences } from './property-differences.js'
import type { Schema, SchemaPair } from './schema.js'
import { matchSubschemas, type SameName, subschemaName } from './subschemas.js'
import { type Transition, transitionOf } from './transitions.js'
import { nullability, typeDifferences } from './type-differences.js'
import { valueDifferences } from './value-differences.js'

/** What differs between two schemas themselves; what differs inside the subschemas that both have is not said here. */
export function localDifferences(pair: SchemaPair, sameName: SameName): readonly SchemaDifference[] {
  if (pair.old.node === pair.new.node) return []
  const transition = transitionOf(pair)
  if (transition?.type === 'same') return []
  if (transition?.type === 'nullable') return [nullability(pair, transition.gained)]
  return [
    ...typeDifferences(pair, transition),
    ...enumDifferences(pair),
    ...valueDifferences(pair),
    ...listDifferences(pair, transition, sameName),
    ...propertyDifferences(pair, transition?.type === 'one-of-wrapping' ? transition.moved : []),
  ]
}

function listDifferences(pair: SchemaPair, transition: Transition | null, sameName: SameName) {
  return listKeywords.flatMap((keyword) => {
    // The transition tells what became of the structure; only the choice itself remains to be told.
    if (transition && !(transition.type === 'one-of-wrapping' && keyword === 'oneOf')) return []
    const { removed, added } = matchSubschemas(pair, keyword, sameName)
    const names = (list: readonly Schema[]) => list.map(subschemaName)
    return [
      ...(removed.length > 0 ? [difference(pair, keyword, { from: names(removed), to: undefined })] : []),
      ...(added.length > 0 ? [difference(pair, keyword, { from: undefined, to: names(added) })] : []),
    ]
  })
}
