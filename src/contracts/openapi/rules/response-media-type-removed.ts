import { shown } from '../../shared/json.js'
import { family } from '../rule.js'

export const responseMediaTypeRemoved = family({
  about: 'media-type',
  references: { 'response-body': 'response-media-type-removed' },
  level: 'breaking',
  why: 'A caller that asks for this media type is answered with 406 or with something it cannot read.',
  safeWhen: 'Every caller already asks for one of those that remain.',
  text: ({ from }) => `the media type \`${shown(from)}\` is no longer answered`,
})
