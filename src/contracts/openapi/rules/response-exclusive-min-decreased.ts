import { fell } from '../movement.js'
import { at, family } from '../rule.js'

export const responseExclusiveMinDecreased = family({
  about: 'exclusiveMinimum',
  references: at('exclusive-min-decreased', 'response-body', 'response-property'),
  level: 'breaking',
  why: 'A caller may get what it was promised never to get.',
  safeWhen: 'Callers cope with it, or the server never answers so.',
  when: fell,
  text: ({ from, to }) => `the exclusive minimum fell from ${from} to ${to}`,
})
