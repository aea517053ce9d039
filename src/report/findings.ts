import type { Finding } from '../domain/finding.js'
import type { Unmet } from '../domain/impact.js'
import type { Cite } from './citing.js'
import type { FindingsInput } from './findings-input.js'
import { findingOfImpact } from './impact-finding.js'
import { findingOfUnmet } from './unmet-finding.js'

/**
 * What a person reads of all this: one finding a change, with every place that relies on it; worst first, in an order
 * that depends on nothing but the input. Evidence is numbered through the whole review.
 */
export async function findingsOf(input: FindingsInput, cite: Cite): Promise<readonly Finding[]> {
  const fromImpacts = await Promise.all(input.impacts.map((each) => findingOfImpact(each, input, cite)))
  const fromUnmet = await Promise.all(newlyUnmet(input).map((each) => findingOfUnmet(each, input, cite)))
  const found = [...fromImpacts, ...fromUnmet].filter((each) => each !== null)
  const unique = [...new Map(found.map((each) => [each.id, each])).values()]
  return numbered(unique.sort(worstFirst))
}

/** A call that a change of this pull request breaks is told there. */
function newlyUnmet({ impacts, unmet }: FindingsInput): readonly Unmet[] {
  const told = new Set(
    impacts.flatMap(({ impact }) => impact.dependents.map(({ fact }) => `${fact.path}\0${fact.fact.line}`)),
  )
  return unmet.filter(({ consumer }) => !told.has(`${consumer.path}\0${consumer.fact.line}`))
}

/** The order in which findings are told: what blocks, what is proved, then by place. */
export function worstFirst(one: Finding, other: Finding): number {
  return (
    levels.indexOf(one.level) - levels.indexOf(other.level) ||
    statuses.indexOf(one.status) - statuses.indexOf(other.status) ||
    compare(one.cause.path, other.cause.path) ||
    one.cause.line - other.cause.line ||
    compare(one.id, other.id)
  )
}

function numbered(findings: readonly Finding[]): readonly Finding[] {
  let count = 0
  return findings.map((finding) => ({
    ...finding,
    evidence: finding.evidence.map((each) => ({ ...each, id: `E${++count}` })),
  }))
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

const levels: readonly Finding['level'][] = ['block', 'warn', 'note']
const statuses: readonly Finding['status'][] = ['proved', 'corroborated', 'opinion']
