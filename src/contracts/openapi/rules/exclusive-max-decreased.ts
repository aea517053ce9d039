import { fell } from '../movement.js'
import { at, family } from '../rule.js'

export const exclusiveMaxDecreased = family({
  about: 'exclusiveMaximum',
  references: at('exclusive-max-decreased', 'request-body', 'request-property', 'request-parameter'),
  level: 'breaking',
  why: 'A caller that sends what was allowed until now is refused.',
  safeWhen: 'No caller sends what is no longer allowed.',
  when: fell,
  text: ({ from, to }) => `the exclusive maximum fell from ${from} to ${to}`,
})
