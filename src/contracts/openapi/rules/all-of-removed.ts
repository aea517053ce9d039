import { asList, shown } from '../../shared/json.js'
import { vanished } from '../movement.js'
import { at, family } from '../rule.js'

export const allOfRemoved = family({
  about: 'allOf',
  references: at('all-of-removed', 'request-body', 'request-property'),
  level: 'risky',
  why: 'What callers send by the part that went may be refused or no longer heard.',
  safeWhen: 'The server still understands it.',
  when: vanished,
  text: ({ from }) => `it need no longer be ${asList(from).map(shown).join(' and ')}`,
})
