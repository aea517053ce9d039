import { fell } from '../movement.js'
import { at, family } from '../rule.js'

export const responseMinDecreased = family({
  about: 'minimum',
  references: at('min-decreased', 'response-body', 'response-property'),
  level: 'breaking',
  why: 'A caller may get what it was promised never to get.',
  safeWhen: 'Callers cope with it, or the server never answers so.',
  when: fell,
  text: ({ from, to }) => `the minimum fell from ${from} to ${to}`,
})
