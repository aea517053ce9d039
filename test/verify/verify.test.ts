import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Claim } from '../../src/domain/claim.js'
import { findingOf, type VerifyContext, verify } from '../../src/verify/index.js'
import { billing, change, claim, evidence, orderFile } from '../support/review-world.js'

const context: VerifyContext = {
  change,
  lines: async (side, path) =>
    path === 'src/answer.ts' ? orderFile[side === 'LEFT' ? 'base' : 'head'] : null,
  elsewhere: async (repository, path) =>
    repository === 'acme/billing' && path === 'invoice.py' ? billing : null,
  snapshots: new Map([['acme/billing', 'c'.repeat(40)]]),
  evidence,
  findings: [],
  accepted: [],
}

async function reasonFor(part: Partial<Claim>): Promise<string> {
  const verdict = await verify({ ...claim, ...part }, context)
  return verdict.accepted ? 'accepted' : verdict.reason
}

describe('a claim', () => {
  test('that holds is accepted as it is', async () => {
    expect(await verify(claim, context)).toEqual({ accepted: true, claim, notes: [] })
  })

  test('with a wrong line number is moved to its quote', async () => {
    const verdict = await verify({ ...claim, startLine: 40, endLine: 41 }, context)
    expect(verdict).toMatchObject({ accepted: true, claim: { startLine: 2, endLine: 2 } })
  })

  test.each<[string, Partial<Claim>, RegExp]>([
    ['about a file that is not there', { path: 'src/other.ts' }, /no file src\/other\.ts at the head/],
    [
      'whose quote is invented',
      { quote: 'return nothing' },
      /line 2 reads " {2}return \{ id: order\.id, amount/,
    ],
    [
      'whose quote is of the other side',
      { quote: '  return { id: order.id, total: order.total }' },
      /does not stand/,
    ],
    ['without a quote', { quote: ' \n ' }, /quote is empty/],
    ['about what was there before', { introducedBy: { path: 'src/answer.ts', quote: '}' } }, /out of scope/],
    [
      'caused by an unchanged file',
      { introducedBy: { path: 'README.md', quote: 'x' } },
      /does not change README\.md/,
    ],
    ['with unknown evidence', { evidenceIds: ['E1', 'E9'] }, /Unknown evidence: E9/],
    [
      'that affects an invented file',
      { affected: [{ repository: 'acme/billing', path: 'a.py', line: 1 }] },
      /no file acme\/billing\/a\.py/,
    ],
    [
      'that affects a line past the end',
      { affected: [{ repository: 'acme/billing', path: 'invoice.py', line: 9 }] },
      /has 2 lines/,
    ],
    [
      'about a repository that was not asked',
      { affected: [{ repository: 'acme/secret', path: 'x', line: 1 }] },
      /any repository that was asked/,
    ],
    ['with a link', { fix: 'see https://evil.example/?q=1' }, /no links/],
    ['with an image', { title: 'x ![a](b)' }, /no links/],
    ['with HTML', { failingScenario: 'then <img src=x>' }, /no links, images or HTML/],
    ['that is a flood', { title: 'x'.repeat(200) }, /longer than 120/],
  ])('%s is rejected with the reason', async (_, part, reason) => {
    expect(await reasonFor(part)).toMatch(reason)
  })

  test('about a removed line is held against the base', async () => {
    const quote = orderFile.base[1] ?? ''
    const removed = {
      side: 'LEFT' as const,
      quote,
      introducedBy: { path: 'src/answer.ts', quote },
      replacement: '',
    }
    expect(await reasonFor(removed)).toBe('accepted')
  })

  test('is not said twice', async () => {
    const verdict = await verify(claim, { ...context, accepted: [claim] })
    expect(verdict).toMatchObject({ accepted: false, reason: expect.stringContaining('already reported') })
  })

  test.each([
    ['that changes nothing', orderFile.head[1] ?? ''],
    ['that is a rewrite', 'x\n'.repeat(30)],
  ])('keeps standing when its replacement is one %s', async (_, replacement) => {
    const verdict = await verify({ ...claim, replacement }, context)
    expect(verdict).toMatchObject({ accepted: true, claim: { replacement: '' } })
  })

  test('loses characters that cannot be seen', async () => {
    const verdict = await verify({ ...claim, title: 'to\u202etal is \u{e0041}gone\u200b' }, context)
    expect(verdict).toMatchObject({ accepted: true, claim: { title: 'total is gone' } })
  })

  test('with any other line as its quote is never published', async () => {
    const property = fc.asyncProperty(fc.string({ minLength: 1 }), async (quote) => {
      fc.pre(
        quote.trim() !== '' &&
          !orderFile.head.some((line) => quote.split('\n').some((part) => part.trim() === line.trim())),
      )
      const verdict = await verify({ ...claim, quote }, context)
      expect(verdict.accepted).toBe(false)
    })
    await fc.assert(property)
  })
})

describe('the finding of a claim', () => {
  test('is an opinion that never blocks, with both sides cited', async () => {
    const finding = await findingOf(claim, context)
    expect(finding).toMatchObject({
      status: 'opinion',
      level: 'warn',
      rule: 'ai.contract-break',
      cause: { path: 'src/answer.ts', line: 2, commit: change.head },
      affected: [
        { repository: 'acme/billing', line: 2, quote: 'return order["total"] * 100', commit: 'c'.repeat(40) },
      ],
    })
  })

  test('keeps its identity when its lines move and its words change', async () => {
    const one = await findingOf(claim, context)
    const other = await findingOf({ ...claim, startLine: 80, endLine: 80, title: 'else' }, context)
    expect(other.id).toBe(one.id)
  })
})
