import { rose } from '../movement.js'
import { at, family } from '../rule.js'

export const minContainsIncreased = family({
  about: 'minContains',
  references: at('min-contains-increased', 'request-body', 'request-property'),
  level: 'breaking',
  why: 'A caller that sends what was allowed until now is refused.',
  safeWhen: 'No caller sends what is no longer allowed.',
  when: rose,
  text: ({ from, to }) => `the least number of certain items rose from ${from} to ${to}`,
})
