import { shown } from '../../shared/json.js'
import { appeared } from '../movement.js'
import { at, family } from '../rule.js'

export const constAdded = family({
  about: 'const',
  references: at('const-added', 'request-body', 'request-property'),
  level: 'breaking',
  why: 'A caller that sends anything else is refused.',
  safeWhen: 'Every caller already sends this value.',
  when: appeared,
  text: ({ to }) => `it must now be \`${shown(to)}\``,
})
