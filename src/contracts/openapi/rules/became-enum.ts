import { at, family } from '../rule.js'

export const becameEnum = family({
  about: 'enum',
  references: {
    ...at('became-enum', 'request-body', 'request-property', 'request-parameter'),
    'request-parameter-property': 'request-header-property-became-enum',
  },
  level: 'breaking',
  why: 'A caller that sends a value outside the new list is refused.',
  safeWhen: 'Callers only send what is on the list.',
  when: ({ spot, site }) => spot !== 'request-parameter-property' || site.parameter?.new?.where === 'header',
  text: () => 'the values were free and are now a list',
})
