import { shown } from '../../shared/json.js'
import { appeared } from '../movement.js'
import { at, family } from '../rule.js'

export const patternPropertyAdded = family({
  about: 'pattern-property',
  references: at('pattern-property-added', 'request-body', 'request-property'),
  level: 'breaking',
  why: 'A caller that sends what was allowed until now is refused.',
  safeWhen: 'No caller sends what is no longer allowed.',
  when: appeared,
  text: ({ to }) => `properties that match \`${shown(to)}\` must now fit a schema`,
})
