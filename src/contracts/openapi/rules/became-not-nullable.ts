import { at, family } from '../rule.js'

export const becameNotNullable = family({
  about: 'nullable',
  references: at(
    'became-not-nullable',
    'request-body',
    'request-property',
    'request-parameter',
    'request-parameter-property',
  ),
  level: 'breaking',
  why: 'A caller that sends null is refused.',
  safeWhen: 'No caller sends null.',
  when: ({ to }) => to === false,
  text: () => 'null is no longer accepted',
})
