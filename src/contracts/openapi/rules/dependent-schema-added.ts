import { shown } from '../../shared/json.js'
import { appeared } from '../movement.js'
import { at, family } from '../rule.js'

export const dependentSchemaAdded = family({
  about: 'dependent-schema',
  references: at('dependent-schema-added', 'request-body', 'request-property'),
  level: 'breaking',
  why: 'A caller that sends what was allowed until now is refused.',
  safeWhen: 'No caller sends what is no longer allowed.',
  when: appeared,
  text: ({ to }) => `\`${shown(to)}\` now asks for more of the whole object`,
})
