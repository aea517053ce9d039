import { at, family } from '../rule.js'

export const wrappedInOneOf = family({
  about: 'one-of-wrapping',
  references: at('wrapped-in-one-of', 'request-body', 'response-body'),
  level: 'breaking',
  why: 'What was one object is now a choice of several, and a caller knows only the one.',
  safeWhen: 'The old object is still one of the alternatives, and nothing else is answered or asked for.',
  text: () => 'the object became a choice of several',
})
