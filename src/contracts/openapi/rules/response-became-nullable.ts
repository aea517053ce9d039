import { at, family } from '../rule.js'

export const responseBecameNullable = family({
  about: 'nullable',
  references: at('became-nullable', 'response-body', 'response-property', 'response-header'),
  level: 'breaking',
  why: 'A caller that uses the value without looking may meet null.',
  safeWhen: 'Callers look before they use it.',
  when: ({ to }) => to === true,
  text: () => 'it can now be null',
})
