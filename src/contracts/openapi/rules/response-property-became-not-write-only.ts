import { requires } from '../../shared/schema/schema.js'
import { family } from '../rule.js'

export const responsePropertyBecameNotWriteOnly = family({
  about: 'write-only',
  references: {
    'response-body': 'response-required-property-became-not-write-only',
    'response-property': 'response-required-property-became-not-write-only',
  },
  level: 'risky',
  why: 'What was only ever sent is now answered too, perhaps a secret.',
  safeWhen: 'The value is meant to be read.',
  when: ({ to, pair, property }) => to === false && pair !== null && requires(pair.old, property),
  text: () => 'the property was write-only and is now answered',
})
