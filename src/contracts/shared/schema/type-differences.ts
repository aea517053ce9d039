import type { SchemaDifference } from './difference.js'
import { difference } from './one-difference.js'
import { type SchemaPair, typesOf } from './schema.js'
import { acceptsNull, type Transition } from './transitions.js'

/** What differs in the types: told as the transition that explains it, or as types and null. */
export function typeDifferences(
  pair: SchemaPair,
  transition: Transition | null,
): readonly SchemaDifference[] {
  return [...(transition ? [told(pair, transition)] : plainTypes(pair)), ...nullabilityDifferences(pair)]
}

function told(pair: SchemaPair, transition: Transition): SchemaDifference {
  switch (transition.type) {
    case 'list-of-types':
      return difference(pair, 'list-of-types', {
        from: transition.removed,
        to: transition.added,
        keyword: 'type',
      })
    case 'one-of-wrapping':
      return difference(pair, 'one-of-wrapping', { from: undefined, to: transition.moved, keyword: 'oneOf' })
    default:
      return nullability(pair, true)
  }
}

export function nullability(pair: SchemaPair, gained: boolean): SchemaDifference {
  const keyword = 'nullable' in pair.old.node || 'nullable' in pair.new.node ? 'nullable' : 'type'
  return difference(pair, 'nullable', { from: !gained, to: gained, keyword })
}

function nullabilityDifferences(pair: SchemaPair): readonly SchemaDifference[] {
  const [before, after] = [acceptsNull(pair.old), acceptsNull(pair.new)]
  // A schema without types accepts everything, null too: it neither gains nor loses it.
  const isOpen = [pair.old, pair.new].some((each) => !('nullable' in each.node) && typesOf(each).length === 0)
  const isSaid = 'nullable' in pair.old.node || 'nullable' in pair.new.node || !isOpen
  return before !== after && isSaid ? [nullability(pair, after)] : []
}

function plainTypes(pair: SchemaPair): readonly SchemaDifference[] {
  const [before, after] = [typesOf(pair.old), typesOf(pair.new)]
  const changed = [...before.filter((t) => !after.includes(t)), ...after.filter((t) => !before.includes(t))]
  const isFormat = (pair.old.node['format'] ?? '') !== (pair.new.node['format'] ?? '')
  // A type that only gains or loses null is told as nullability.
  if (!isFormat && changed.every((type) => type === 'null')) return []
  const keyword = changed.length > 0 ? 'type' : 'format'
  return [difference(pair, 'type', { from: [...before], to: [...after], keyword })]
}
