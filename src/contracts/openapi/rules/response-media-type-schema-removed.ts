import { vanished } from '../movement.js'
import { family } from '../rule.js'

export const responseMediaTypeSchemaRemoved = family({
  about: 'media-type-schema',
  references: { 'response-body': 'response-body-media-type-schema-removed' },
  level: 'risky',
  why: 'Nothing is promised of the answer any more, so everything that is read from it may be gone.',
  safeWhen: 'The answer stays what it was.',
  when: vanished,
  text: ({ site }) => `\`${site.mediaType}\` lost its schema`,
})
