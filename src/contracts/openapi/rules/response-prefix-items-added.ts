import { appeared } from '../movement.js'
import { at, family } from '../rule.js'

export const responsePrefixItemsAdded = family({
  about: 'prefixItems',
  references: at('prefix-items-added', 'response-body', 'response-property'),
  level: 'breaking',
  why: 'A caller may get what it was promised never to get.',
  safeWhen: 'Callers cope with it, or the server never answers so.',
  when: appeared,
  text: () => 'the list has more places of its own',
})
