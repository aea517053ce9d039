import { shown } from '../../shared/json.js'
import { at, family } from '../rule.js'

export const contentEncodingChanged = family({
  about: 'contentEncoding',
  references: at(
    'content-encoding-changed',
    'request-body',
    'request-property',
    'response-body',
    'response-property',
  ),
  level: 'breaking',
  why: 'Whoever decodes the text gets something else.',
  safeWhen: 'Both sides change together.',
  text: ({ from, to }) => `the text is encoded as \`${shown(to)}\` instead of \`${shown(from)}\``,
})
