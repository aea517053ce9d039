import { fell } from '../movement.js'
import { at, family } from '../rule.js'

export const maxItemsDecreased = family({
  about: 'maxItems',
  references: at('max-items-decreased', 'request-parameter'),
  level: 'breaking',
  why: 'A caller that sends what was allowed until now is refused.',
  safeWhen: 'No caller sends what is no longer allowed.',
  when: fell,
  text: ({ from, to }) => `the greatest number of items fell from ${from} to ${to}`,
})
