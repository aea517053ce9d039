import { asList, shown } from '../../shared/json.js'
import { vanished } from '../movement.js'
import { at, family } from '../rule.js'

export const oneOfRemoved = family({
  about: 'oneOf',
  references: at('one-of-removed', 'request-body', 'request-property'),
  level: 'breaking',
  why: 'A caller that sends the alternative that went is refused.',
  safeWhen: 'No caller sends it.',
  when: vanished,
  text: ({ from }) => `it may no longer be ${asList(from).map(shown).join(' or ')}`,
})
