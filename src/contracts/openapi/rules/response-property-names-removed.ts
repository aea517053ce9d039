import { vanished } from '../movement.js'
import { at, family } from '../rule.js'

export const responsePropertyNamesRemoved = family({
  about: 'propertyNames',
  references: at('property-names-removed', 'response-body', 'response-property'),
  level: 'breaking',
  why: 'A caller may get what the schema excluded.',
  safeWhen: 'The server still keeps to it.',
  when: vanished,
  text: () => 'the names of properties are no longer restricted',
})
