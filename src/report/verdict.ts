import type { Affected, Finding, Review } from '../domain/finding.js'
import { counted } from './visible.js'

/** The engine's findings: they alone decide, and they stand in the required check. */
export function provenFindings({ findings }: Review): readonly Finding[] {
  return findings.filter((each) => each.status !== 'opinion')
}

/** The model's: they stand in the advisory check. */
export function opinions({ findings }: Review): readonly Finding[] {
  return findings.filter((each) => each.status === 'opinion')
}

/** Whether a person should hear of it where they work; a note waits to be looked up. */
export function isTold({ level }: Finding): boolean {
  return level !== 'note'
}

/** The verdict in at most 60 characters. */
export function verdictTitle(review: Review): string {
  const findings = provenFindings(review)
  const blocking = findings.filter((each) => each.level === 'block').length
  const warning = findings.filter((each) => each.level === 'warn').length
  const warn = warning > 0 ? counted(warning, 'warning') : ''
  if (blocking > 0)
    return [`${counted(blocking, 'finding')} block${blocking === 1 ? 's' : ''}`, warn]
      .filter(Boolean)
      .join(', ')
  if (review.conclusion === 'failure') return 'Fails by policy: not everything was inspected'
  if (review.conclusion === 'neutral')
    return ['Not everything could be inspected', warn].filter(Boolean).join(', ')
  return warn ? `Nothing blocks, ${warn}` : 'No promise to a known consumer is broken'
}

/** How a finding's level and status read before its title. */
export function labelOf({ level, status }: Finding): string {
  return `${{ block: 'Blocks', warn: 'Warns', note: 'Note' }[level]}, ${status}`
}

/** The places that rely on what changed, without the line of the change itself: a call that nobody takes is its own. */
export function affectedElsewhere({ cause, affected }: Finding): readonly Affected[] {
  const isCause = (each: Affected) =>
    each.repository === cause.repository && each.path === cause.path && each.line === cause.line
  return affected.filter((each) => !isCause(each))
}
