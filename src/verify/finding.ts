import { createHash } from 'node:crypto'
import type { Claim } from '../domain/claim.js'
import { type Affected, type Finding, type Level, opinionPrefix } from '../domain/finding.js'
import type { VerifyContext } from './context.js'
import { squeeze } from './quote.js'

/** The finding that an accepted claim makes: always an opinion, never at `block`, whatever the model called it. */
export async function findingOf(claim: Claim, context: VerifyContext): Promise<Finding> {
  const { change } = context
  return {
    id: fingerprint(change.repository, claim),
    rule: `ai.${claim.category}`,
    status: 'opinion',
    level: levels[claim.severity],
    title: claim.title,
    explanation: claim.failingScenario,
    contract: { kind: 'ai', element: `${claim.category} ${claim.path}` },
    cause: {
      repository: change.repository,
      commit: claim.side === 'LEFT' ? change.base : change.head,
      path: claim.path,
      line: claim.startLine,
      quote: claim.quote.trim(),
    },
    affected: await Promise.all(claim.affected.map((place) => cite(place, context))),
    witness: null,
    remedies: claim.fix === '' ? [] : [claim.fix],
    evidence: context.evidence.filter((each) => claim.evidenceIds.includes(each.id)),
    ...(claim.replacement === ''
      ? {}
      : {
          suggestion: { startLine: claim.startLine, endLine: claim.endLine, replacement: claim.replacement },
        }),
  }
}

const levels: Readonly<Record<Claim['severity'], Level>> = { blocker: 'warn', major: 'warn', minor: 'note' }

async function cite(place: Claim['affected'][number], context: VerifyContext): Promise<Affected> {
  const own = place.repository === context.change.repository
  const lines = own
    ? await context.lines('RIGHT', place.path)
    : await context.elsewhere(place.repository, place.path)
  const commit = own ? context.change.head : (context.snapshots.get(place.repository) ?? '')
  return { ...place, commit, quote: lines?.[place.line - 1]?.trim() ?? '', owners: [] }
}

/** From what it is about, not from where it stands or how it is worded: moving the lines keeps the identity. */
function fingerprint(repository: string, claim: Claim): string {
  const meaning = [
    repository,
    claim.category,
    claim.path,
    ...claim.quote.split('\n').map(squeeze).filter(Boolean),
  ]
  return opinionPrefix + createHash('sha256').update(meaning.join('\0')).digest('hex').slice(0, 10)
}
