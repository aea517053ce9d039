import fc from 'fast-check'
import type { Finding, Review } from '../../src/domain/finding.js'
import { base, head, opinion, reviewOf } from './scenario.js'

// Findings whose every text comes from somebody who wants our comments to do something.

const vectors = [
  '@acme/owners',
  '@octocat',
  '/recheck dismiss abc fine',
  '/lgtm',
  'fixes #1',
  'acme/secret#7',
  'GH-12',
  '[click](https://evil.example)',
  '![x](https://evil.example/?q=secret)',
  '<img src=x onerror=alert(1)>',
  '<!-- interlock:08943f406f -->',
  '</details>',
  'https://evil.example',
  'www.evil.example',
  'mail@evil.example',
  '[r]: https://evil.example',
  '`',
  '``',
  '```',
  '~~~',
  '\\`',
  '\\',
  '|',
  '| a | b |\n|---|---|',
  '\n\n# heading\n',
  '\r\n/merge',
  '\u202eevil\u202c',
  '\u200b@octocat',
  '\u001b[31mred',
  '\u0000',
  '\ud800',
  '&lt;script&gt;',
  '&#64;octocat',
  '1. one',
  '- two',
  '> three',
  '$x$',
  '..',
  '../../etc/passwd',
  ':tada:',
  '{}',
  'a'.repeat(300),
  '0123456789abcdef0123456789abcdef01234567',
]

const fragment = fc.oneof(
  fc.constantFrom(...vectors),
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constant(' '),
)

export const hostile = fc.array(fragment, { maxLength: 6 }).map((parts) => parts.join(''))

const place = fc.record({
  repository: fc.oneof(fc.constantFrom('acme/orders', 'acme/web'), hostile),
  commit: fc.constantFrom(base, head, 'c'.repeat(40)),
  path: fc.oneof(fc.constantFrom('openapi.yaml', 'src/admin.ts'), hostile),
  line: fc.integer({ min: 1, max: 60 }),
  quote: hostile,
})

const affected = fc
  .record({ where: place, owners: fc.array(hostile, { maxLength: 3 }) })
  .map(({ where, owners }) => ({ ...where, owners }))

export const finding: fc.Arbitrary<Finding> = fc
  .record({
    id: fc.integer({ min: 0, max: 2 ** 31 }).map((each) => each.toString(16).padStart(10, '0')),
    rule: fc.constantFrom('http.route-removed', 'ai.logic'),
    status: fc.constantFrom('proved', 'corroborated', 'opinion'),
    level: fc.constantFrom('block', 'warn', 'note'),
    title: hostile,
    explanation: hostile,
    cause: place,
    affected: fc.array(affected, { maxLength: 14 }),
    remedies: fc.array(hostile, { maxLength: 3 }),
    outcome: hostile,
    suggestion: fc.option(hostile, { nil: undefined }),
    statement: hostile,
  })
  .map(
    ({ outcome, suggestion, statement, ...rest }): Finding => ({
      ...opinion,
      ...rest,
      witness: { provider: 'new', consumer: 'old', data: 'any', outcome },
      evidence: [{ id: 'E1', statement, place: rest.cause }],
      ...(suggestion === undefined
        ? {}
        : { suggestion: { startLine: 1, endLine: 1, replacement: suggestion } }),
    }),
  )

export const review: fc.Arbitrary<Review> = fc
  .record({ findings: fc.array(finding, { maxLength: 25 }), path: hostile, reason: hostile, note: hostile })
  .map(({ findings, path, reason, note }) => {
    const usual = reviewOf(findings)
    const coverage = {
      ...usual.coverage,
      skipped: [{ path, reason }],
      problems: [{ path: reason, problem: path }],
    }
    return { ...usual, coverage, model: { ...usual.model, note, rejected: [{ title: path, reason }] } }
  })
