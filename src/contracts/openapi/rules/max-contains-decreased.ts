import { fell } from '../movement.js'
import { at, family } from '../rule.js'

export const maxContainsDecreased = family({
  about: 'maxContains',
  references: at('max-contains-decreased', 'request-body', 'request-property'),
  level: 'breaking',
  why: 'A caller that sends what was allowed until now is refused.',
  safeWhen: 'No caller sends what is no longer allowed.',
  when: fell,
  text: ({ from, to }) => `the greatest number of certain items fell from ${from} to ${to}`,
})
