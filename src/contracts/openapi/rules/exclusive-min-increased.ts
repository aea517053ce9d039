import { rose } from '../movement.js'
import { at, family } from '../rule.js'

export const exclusiveMinIncreased = family({
  about: 'exclusiveMinimum',
  references: at('exclusive-min-increased', 'request-body', 'request-property', 'request-parameter'),
  level: 'breaking',
  why: 'A caller that sends what was allowed until now is refused.',
  safeWhen: 'No caller sends what is no longer allowed.',
  when: rose,
  text: ({ from, to }) => `the exclusive minimum rose from ${from} to ${to}`,
})
