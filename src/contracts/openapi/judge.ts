import type { Change } from '../../domain/change.js'
import type { Line } from '../../domain/place.js'
import { findProperty } from '../shared/schema/schema.js'
import type { Difference } from './difference.js'
import type { DescriptionRule } from './rule.js'
import { elementOf, placeOf, touchOf } from './where.js'

type Growing = Omit<Change, 'elements' | 'touches'> & {
  readonly touches: Map<string, Change['touches'][number]>
}

/**
 * What rules make of differences. Differences with the same rule, the same lines and the same values have one cause, a
 * schema that many operations share: they are one change, with all the elements that it reaches.
 */
export function judge(
  rules: readonly DescriptionRule[],
  differences: readonly Difference[],
): readonly Change[] {
  const changes = new Map<string, Growing>()
  for (const difference of differences) {
    for (const rule of rules) {
      if (rule.about !== difference.aspect || !rule.spots.has(difference.spot)) continue
      if (isHidden(difference) || !rule.when(difference)) continue
      const key = causeOf(rule, difference)
      const change = changes.get(key) ?? firstSeen(rule, difference)
      changes.set(key, change)
      change.touches.set(elementOf(difference), touchOf(difference, rule.affects))
    }
  }
  return [...changes.values()].map(finished)
}

function firstSeen(rule: DescriptionRule, difference: Difference): Growing {
  const { id, reference, level, breaks, why, safeWhen } = rule
  return {
    rule: { id, reference, level, breaks, why, safeWhen },
    kind: 'openapi',
    element: elementOf(difference),
    text: `${placeOf(difference)}: ${rule.text(difference)}`,
    old: difference.old,
    new: difference.new,
    touches: new Map(),
  }
}

function finished({ touches, ...change }: Growing): Change {
  const more = touches.size - 1
  const also = more > 0 ? ` (and ${more} more ${more === 1 ? 'place' : 'places'} that share it)` : ''
  return {
    ...change,
    text: `${change.text}${also}`,
    elements: [...touches.keys()],
    touches: [...touches.values()],
  }
}

function causeOf(rule: DescriptionRule, difference: Difference): string {
  const { old, new: head, from, to, property } = difference
  // What stands nowhere (the schema `true`) has no place to share.
  const place = old || head ? `${spelt(old)} ${spelt(head)}` : elementOf(difference)
  return [rule.reference ?? rule.id, place, JSON.stringify([from, to]), property].join('|')
}

/** A read-only property is never sent and a write-only one never answered, so what is said of them there binds nobody. */
function isHidden({ pair, property, spot, aspect, from }: Difference): boolean {
  if (!pair || aspect === 'write-only') return false
  const side = property !== '' && from !== undefined && aspect === 'property' ? pair.old : pair.new
  const schema = property === '' ? side : findProperty(side, property)
  return schema?.node[spot.startsWith('response') ? 'writeOnly' : 'readOnly'] === true
}

function spelt(line: Line | null): string {
  return line ? `${line.path}:${line.line}` : '-'
}
