import { shown } from '../../shared/json.js'
import { family } from '../rule.js'

export const webhookRemoved = family({
  about: 'webhook',
  references: { operation: 'webhook-removed' },
  level: 'breaking',
  why: 'Whoever waits for the event is never told again.',
  safeWhen: 'Nobody listens to it, or another event carries the same news.',
  text: ({ from }) => `the webhook \`${shown(from)}\` is removed`,
})
