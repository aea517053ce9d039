import { appeared } from '../movement.js'
import { at, family } from '../rule.js'

export const unevaluatedItemsAdded = family({
  about: 'unevaluatedItems',
  references: at('unevaluated-items-added', 'request-body', 'request-property'),
  level: 'breaking',
  why: 'A caller that sends what was allowed until now is refused.',
  safeWhen: 'No caller sends what is no longer allowed.',
  when: appeared,
  text: () => 'all other items must now fit a schema',
})
