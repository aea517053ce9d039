import { shown } from '../../shared/json.js'
import { at, family } from '../rule.js'

export const contentMediaTypeChanged = family({
  about: 'contentMediaType',
  references: at(
    'content-media-type-changed',
    'request-body',
    'request-property',
    'response-body',
    'response-property',
  ),
  level: 'breaking',
  why: 'Whoever reads the text takes it for what it no longer is.',
  safeWhen: 'Both sides change together.',
  text: ({ from, to }) => `the text holds \`${shown(to)}\` instead of \`${shown(from)}\``,
})
