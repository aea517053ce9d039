import { shown } from '../../shared/json.js'
import { containsMediaType, differInParameters } from '../media-type.js'
import { family } from '../rule.js'

export const responseMediaTypeGeneralized = family({
  about: 'media-type-name',
  references: { 'response-body': 'response-media-type-name-generalized' },
  level: 'breaking',
  why: 'A caller that relies on what the special media type promised no longer gets that promise.',
  safeWhen: 'Callers read the answer as the general media type.',
  when: ({ from, to }) =>
    !containsMediaType(shown(from), shown(to)) && !differInParameters(shown(from), shown(to)),
  text: ({ from, to }) => `the media type \`${shown(from)}\` became the more general \`${shown(to)}\``,
})
