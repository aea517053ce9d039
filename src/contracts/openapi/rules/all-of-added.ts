import { asList, shown } from '../../shared/json.js'
import { appeared } from '../movement.js'
import { at, family } from '../rule.js'

export const allOfAdded = family({
  about: 'allOf',
  references: at('all-of-added', 'request-body', 'request-property'),
  level: 'breaking',
  why: 'A caller that sends what was allowed until now is refused.',
  safeWhen: 'The new part asks for nothing that callers do not already send.',
  when: appeared,
  text: ({ to }) => `it must now also be ${asList(to).map(shown).join(' and ')}`,
})
