import { vanished } from '../movement.js'
import { at, family } from '../rule.js'

export const responseUnevaluatedItemsRemoved = family({
  about: 'unevaluatedItems',
  references: at('unevaluated-items-removed', 'response-body', 'response-property'),
  level: 'breaking',
  why: 'A caller may get what the schema excluded.',
  safeWhen: 'The server still keeps to it.',
  when: vanished,
  text: () => 'all other items need no longer fit a schema',
})
