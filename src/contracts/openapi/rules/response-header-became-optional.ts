import { family } from '../rule.js'

export const responseHeaderBecameOptional = family({
  about: 'header-required',
  references: { 'response-header': 'response-header-became-optional' },
  level: 'breaking',
  why: 'Callers that rely on the header may not find it.',
  safeWhen: 'The server still always sends it.',
  when: ({ from }) => from === true,
  text: () => 'the header is no longer always there',
})
