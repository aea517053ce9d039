import { shown } from '../../shared/json.js'
import { changed } from '../movement.js'
import { at, family } from '../rule.js'

export const constChanged = family({
  about: 'const',
  references: at('const-changed', 'request-body', 'request-property'),
  level: 'breaking',
  why: 'A caller that sends the old value is refused.',
  safeWhen: 'Callers change together with the server.',
  when: changed,
  text: ({ from, to }) => `it must be \`${shown(to)}\` instead of \`${shown(from)}\``,
})
