import { asList, type Json, shown } from '../../shared/json.js'
import type { Difference } from '../difference.js'
import { family } from '../rule.js'

function isFree(value: Json | undefined) {
  return asList(value).length === 0 || asList(value).some((each) => asList(each).length === 0)
}

function spelt(value: Json | undefined) {
  return (
    asList(value)
      .map((each) => asList(each).map(shown).join(' and '))
      .join(' or ') || 'nothing'
  )
}

/** Alternatives that no longer suffice: what a caller brought by them does not cover any alternative of the head. */
function refused({ from, to }: Difference): readonly Json[] {
  return asList(from).filter(
    (old) => !asList(to).some((head) => asList(head).every((scheme) => asList(old).includes(scheme))),
  )
}

export const securityAdded = family({
  about: 'security',
  id: 'http.security-added',
  references: { operation: 'api-security-added' },
  level: 'breaking',
  why: 'A caller that brings no credentials is answered with 401.',
  safeWhen: 'Every caller already brings them.',
  when: ({ from, to }) => isFree(from) && !isFree(to),
  text: ({ to }) => `everybody could call it; now it needs ${spelt(to)}`,
})

export const securityRemoved = family({
  about: 'security',
  id: 'http.security-removed',
  references: { operation: 'api-security-removed' },
  level: 'risky',
  breaks: 'provider',
  why: 'What only callers with credentials could do, everybody can do now.',
  safeWhen: 'The operation is meant to be public, or something before the server asks for credentials.',
  when: ({ from, to }) => !isFree(from) && isFree(to),
  text: ({ from }) => `it needed ${spelt(from)}; now everybody may call it`,
})

export const securityReplaced = family({
  about: 'security',
  references: { operation: 'security-replaced' },
  isOurs: true,
  level: 'breaking',
  why: 'A caller with the credentials that sufficed before is answered with 401.',
  safeWhen: 'Every caller already brings what is asked for now.',
  when: (difference) => !isFree(difference.from) && !isFree(difference.to) && refused(difference).length > 0,
  text: ({ from, to }) => `it needed ${spelt(from)}; now it needs ${spelt(to)}`,
})
