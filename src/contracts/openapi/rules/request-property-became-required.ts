import { findProperty } from '../../shared/schema/schema.js'
import type { Difference } from '../difference.js'
import { family } from '../rule.js'

const idea = {
  about: 'required',
  level: 'breaking',
  why: 'A caller that leaves the property out is refused.',
  affects: 'missing',
} as const

function hasDefault({ pair, property }: Difference) {
  return pair !== null && findProperty(pair.new, property)?.node['default'] !== undefined
}

function spots(reference: string) {
  return { 'request-body': reference, 'request-property': reference }
}

export const requestPropertyBecameRequired = [
  ...family({
    ...idea,
    references: spots('request-property-became-required'),
    safeWhen: 'Every caller already sends it, or the server fills it in.',
    when: (difference) => difference.to === true && !hasDefault(difference),
    text: () => 'the property became required',
  }),
  ...family({
    ...idea,
    references: spots('request-property-became-required-with-default'),
    safeWhen: 'The server fills in the default where the property is left out; then it need not be required.',
    when: (difference) => difference.to === true && hasDefault(difference),
    text: () => 'the property became required, although it has a default',
  }),
  ...family({
    ...idea,
    references: {
      'request-parameter': 'request-header-property-became-required',
      'request-parameter-property': 'request-header-property-became-required',
    },
    safeWhen: 'Every caller already sends it, or the server fills it in.',
    when: ({ to, site }) => to === true && site.parameter?.new?.where === 'header',
    text: () => 'the property of the header became required',
  }),
]
