import { appeared } from '../movement.js'
import { at, family } from '../rule.js'

export const contentSchemaAdded = family({
  about: 'contentSchema',
  references: at('content-schema-added', 'request-body', 'request-property'),
  level: 'breaking',
  why: 'A caller that sends what was allowed until now is refused.',
  safeWhen: 'No caller sends what is no longer allowed.',
  when: appeared,
  text: () => 'the text must now hold what fits a schema',
})
