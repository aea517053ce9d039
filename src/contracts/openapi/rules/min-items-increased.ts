import { rose } from '../movement.js'
import { at, family } from '../rule.js'

export const minItemsIncreased = family({
  about: 'minItems',
  references: at('min-items-increased', 'request-body', 'request-property', 'request-parameter'),
  level: 'breaking',
  why: 'A caller that sends what was allowed until now is refused.',
  safeWhen: 'No caller sends what is no longer allowed.',
  when: rose,
  text: ({ from, to }) => `the least number of items rose from ${from} to ${to}`,
})
