import { fell } from '../movement.js'
import { family } from '../rule.js'

export const maxItemsDecreased = family({
  about: 'maxItems',
  references: {
    'request-parameter': 'request-parameter-max-items-decreased',
    'request-parameter-property': 'request-parameter-max-items-decreased',
  },
  level: 'breaking',
  why: 'A caller that sends what was allowed until now is refused.',
  safeWhen: 'No caller sends what is no longer allowed.',
  when: (difference) => fell(difference) && (difference.field === '' || difference.field === '[]'),
  text: ({ from, to }) => `the greatest number of items fell from ${from} to ${to}`,
})
