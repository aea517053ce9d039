import { appeared } from '../movement.js'
import { at, family } from '../rule.js'

export const unevaluatedPropertiesAdded = family({
  about: 'unevaluatedProperties',
  references: at('unevaluated-properties-added', 'request-body', 'request-property'),
  level: 'breaking',
  why: 'A caller that sends what was allowed until now is refused.',
  safeWhen: 'No caller sends what is no longer allowed.',
  when: appeared,
  text: () => 'all other properties must now fit a schema',
})
