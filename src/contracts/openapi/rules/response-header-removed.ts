import { family } from '../rule.js'

export const responseHeaderRemoved = [
  ...family({
    about: 'header',
    references: { 'response-header': 'required-response-header-removed' },
    level: 'breaking',
    why: 'The header was always there, and callers that read it find nothing.',
    safeWhen: 'Nobody reads the header.',
    when: ({ from }) => from === true,
    text: ({ site }) => `the header \`${site.header}\`, which was always there, is removed`,
  }),
  ...family({
    about: 'header',
    references: { 'response-header': 'optional-response-header-removed' },
    level: 'risky',
    why: 'Callers that read the header when it is there never find it again.',
    safeWhen: 'Nobody reads the header, or callers do well without it.',
    when: ({ from }) => from === false,
    text: ({ site }) => `the header \`${site.header}\` is removed`,
  }),
]
