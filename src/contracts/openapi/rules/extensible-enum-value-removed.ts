import { shown } from '../../shared/json.js'
import { vanished } from '../movement.js'
import { at, family } from '../rule.js'

export const extensibleEnumValueRemoved = family({
  about: 'extensible-enum-value',
  references: at('x-extensible-enum-value-removed', 'request-property', 'request-parameter'),
  level: 'breaking',
  why: 'A caller that sends the value is refused.',
  safeWhen: 'No caller sends it.',
  when: vanished,
  text: ({ from }) => `the value \`${shown(from)}\` is no longer accepted`,
})
