import { vanished } from '../movement.js'
import { family } from '../rule.js'

export const bodyRemoved = family({
  about: 'body',
  references: { 'request-body': 'request-body-removed' },
  level: 'breaking',
  why: 'What callers send is refused, or no longer heard.',
  safeWhen: 'Callers send nothing that matters, or the same is passed elsewhere by now.',
  when: vanished,
  text: () => 'the request body is removed',
})
