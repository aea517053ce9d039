import type { Claim } from '../../src/domain/claim.js'
import type { PullChange } from '../../src/domain/diff.js'
import type { Evidence } from '../../src/domain/finding.js'

/** The pull request that renames `total`, as the diff, the files and the evidence that a verifier and a model see. */
export const orderFile = {
  base: ['export function answer(order: Order) {', '  return { id: order.id, total: order.total }', '}'],
  head: ['export function answer(order: Order) {', '  return { id: order.id, amount: order.total }', '}'],
}

export const change: PullChange = {
  repository: 'acme/orders',
  base: 'b'.repeat(40),
  head: 'a'.repeat(40),
  files: [
    {
      status: 'modified',
      old: { path: 'src/answer.ts', blob: '1'.repeat(40) },
      new: { path: 'src/answer.ts', blob: '2'.repeat(40) },
      binary: false,
      submodule: false,
      hunks: [
        {
          oldStart: 1,
          oldCount: 3,
          newStart: 1,
          newCount: 3,
          lines: [
            { type: 'context', old: 1, new: 1, text: orderFile.base[0] ?? '' },
            { type: 'removed', old: 2, new: null, text: orderFile.base[1] ?? '' },
            { type: 'added', old: null, new: 2, text: orderFile.head[1] ?? '' },
            { type: 'context', old: 3, new: 3, text: '}' },
          ],
        },
      ],
    },
  ],
}

export const billing = ['def charge(order):', '    return order["total"] * 100']

export const evidence: readonly Evidence[] = [
  {
    id: 'E1',
    statement: 'billing reads total of the order',
    place: {
      repository: 'acme/billing',
      commit: 'c'.repeat(40),
      path: 'invoice.py',
      line: 2,
      quote: 'return order["total"] * 100',
    },
  },
]

/** A claim that holds. */
export const claim: Claim = {
  path: 'src/answer.ts',
  startLine: 2,
  endLine: 2,
  side: 'RIGHT',
  quote: '  return { id: order.id, amount: order.total }',
  introducedBy: { path: 'src/answer.ts', quote: 'return { id: order.id, amount: order.total }' },
  category: 'contract-break',
  severity: 'blocker',
  title: 'billing charges nothing after the rename of total',
  failingScenario: 'Given billing as it is, when an order is charged, then `order["total"]` is missing.',
  evidenceIds: ['E1'],
  affected: [{ repository: 'acme/billing', path: 'invoice.py', line: 2 }],
  fix: 'Keep `total` until billing reads `amount`.',
  replacement: '  return { id: order.id, total: order.total, amount: order.total }',
}
