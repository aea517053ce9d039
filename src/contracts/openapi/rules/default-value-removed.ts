import { shown } from '../../shared/json.js'
import type { Difference } from '../difference.js'
import { vanished } from '../movement.js'
import { at, family } from '../rule.js'

export const defaultValueRemoved = family({
  about: 'default',
  references: at('default-value-removed', 'request-parameter'),
  level: 'breaking',
  why: 'A caller that leaves the parameter out gets another answer than before.',
  safeWhen: 'Every caller passes the parameter, or the server did so all along.',
  when: (difference) => vanished(difference) && isOptional(difference),
  text: ({ from }) => `left out, it no longer means \`${shown(from)}\``,
  affects: 'missing',
})

function isOptional({ site }: Difference): boolean {
  return site.parameter?.old?.required === false && site.parameter.new?.required === false
}
