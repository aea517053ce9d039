import { shown } from '../../shared/json.js'
import type { Difference } from '../difference.js'
import { appeared } from '../movement.js'
import { at, family } from '../rule.js'

export const defaultValueAdded = family({
  about: 'default',
  references: at('default-value-added', 'request-parameter'),
  level: 'breaking',
  why: 'A caller that leaves the parameter out gets another answer than before.',
  safeWhen: 'Every caller passes the parameter, or the server did so all along.',
  when: (difference) => appeared(difference) && isOptional(difference),
  text: ({ to }) => `left out, it now means \`${shown(to)}\``,
  affects: 'missing',
})

function isOptional({ site }: Difference): boolean {
  return site.parameter?.old?.required === false && site.parameter.new?.required === false
}
