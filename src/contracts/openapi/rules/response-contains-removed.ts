import { vanished } from '../movement.js'
import { at, family } from '../rule.js'

export const responseContainsRemoved = family({
  about: 'contains',
  references: at('contains-removed', 'response-body', 'response-property'),
  level: 'breaking',
  why: 'A caller may get what the schema excluded.',
  safeWhen: 'The server still keeps to it.',
  when: vanished,
  text: () => 'the list need no longer contain a certain item',
})
