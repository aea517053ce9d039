import { shown } from '../../shared/json.js'
import { vanished } from '../movement.js'
import { at, family } from '../rule.js'

export const responseDependentRequiredRemoved = family({
  about: 'dependent-required',
  references: at('dependent-required-removed', 'response-body', 'response-property'),
  level: 'breaking',
  why: 'A caller that finds the one property no longer always finds the others.',
  safeWhen: 'The server still answers with them together.',
  when: vanished,
  text: ({ from }) => `a property no longer requires others (${shown(from)})`,
})
