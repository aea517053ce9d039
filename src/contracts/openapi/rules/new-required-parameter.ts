import { shown } from '../../shared/json.js'
import type { Difference } from '../difference.js'
import { family } from '../rule.js'

const idea = {
  about: 'parameter',
  level: 'breaking',
  why: 'A caller that does not pass it is refused.',
  safeWhen: 'The parameter is optional, or the server fills in what old callers leave out.',
  affects: 'missing',
} as const

function added({ to, site }: Difference) {
  return to === undefined ? null : (site.parameter?.new ?? null)
}

function text({ to }: Difference) {
  return `the new parameter \`${shown(to)}\` is required`
}

export const newRequiredParameter = [
  ...family({
    ...idea,
    references: { 'request-parameter': 'new-required-request-parameter' },
    when: (difference) => {
      const parameter = added(difference)
      return parameter?.required === true && parameter.where !== 'path' && !parameter.ofPath
    },
    text,
  }),
  ...family({
    ...idea,
    references: { 'request-parameter': 'new-required-request-default-parameter-to-existing-path' },
    when: (difference) => {
      const parameter = added(difference)
      return parameter?.required === true && parameter.where !== 'path' && parameter.ofPath
    },
    text,
  }),
]

/** The reference calls it an error; but paths are paired by their template, which had the parameter all along. */
export const newPathParameter = family({
  about: 'parameter',
  references: { 'request-parameter': 'new-request-path-parameter' },
  level: 'compatible',
  why: 'Nothing breaks: the path had the parameter all along, and now it is declared.',
  safeWhen: 'Always: every caller fills its place in the path already.',
  when: (difference) => added(difference)?.where === 'path',
  text: ({ to }) => `the path parameter \`${shown(to)}\` is now declared`,
})
