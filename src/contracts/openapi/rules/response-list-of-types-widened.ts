import { asList, shown } from '../../shared/json.js'
import { at, family } from '../rule.js'

export const responseListOfTypesWidened = family({
  about: 'list-of-types',
  references: at('list-of-types-widened', 'response-body', 'response-property'),
  level: 'breaking',
  why: 'A caller may get a type that it does not know.',
  safeWhen: 'Callers read all the types.',
  when: ({ to }) => asList(to).length > 0,
  text: ({ to }) => `it may now also be ${asList(to).map(shown).join(' or ')}`,
})
