import { vanished } from '../movement.js'
import { at, family } from '../rule.js'

export const responseMaxLengthUnset = family({
  about: 'maxLength',
  references: at('max-length-unset', 'response-body', 'response-property'),
  level: 'breaking',
  why: 'A caller that reserves room for the greatest length may get more.',
  safeWhen: 'The server still never answers with more.',
  when: vanished,
  text: ({ from }) => `the greatest length of ${from} is no longer promised`,
})
