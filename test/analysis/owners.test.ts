import { describe, expect, test } from '@jest/globals'
import { ownersOf, parseOwners } from '../../src/analysis/index.js'
import { matchesPath } from '../../src/lib/path-pattern.js'

describe('a CODEOWNERS pattern', () => {
  test.each([
    ['*', 'src/checkout.ts', true],
    ['*.js', 'web/app.js', true],
    ['*.js', 'web/app.ts', false],
    ['/build/logs/', 'build/logs/2026/a.log', true],
    ['/build/logs/', 'src/build/logs/a.log', false],
    ['docs/*', 'docs/getting-started.md', true],
    ['docs/*', 'docs/build-app/troubleshooting.md', false],
    ['apps/', 'web/apps/shop/main.ts', true],
    ['apps/', 'apps', false],
    ['/docs/', 'docs/a.md', true],
    ['/apps/github', 'apps/github/main.go', true],
    ['/apps/github', 'apps/github', true],
    ['**/logs', 'deploy/logs/a.log', true],
    ['**/logs', 'logs/a.log', true],
    ['/scripts/**/*.sh', 'scripts/a/b/c.sh', true],
    ['/scripts/**/*.sh', 'scripts/c.sh', true],
    ['src/**', 'src/a/b.ts', true],
    ['src/orders', 'lib/src/orders/a.ts', false],
    ['Checkout.ts', 'src/checkout.ts', false],
    ['checkout.?s', 'src/checkout.ts', true],
    ['/a\\ b.md', 'a b.md', true],
  ])('%s and %s: %s', (pattern, path, wanted) => {
    expect(matchesPath(pattern.replace('\\ ', ' '), path)).toBe(wanted)
  })

  test('takes no longer for a hostile pattern', () => {
    const pattern = `${'*a'.repeat(200)}b`
    const began = performance.now()
    expect(matchesPath(pattern, 'a'.repeat(4000))).toBe(false)
    expect(performance.now() - began).toBeLessThan(1000)
  })
})

test('the last rule that matches decides, also when it names nobody', () => {
  const rules = parseOwners(
    [
      '# the shop',
      '* @acme/everyone',
      '/billing/ @acme/billing billing@acme.example # money',
      '/billing/generated/',
      'a\\ b.md @ana',
      '!not.md @ana',
      '[ab].md @ana',
      '*.py someone',
    ].join('\r\n'),
  )
  expect(ownersOf(rules, 'web/a.ts')).toEqual(['@acme/everyone'])
  expect(ownersOf(rules, 'billing/invoice.py')).toEqual(['@acme/billing', 'billing@acme.example'])
  expect(ownersOf(rules, 'billing/generated/a.py')).toEqual([])
  expect(ownersOf(rules, 'a b.md')).toEqual(['@ana'])
  expect(ownersOf(rules, 'not.md')).toEqual(['@acme/everyone'])
  expect(ownersOf([], 'a.md')).toEqual([])
})
