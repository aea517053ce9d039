import { shown } from '../../shared/json.js'
import { vanished } from '../movement.js'
import { at, family } from '../rule.js'

export const responsePatternPropertyRemoved = family({
  about: 'pattern-property',
  references: at('pattern-property-removed', 'response-body', 'response-property'),
  level: 'breaking',
  why: 'A caller may get what the schema excluded.',
  safeWhen: 'The server still keeps to it.',
  when: vanished,
  text: ({ from }) => `properties that match \`${shown(from)}\` are no longer promised to fit a schema`,
})
