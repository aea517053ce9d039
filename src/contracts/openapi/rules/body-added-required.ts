import { family } from '../rule.js'

export const bodyAddedRequired = family({
  about: 'body',
  references: { 'request-body': 'request-body-added-required' },
  level: 'breaking',
  why: 'A caller that sends no body is refused.',
  safeWhen: 'The body is optional.',
  when: ({ from, to }) => from === undefined && to === true,
  text: () => 'a required body is asked for',
  affects: 'missing',
})
