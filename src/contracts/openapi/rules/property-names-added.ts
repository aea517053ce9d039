import { appeared } from '../movement.js'
import { at, family } from '../rule.js'

export const propertyNamesAdded = family({
  about: 'propertyNames',
  references: at('property-names-added', 'request-body', 'request-property'),
  level: 'breaking',
  why: 'A caller that sends what was allowed until now is refused.',
  safeWhen: 'No caller sends what is no longer allowed.',
  when: appeared,
  text: () => 'the names of properties are now restricted',
})
