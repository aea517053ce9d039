import { appeared } from '../movement.js'
import { at, family } from '../rule.js'

export const minSet = family({
  about: 'minimum',
  references: at('min-set', 'request-body', 'request-property', 'request-parameter'),
  level: 'risky',
  why: 'A caller that sends less than the new limit is refused.',
  safeWhen: 'The limit only writes down what was always refused.',
  when: appeared,
  text: ({ to }) => `the minimum is now ${to}; there was none`,
})
