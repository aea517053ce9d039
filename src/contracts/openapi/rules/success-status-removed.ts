import { shown } from '../../shared/json.js'
import { family } from '../rule.js'

export const successStatusRemoved = family({
  about: 'status',
  references: { response: 'response-success-status-removed' },
  level: 'breaking',
  why: 'A caller that waits for this status takes the answer for a failure.',
  safeWhen: 'Callers accept every status of the 2xx class.',
  when: ({ from }) => /^2\d\d$/.test(shown(from)),
  text: ({ from }) => `the success status \`${shown(from)}\` is no longer answered`,
})
