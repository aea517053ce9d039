import { z } from 'zod'
import type { Claim } from '../../domain/claim.js'
import { Refusal, type Tool } from '../tool.js'

const input = z.object({
  path: z.string(),
  start_line: z.int(),
  end_line: z.int(),
  side: z.enum(['LEFT', 'RIGHT']).describe('LEFT for removed lines, RIGHT for all others'),
  quote: z.string().describe('The text of start_line to end_line, copied exactly'),
  introduced_by: z
    .object({ path: z.string(), quote: z.string() })
    .describe('The added or removed line of this pull request that brings the defect in'),
  category: z.enum([
    'contract-break',
    'authorization',
    'data-migration',
    'rollout-order',
    'unknown-api',
    'concurrency',
    'error-handling',
    'performance',
    'observability',
    'weakened-test',
    'logic',
  ]),
  severity: z.enum(['blocker', 'major', 'minor']),
  title: z.string().describe('What breaks for whom, at most 80 characters'),
  failing_scenario: z
    .string()
    .describe('Given, when, then: the state, input or order of deployment, and the wrong outcome'),
  evidence_ids: z.array(z.string()),
  affected: z.array(z.object({ repository: z.string(), path: z.string(), line: z.int() })),
  fix: z.string().describe('What makes it safe, or empty'),
  replacement: z.string().describe('Full replacement of the quoted lines, or empty'),
})

export const reportFinding: Tool<z.infer<typeof input>> = {
  name: 'report_finding',
  description:
    'Report one defect. It is checked mechanically; a rejection says what to correct, and then you may report again.',
  input,
  counts: 'report',
  run: async (reported, { task, findings }) => {
    const claim = claimOf(reported)
    const verdict = await task.verify(claim, findings.accepted)
    if (!verdict.accepted) {
      findings.rejected.push({ title: claim.title, reason: verdict.reason })
      throw new Refusal(`Rejected. ${verdict.reason}`)
    }
    findings.accepted.push(verdict.claim)
    return ['Accepted.', ...verdict.notes.map((note) => `(${note})`)].join(' ')
  },
}

function claimOf(reported: z.infer<typeof input>): Claim {
  const { start_line, end_line, introduced_by, failing_scenario, evidence_ids, ...rest } = reported
  return {
    ...rest,
    startLine: start_line,
    endLine: end_line,
    introducedBy: introduced_by,
    failingScenario: failing_scenario,
    evidenceIds: evidence_ids,
  }
}
