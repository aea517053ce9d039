import { enumerateRollout, findImpact, findUnmet } from '../../src/analysis/index.js'
import type { FileDiff, HunkLine } from '../../src/domain/diff.js'
import type { Finding, Review } from '../../src/domain/finding.js'
import type { Place } from '../../src/domain/place.js'
import { conclude, type FindingsInput, findingsOf } from '../../src/report/index.js'
import { client, commitOf, field, indexOf, repository, route, totalRemoved } from '../analysis/shop.js'

// A pull request of the order shop: orders takes `total` out of its answer, and two other repositories read it.

export const base = 'b'.repeat(40)
export const head = commitOf('acme/orders')

const lines: Readonly<Record<string, string>> = {
  [`acme/orders@${base} openapi.yaml:41`]: '        total: { type: number }',
  [`acme/orders@${head} openapi.yaml:36`]: '      properties:',
  [`acme/orders@${head} src/routes.ts:30`]: "router.post('/orders/:id/items', addItem)",
  [`acme/orders@${head} src/admin.ts:8`]: 'await fetch("/orders/" + id + "/item", { method: "POST" })',
  [`acme/web@${commitOf('acme/web')} src/checkout.ts:14`]: '  return format(order.total)',
  [`acme/billing@${commitOf('acme/billing')} billing/invoice.py:22`]: '    amount = order["total"]',
}

export async function cite({ repository, commit, path, line }: Place): Promise<string | null> {
  return lines[`${repository}@${commit} ${path}:${line}`] ?? null
}

/** A file whose lines of one hunk are given as `-41`, `+40` or ` 40`, with the text left out. */
export function modified(path: string, ...marks: readonly string[]): FileDiff {
  const changed = marks.map((mark): HunkLine => {
    const line = Number(mark.slice(1))
    if (mark.startsWith('-')) return { type: 'removed', old: line, new: null, text: '' }
    if (mark.startsWith('+')) return { type: 'added', old: null, new: line, text: '' }
    return { type: 'context', old: line, new: line, text: '' }
  })
  const hunk = { oldStart: 1, oldCount: 9, newStart: 1, newCount: 9, lines: changed }
  const side = { path, blob: 'c'.repeat(40) }
  return { status: 'modified', old: side, new: side, binary: false, submodule: false, hunks: [hunk] }
}

export const files = [modified('openapi.yaml', ' 40', '-41', '+41', ' 42'), modified('src/admin.ts', '+8')]

export const orders = repository('acme/orders', {
  'openapi.yaml': [route('GET', '/orders/{}', { source: 'description' })],
  'src/routes.ts': [route('POST', '/orders/{}/items', { line: 30 })],
  'src/admin.ts': [client('POST', '/orders/{}/item', { line: 8, base: { type: 'relative' } })],
})
export const neighbours = [
  repository('acme/web', { 'src/checkout.ts': [field('/orders/{}', 'total', { line: 14 })] }),
  repository('acme/billing', { 'billing/invoice.py': [field('/orders/{}', 'total', { line: 22 })] }),
  repository('acme/notifications', {}),
]

export async function inputOf(
  more: Partial<FindingsInput> = {},
  others = neighbours,
): Promise<FindingsInput> {
  const index = indexOf(orders, ...others)
  const impacts = await findImpact([totalRemoved()], { provider: orders, index })
  const before = { ...orders, facts: orders.facts.filter((each) => each.fact.kind === 'route') }
  return {
    repository: 'acme/orders',
    base,
    head,
    files,
    impacts: impacts.map((impact) => ({ impact, rollout: enumerateRollout(impact, 'acme/orders') })),
    unmet: await findUnmet({ base: before, head: orders, changedPaths: new Set(['src/admin.ts']), index }),
    levels: {},
    owners: (name) => (name === 'acme/billing' ? ['@acme/billing-team'] : []),
    asked: others.length + 1,
    ...more,
  }
}

export async function sampleFindings(): Promise<readonly Finding[]> {
  return findingsOf(await inputOf(), cite)
}

/** What the model adds in the golden files: an opinion with a suggestion. */
export const opinion: Finding = {
  id: '0f1e2d3c4b',
  rule: 'ai.error-handling',
  status: 'opinion',
  level: 'warn',
  title: 'A failed call is taken for a saved item',
  explanation: 'When `fetch` answers 500 the promise still resolves, and the page shows the item as saved.',
  contract: { kind: 'ai', element: 'error-handling src/admin.ts' },
  cause: {
    repository: 'acme/orders',
    commit: head,
    path: 'src/admin.ts',
    line: 8,
    quote: 'await fetch("/orders/" + id + "/item", { method: "POST" })',
  },
  affected: [],
  witness: null,
  remedies: ['Check `response.ok` before the item is shown.'],
  evidence: [],
  suggestion: {
    startLine: 8,
    endLine: 8,
    replacement:
      'const answer = await fetch("/orders/" + id + "/item", { method: "POST" })\nif (!answer.ok) throw new Error("not saved")',
  },
}

export function reviewOf(findings: readonly Finding[], more: Partial<Review> = {}): Review {
  const coverage = {
    changed: 3,
    inspected: 2,
    skipped: [{ path: 'legacy/report.rb', reason: 'no language or contract kind reads .rb files yet' }],
    repositories: [orders, ...neighbours].map((each) => each.snapshot),
    problems: [
      { path: 'legacy/report.rb', problem: 'not read' },
      { path: 'vendor/old.js', line: 3, problem: 'unexpected token' },
    ],
  }
  return {
    repository: 'acme/orders',
    base,
    head,
    conclusion: conclude(findings, coverage, 'neutral'),
    findings,
    coverage,
    model: {
      outcome: 'absent',
      note: 'No model is configured, so no opinions were asked for.',
      usage: { inputTokens: 0, cachedTokens: 0, outputTokens: 0, turns: 0, milliseconds: 0 },
      rejected: [],
    },
    timings: { diff: 12, facts: 140, total: 182 },
    ...more,
  }
}

export const complete: Review['model'] = {
  outcome: 'complete',
  note: 'Read 14 files in 6 turns.',
  usage: { inputTokens: 9_000, cachedTokens: 0, outputTokens: 900, turns: 6, milliseconds: 9_000 },
  rejected: [{ title: 'The total is never used', reason: 'billing/invoice.py:22 reads it.' }],
}
