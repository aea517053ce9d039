import { shown } from '../../shared/json.js'
import { appeared } from '../movement.js'
import { family } from '../rule.js'

export const responseEnumValueAdded = family({
  about: 'enum-value',
  references: {
    'response-property': 'response-property-enum-value-added',
    'response-body': 'response-property-enum-value-added',
  },
  level: 'risky',
  why: 'A caller that knows every value of the list meets one it does not know.',
  safeWhen: 'Callers have a way for values that they do not know.',
  when: appeared,
  text: ({ to }) => `the value \`${shown(to)}\` can now be answered`,
})
