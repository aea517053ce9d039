import { shown } from '../../shared/json.js'
import { vanished } from '../movement.js'
import { at, family } from '../rule.js'

export const enumValueRemoved = family({
  about: 'enum-value',
  references: at(
    'enum-value-removed',
    'request-body',
    'request-property',
    'request-parameter',
    'request-parameter-property',
  ),
  level: 'breaking',
  why: 'A caller that sends the value is refused.',
  safeWhen: 'No caller sends it.',
  when: vanished,
  text: ({ from }) => `the value \`${shown(from)}\` is no longer accepted`,
})
