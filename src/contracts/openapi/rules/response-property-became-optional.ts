import { family } from '../rule.js'

export const responsePropertyBecameOptional = family({
  about: 'required',
  references: {
    'response-body': 'response-property-became-optional',
    'response-property': 'response-property-became-optional',
  },
  level: 'breaking',
  why: 'Callers that rely on the property may not find it.',
  safeWhen: 'The server still always answers with it.',
  when: ({ to }) => to === false,
  text: () => 'the property is no longer always there',
})
