import { shown } from '../../shared/json.js'
import { vanished } from '../movement.js'
import { at, family } from '../rule.js'

export const responseDependentSchemaRemoved = family({
  about: 'dependent-schema',
  references: at('dependent-schema-removed', 'response-body', 'response-property'),
  level: 'breaking',
  why: 'A caller may get what the schema excluded.',
  safeWhen: 'The server still keeps to it.',
  when: vanished,
  text: ({ from }) => `\`${shown(from)}\` no longer promises more of the whole object`,
})
