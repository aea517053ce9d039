import { shown } from '../../shared/json.js'
import { changed } from '../movement.js'
import { at, family } from '../rule.js'

export const responseConstChanged = family({
  about: 'const',
  references: at('const-changed', 'response-body', 'response-property'),
  level: 'breaking',
  why: 'A caller that relies on the old value gets another.',
  safeWhen: 'Callers do not look at the value.',
  when: changed,
  text: ({ from, to }) => `it is always \`${shown(to)}\` instead of \`${shown(from)}\``,
})
