import { shown } from '../../shared/json.js'
import { appeared } from '../movement.js'
import { at, family } from '../rule.js'

export const dependentRequiredAdded = family({
  about: 'dependent-required',
  references: at('dependent-required-added', 'request-body', 'request-property'),
  level: 'breaking',
  why: 'A caller that sends the one property without the others is refused.',
  safeWhen: 'Callers always send them together.',
  when: appeared,
  text: ({ to }) => `a property now requires others (${shown(to)})`,
})
