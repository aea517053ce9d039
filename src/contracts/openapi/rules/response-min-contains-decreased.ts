import { fell } from '../movement.js'
import { at, family } from '../rule.js'

export const responseMinContainsDecreased = family({
  about: 'minContains',
  references: at('min-contains-decreased', 'response-body', 'response-property'),
  level: 'breaking',
  why: 'A caller may get what it was promised never to get.',
  safeWhen: 'Callers cope with it, or the server never answers so.',
  when: fell,
  text: ({ from, to }) => `the least number of certain items fell from ${from} to ${to}`,
})
