import { shown } from '../../shared/json.js'
import { vanished } from '../movement.js'
import { at, family } from '../rule.js'

export const responseConstRemoved = family({
  about: 'const',
  references: at('const-removed', 'response-body', 'response-property'),
  level: 'breaking',
  why: 'A caller that relies on the one value may get another.',
  safeWhen: 'Callers do not look at the value.',
  when: vanished,
  text: ({ from }) => `it is no longer always \`${shown(from)}\``,
})
