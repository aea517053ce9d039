import { appeared } from '../movement.js'
import { family } from '../rule.js'

export const requestMediaTypeSchemaAdded = family({
  about: 'media-type-schema',
  references: { 'request-body': 'request-body-media-type-schema-added' },
  level: 'breaking',
  why: 'What was free now has a form, and what does not fit it is refused.',
  safeWhen: 'Every caller already sends what the schema asks for.',
  when: appeared,
  text: ({ site }) => `\`${site.mediaType}\` got a schema where it had none`,
})
