import { equivalent } from '../../shared/schema/equivalent.js'
import { childOf, type Schema, type SchemaPair, typesOf } from '../../shared/schema/schema.js'
import type { Difference } from '../difference.js'
import { isStronglyTyped } from '../media-type.js'
import type { Parameter } from '../read/operation.js'
import { at, family } from '../rule.js'
import { isNarrowed, typeName } from '../type-change.js'

function said({ pair }: Difference) {
  return pair ? `the type changed from ${typeName(pair.old)} to ${typeName(pair.new)}` : ''
}

const request = {
  about: 'type',
  why: 'A caller that sends the old type is refused.',
  safeWhen: 'The server still accepts the old type.',
  text: said,
} as const

export const requestTypeChanged = family({
  ...request,
  references: at('type-changed', 'request-body', 'request-property'),
  level: 'breaking',
  when: ({ pair, site }) => pair !== null && isNarrowed(pair, isStronglyTyped(site.mediaType)),
})

export const parameterTypeChanged = family({
  ...request,
  references: at('type-changed', 'request-parameter'),
  level: 'breaking',
  when: ({ pair, site }) =>
    pair !== null && isNarrowed(pair, false) && !isRepeated(pair, site.parameter?.new ?? null),
})

/** `?status=open` is also a list of one: a single value may become a list where a list is a repeated name. */
function isRepeated(pair: SchemaPair, parameter: Parameter | null): boolean {
  const items = childOf(pair.new, 'items')
  if (!parameter?.isFormExploded || !typesOf(pair.new).includes('array') || !items) return false
  return (
    typesOf(pair.old).length > 0 &&
    !isNarrowed({ old: pair.old, new: items }, false) &&
    sameBesidesType(pair.old, items)
  )
}

function sameBesidesType(one: Schema, other: Schema): boolean {
  const bare = (schema: Schema) => ({ ...schema, node: { ...schema.node, type: 'any', nullable: false } })
  return equivalent(bare(one), bare(other))
}

/** How an object in a parameter is written is not known: the two ways to read it may disagree. */
function readings({ pair }: Difference) {
  return [true, false].map((strict) => pair !== null && isNarrowed(pair, strict))
}

export const parameterPropertyTypeChanged = [
  ...family({
    ...request,
    references: at('type-specialized', 'request-parameter-property'),
    level: 'breaking',
    when: (difference) => readings(difference).every((each) => each),
  }),
  ...family({
    ...request,
    references: at('type-changed', 'request-parameter-property'),
    level: 'risky',
    when: (difference) => new Set(readings(difference)).size === 2,
  }),
]
