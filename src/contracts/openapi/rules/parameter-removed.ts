import { shown } from '../../shared/json.js'
import { family } from '../rule.js'

export const parameterRemoved = family({
  about: 'parameter',
  references: { 'request-parameter': 'request-parameter-removed' },
  level: 'risky',
  why: 'A caller that passes it is refused by a strict server, and silently not heard by another.',
  safeWhen: 'The server ignores parameters that it does not know, and callers do not depend on its effect.',
  when: ({ from, site }) =>
    from !== undefined && site.parameter?.old?.deprecated === false && site.parameter.old.where !== 'path',
  text: ({ from }) => `the parameter \`${shown(from)}\` is removed`,
})
