import { shown } from '../../shared/json.js'
import { appeared } from '../movement.js'
import { at, family } from '../rule.js'

export const patternAdded = family({
  about: 'pattern',
  references: at('pattern-added', 'request-property', 'request-parameter'),
  level: 'breaking',
  why: 'A caller that sends what does not match is refused.',
  safeWhen: 'Everything that callers send already matches.',
  when: appeared,
  text: ({ to }) => `it must now match \`${shown(to)}\``,
})
