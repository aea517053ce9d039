import { shown } from '../../shared/json.js'
import { changed } from '../movement.js'
import { at, family } from '../rule.js'

export const dependentRequiredChanged = family({
  about: 'dependent-required',
  references: at(
    'dependent-required-changed',
    'request-body',
    'request-property',
    'response-body',
    'response-property',
  ),
  level: 'breaking',
  why: 'What the one property requires is no longer what the other side goes by.',
  safeWhen: 'Both sides already keep to the new requirement.',
  when: changed,
  text: ({ from, to }) => `what a property requires changed from ${shown(from)} to ${shown(to)}`,
})
