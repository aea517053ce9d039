import { findProperty, requires } from '../../shared/schema/schema.js'
import type { Difference } from '../difference.js'
import { family } from '../rule.js'

const idea = {
  about: 'property',
  level: 'breaking',
  why: 'A caller that does not know the property leaves it out and is refused.',
  affects: 'missing',
} as const

function isNewAndRequired({ from, to, pair, property }: Difference) {
  return from === undefined && to !== undefined && pair !== null && requires(pair.new, property)
}

function hasDefault({ pair, property }: Difference) {
  return pair !== null && findProperty(pair.new, property)?.node['default'] !== undefined
}

function spots(reference: string) {
  return { 'request-body': reference, 'request-property': reference }
}

export const requestPropertyAdded = [
  ...family({
    ...idea,
    references: spots('new-required-request-property'),
    safeWhen: 'The property is optional, or the server fills in what old callers leave out.',
    when: (difference) => isNewAndRequired(difference) && !hasDefault(difference),
    text: () => 'the new property is required',
  }),
  ...family({
    ...idea,
    references: spots('new-required-request-property-with-default'),
    safeWhen: 'The server fills in the default where the property is left out; then it need not be required.',
    when: (difference) => isNewAndRequired(difference) && hasDefault(difference),
    text: () => 'the new property is required, although it has a default',
  }),
  ...family({
    ...idea,
    references: {
      'request-parameter': 'new-required-request-header-property',
      'request-parameter-property': 'new-required-request-header-property',
    },
    safeWhen: 'The property is optional, or the server fills in what old callers leave out.',
    when: (difference) => isNewAndRequired(difference) && difference.site.parameter?.new?.where === 'header',
    text: () => 'the new property of the header is required',
  }),
]
