import { appeared } from '../movement.js'
import { at, family } from '../rule.js'

export const maxSet = family({
  about: 'maximum',
  references: at('max-set', 'request-body', 'request-property', 'request-parameter'),
  level: 'risky',
  why: 'A caller that sends more than the new limit is refused.',
  safeWhen: 'The limit only writes down what was always refused.',
  when: appeared,
  text: ({ to }) => `the maximum is now ${to}; there was none`,
})
