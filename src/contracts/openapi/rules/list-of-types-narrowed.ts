import { asList, shown } from '../../shared/json.js'
import { at, family } from '../rule.js'

export const listOfTypesNarrowed = family({
  about: 'list-of-types',
  references: at(
    'list-of-types-narrowed',
    'request-body',
    'request-property',
    'request-parameter',
    'request-parameter-property',
  ),
  level: 'breaking',
  why: 'A caller that sends one of the types that went is refused.',
  safeWhen: 'No caller sends them.',
  when: ({ from }) => asList(from).length > 0,
  text: ({ from }) => `it may no longer be ${asList(from).map(shown).join(' or ')}`,
})
