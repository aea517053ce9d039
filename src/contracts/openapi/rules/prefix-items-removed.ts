import { vanished } from '../movement.js'
import { at, family } from '../rule.js'

export const prefixItemsRemoved = family({
  about: 'prefixItems',
  references: at('prefix-items-removed', 'request-body', 'request-property'),
  level: 'breaking',
  why: 'A caller that sends what was allowed until now is refused.',
  safeWhen: 'No caller sends what is no longer allowed.',
  when: vanished,
  text: () => 'the list has fewer places of its own',
})
