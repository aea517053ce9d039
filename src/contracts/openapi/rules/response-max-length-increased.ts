import { rose } from '../movement.js'
import { at, family } from '../rule.js'

export const responseMaxLengthIncreased = family({
  about: 'maxLength',
  references: at('max-length-increased', 'response-body', 'response-property'),
  level: 'breaking',
  why: 'A caller may get what it was promised never to get.',
  safeWhen: 'Callers cope with it, or the server never answers so.',
  when: rose,
  text: ({ from, to }) => `the greatest length rose from ${from} to ${to}`,
})
