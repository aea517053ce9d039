import { rose } from '../movement.js'
import { at, family } from '../rule.js'

export const minLengthIncreased = family({
  about: 'minLength',
  references: at('min-length-increased', 'request-body', 'request-property', 'request-parameter'),
  level: 'breaking',
  why: 'A caller that sends what was allowed until now is refused.',
  safeWhen: 'No caller sends what is no longer allowed.',
  when: rose,
  text: ({ from, to }) => `the least length rose from ${from} to ${to}`,
})
