import { shown } from '../../shared/json.js'
import { at, family } from '../rule.js'

export const patternChanged = family({
  about: 'pattern',
  references: at('pattern-changed', 'request-property', 'request-parameter'),
  level: 'risky',
  why: 'A caller that sends what only the old pattern matches is refused. Whether there is such a text cannot be told from the patterns.',
  safeWhen: 'The new pattern matches all that the old one matched.',
  when: ({ from, to }) => from !== undefined && to !== undefined && to !== '.*',
  text: ({ from, to }) => `it must match \`${shown(to)}\` instead of \`${shown(from)}\``,
})
