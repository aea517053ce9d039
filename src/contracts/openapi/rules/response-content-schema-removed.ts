import { vanished } from '../movement.js'
import { at, family } from '../rule.js'

export const responseContentSchemaRemoved = family({
  about: 'contentSchema',
  references: at('content-schema-removed', 'response-body', 'response-property'),
  level: 'breaking',
  why: 'A caller may get what the schema excluded.',
  safeWhen: 'The server still keeps to it.',
  when: vanished,
  text: () => 'the text need no longer hold what fits a schema',
})
