import { family } from '../rule.js'

export const parameterBecameRequired = family({
  about: 'parameter-required',
  references: { 'request-parameter': 'request-parameter-became-required' },
  level: 'breaking',
  why: 'A caller that leaves it out is refused.',
  safeWhen: 'Every caller already passes it.',
  when: ({ to }) => to === true,
  text: () => 'the parameter became required',
  affects: 'missing',
})
