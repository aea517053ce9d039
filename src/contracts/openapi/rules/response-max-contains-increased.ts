import { rose } from '../movement.js'
import { at, family } from '../rule.js'

export const responseMaxContainsIncreased = family({
  about: 'maxContains',
  references: at('max-contains-increased', 'response-body', 'response-property'),
  level: 'breaking',
  why: 'A caller may get what it was promised never to get.',
  safeWhen: 'Callers cope with it, or the server never answers so.',
  when: rose,
  text: ({ from, to }) => `the greatest number of certain items rose from ${from} to ${to}`,
})
