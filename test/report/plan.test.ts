import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Finding } from '../../src/domain/finding.js'
import { anchorOf } from '../../src/lib/anchor.js'
import { permalinks, planPublication } from '../../src/report/index.js'
import { review } from './hostile.js'
import { complete, files, opinion, reviewOf, sampleFindings } from './scenario.js'

const linkTo = permalinks('https://github.com')
const plan = (findings: readonly Finding[], more: Parameters<typeof reviewOf>[1] = {}, comments = 10) =>
  planPublication(reviewOf(findings, more), files, { linkTo, comments })

/** Findings on the one line that takes a comment. */
function many(count: number, more: Partial<Finding> = {}): readonly Finding[] {
  return Array.from({ length: count }, (_, at) => ({
    ...opinion,
    id: `id${at}`,
    status: 'corroborated',
    ...more,
  }))
}

describe('what is published', () => {
  test('stands on the removed line at the left, and counts as said', async () => {
    const { comments, checks, open } = plan(await sampleFindings())
    expect(comments.map((each) => each.anchor)).toEqual([
      { path: 'openapi.yaml', line: 41, side: 'LEFT' },
      { path: 'src/admin.ts', line: 8, side: 'RIGHT' },
    ])
    expect(checks[0].annotations).toEqual([])
    expect(open).toHaveLength(2)
  })

  test('becomes an annotation on the nearest line of the head where no comment can stand', async () => {
    const moved = (await sampleFindings()).map((each) => ({
      ...each,
      cause: { ...each.cause, line: each.cause.line + 500 },
    }))
    const { comments, checks, summary } = plan(moved)
    expect(comments).toEqual([])
    expect(checks[0].annotations).toMatchObject([
      { level: 'failure' },
      { level: 'warning', path: 'src/admin.ts', startLine: 508 },
    ])
    expect(summary).toContain('billing and web')
  })

  test('is at most ten comments, the engine before the model, and the rest are annotations of their check', () => {
    const spoken = plan([
      ...many(4, { status: 'opinion', id: 'ai' }).map((each, at) => ({ ...each, id: `ai${at}` })),
      ...many(8),
    ])
    expect(spoken.comments.map((each) => each.fingerprint)).toEqual([
      'id0',
      'id1',
      'id2',
      'id3',
      'id4',
      'id5',
      'id6',
      'id7',
      'ai0',
      'ai1',
    ])
    expect(spoken.checks.map((each) => each.annotations.length)).toEqual([0, 2])
    expect(plan(many(8), {}, 3).comments).toHaveLength(3)
    expect(plan(many(80), {}, 50).comments).toHaveLength(10)
    expect(plan(many(80), {}, 0).checks[0].annotations).toHaveLength(80)
  })

  test('is no comment and no annotation for notes, which wait in the check', () => {
    const quiet = plan(many(3, { level: 'note' }))
    expect(quiet).toMatchObject({ comments: [], summary: null })
    expect(quiet.checks[0].annotations).toEqual([])
    expect(quiet.checks[0].summary).toContain('Notes (3)')
    expect(quiet.open).toHaveLength(3)
  })
})

describe('the advisory check', () => {
  test.each([
    ['complete', 'success'],
    ['partial', 'neutral'],
    ['failed', 'neutral'],
    ['absent', 'neutral'],
    ['skipped', 'neutral'],
  ] as const)('of a stage that is %s concludes %s, whatever was found', (outcome, conclusion) => {
    const advisory = plan(many(2, { status: 'opinion', level: 'block' }), { model: { ...complete, outcome } })
      .checks[1]
    expect(advisory).toMatchObject({ name: 'Interlock AI review', conclusion })
    expect(advisory.summary).toContain('never blocks')
  })

  test('holds the opinions, and the required one does not', () => {
    const [required, advisory] = plan(many(1, { status: 'opinion' }), { model: complete }).checks
    expect(required.summary).not.toContain('failed call')
    expect(advisory.summary).toContain('failed call')
  })
})

test('every limit of GitHub is kept, whatever the review', () => {
  fc.assert(
    fc.property(review, fc.integer({ min: 1, max: 20 }), (each, times) => {
      const findings = Array.from({ length: times }, (_, at) =>
        each.findings.map((one) => ({ ...one, id: `${one.id}${at}` })),
      ).flat()
      const made = planPublication({ ...each, findings }, files, { linkTo })
      expect(made.comments.length).toBeLessThanOrEqual(10)
      for (const { anchor, body } of made.comments) {
        expect(anchorOf(files, anchor.side, anchor.path, anchor.line)).toEqual(anchor)
        expect(body.length).toBeLessThanOrEqual(65_000)
      }
      for (const check of made.checks) {
        expect(check.title.length).toBeLessThanOrEqual(60)
        expect(Buffer.byteLength(check.summary)).toBeLessThanOrEqual(65_535)
        for (const { title, message, startLine, endLine } of check.annotations) {
          expect(title.length).toBeLessThanOrEqual(255)
          expect(Buffer.byteLength(message)).toBeLessThanOrEqual(64_000)
          expect(startLine).toBeGreaterThan(0)
          expect(endLine).toBe(startLine)
        }
      }
      expect(Buffer.byteLength(made.summary ?? '')).toBeLessThanOrEqual(65_535)
      expect(made.summary === null).toBe(findings.every(({ level }) => level === 'note'))
    }),
    { numRuns: 15 },
  )
})

test('a summary that does not fit says how many findings are missing', () => {
  const long = many(900, { title: 'A failed call is taken for a saved item '.repeat(3) })
  expect(plan(long).summary).toMatch(/… and \d+ more/)
  expect(plan(long).checks[0].summary).toMatch(/… and \d+ more/)
})
