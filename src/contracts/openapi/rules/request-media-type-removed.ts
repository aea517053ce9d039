import { shown } from '../../shared/json.js'
import { family } from '../rule.js'

export const requestMediaTypeRemoved = family({
  about: 'media-type',
  references: { 'request-body': 'request-body-media-type-removed' },
  level: 'breaking',
  why: 'A caller that sends this media type is answered with 415.',
  safeWhen: 'Every caller already sends one of those that remain.',
  text: ({ from }) => `the media type \`${shown(from)}\` is no longer accepted`,
})
