import { family } from '../rule.js'

export const bodyBecameRequired = family({
  about: 'body-required',
  references: { 'request-body': 'request-body-became-required' },
  level: 'breaking',
  why: 'A caller that sends no body is refused.',
  safeWhen: 'Every caller already sends one.',
  when: ({ to }) => to === true,
  text: () => 'the body became required',
  affects: 'missing',
})
