import type { Affected, Evidence, Finding, Review } from '../domain/finding.js'
import type { Citation } from '../domain/place.js'
import { gapsElsewhere, gapsOf } from './coverage.js'

/** The text of `interlock.review/1`, as `schemas/review.json` describes it: others parse it, so it may only grow. */
export function renderJson(review: Review): string {
  return `${JSON.stringify(reviewJson(review), null, 2)}\n`
}

function reviewJson({ repository, base, head, conclusion, findings, coverage, timings }: Review) {
  const { changed, inspected } = coverage
  const repositories = coverage.repositories.map((each) => ({
    repository: each.repository,
    commit: each.commit,
  }))
  return {
    schema: 'interlock.review/1',
    repository,
    base,
    head,
    conclusion,
    findings: findings.map(findingJson),
    coverage: {
      changed,
      inspected,
      skipped: [...gapsOf(coverage), ...gapsElsewhere(coverage)],
      repositories,
    },
    timing_ms: timings,
  }
}

/** Field by field, so that what is added to a noun of ours does not leak into what others rely on. */
function findingJson(finding: Finding) {
  const { id, rule, status, level, title, explanation, contract, witness, remedies, suggestion } = finding
  return {
    id,
    rule,
    status,
    level,
    title,
    explanation,
    contract: { kind: contract.kind, element: contract.element },
    cause: citationJson(finding.cause),
    affected: finding.affected.map(affectedJson),
    witness,
    remedies,
    evidence: finding.evidence.map(evidenceJson),
    ...(suggestion ? { suggestion } : {}),
  }
}

function citationJson({ repository, commit, path, line, quote }: Citation) {
  return { repository, commit, path, line, quote }
}

function affectedJson(affected: Affected) {
  return { ...citationJson(affected), owners: affected.owners }
}

function evidenceJson({ id, statement, place }: Evidence) {
  return { id, statement, place: place && citationJson(place) }
}
