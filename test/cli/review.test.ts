import { describe, expect, it } from '@jest/globals'
import { createRepository, runGit, temporaryFolder } from '../support/git.js'
import { breaks, readReview } from './support/reviewed.js'
import { createShop } from './support/shop.js'
import { interlock } from './support/terminal.js'

const shop = createShop()
const { orders, web, billing } = shop
const others = ['--with', web.directory, '--with', billing.directory]
const review = (...more: readonly string[]) => interlock(['review', '--repo', orders.directory, ...more])

/** What the pull request breaks, to the line. */
const broken = [
  'http.response-property-removed openapi.yaml:30 <- acme/billing/billing/invoices.py:10, acme/web/src/order-page.ts:6',
  'http.route-removed openapi.yaml:16 <- acme/web/src/order-page.ts:10',
]

describe('a pull request that breaks other repositories', () => {
  it('exits with 1, and names each consumer at its file and line', async () => {
    const { code, out, error } = await review('--base', 'main', ...others, '--format', 'json')
    expect({ code, error }).toEqual({ code: 1, error: '' })
    const reviewed = readReview(out)
    expect(breaks(reviewed)).toEqual(broken)
    expect(reviewed.conclusion).toBe('failure')
    expect([reviewed.base, reviewed.head]).toEqual([
      orders.git('rev-parse', 'main'),
      orders.git('rev-parse', 'rename-total'),
    ])
    expect(reviewed.coverage.repositories.map((each) => each.repository).sort()).toEqual([
      'acme/billing',
      'acme/orders',
      'acme/web',
    ])
  })

  it('is told in plain text to a pipe, and in colour to a person', async () => {
    const { code, out } = await review('--base', 'main', ...others)
    expect(code).toBe(1)
    expect(out).not.toContain('\u001b')
    expect(out).toContain('✗ acme/orders')
    expect(out).toMatch(/acme\/billing {2}billing\/invoices\.py:10/)
    expect(out).toMatch(/acme\/web {2}src\/order-page\.ts:6/)
    const shown = await interlock(['review', '--repo', orders.directory, '--base', 'main', ...others], {
      interactive: { out: true },
    })
    expect(shown.out).toContain('\u001b[')
  })

  it('is told as Markdown', async () => {
    const { code, out } = await review('--base', 'main', ...others, '--format', 'markdown')
    expect(code).toBe(1)
    expect(out).toMatch(/^# `acme\/orders`/)
    expect(out).toContain('`billing/invoices.py:10`')
  })

  it('blocks nobody when nobody else is asked', async () => {
    const { code, out } = await review('--base', 'main', '--format', 'json')
    expect(code).toBe(0)
    expect(breaks(readReview(out))).toEqual([])
  })

  it('says the same words every time', async () => {
    const untimed = (text: string) => text.replace(/"timing_ms"[\s\S]*$/, '')
    const [one, other] = [
      await review('--base', 'main', ...others, '--format', 'json'),
      await review(
        '--base',
        'main',
        '--with',
        billing.directory,
        '--with',
        web.directory,
        '--format',
        'json',
      ),
    ]
    expect(untimed(other.out)).toBe(untimed(one.out))
  })
})

describe('a pull request that only adds', () => {
  it('exits with 0 and finds nothing', async () => {
    const { code, out } = await review(
      '--base',
      'main',
      '--head',
      'add-status',
      ...others,
      '--format',
      'json',
    )
    expect(code).toBe(0)
    expect(readReview(out)).toMatchObject({ conclusion: 'success', findings: [] })
  })
})

describe('what is compared', () => {
  it('is HEAD with the usual branch, when nothing is said', async () => {
    const { out } = await interlock(['review', ...others, '--format', 'json'], {
      directory: orders.directory,
    })
    expect(breaks(readReview(out))).toEqual(broken)
  })

  it('begins where the branch left its base, so that what others merged is not held against it', async () => {
    const moved = createShop().orders
    moved.checkout('main')
    moved.commit({ 'src/other.ts': 'export const other = 1\n' }, 'Move on')
    moved.checkout('add-status')
    const { out } = await interlock([
      'review',
      '--repo',
      moved.directory,
      '--base',
      'main',
      '--format',
      'json',
    ])
    expect(readReview(out).coverage.changed).toBe(2)
  })

  it('takes another repository as it was at a revision', async () => {
    const mended = createShop()
    mended.billing.branch('mended')
    const [path = ''] = ['billing/invoices.py']
    const text = mended.billing.git('show', `main:${path}`).replace('order["total"]', 'order["amount"]')
    const now = mended.billing.commit({ [path]: text }, 'Read the amount')
    const asked = (revision: string) =>
      review('--base', 'main', '--with', `${mended.billing.directory}${revision}`, '--format', 'json')
    expect((await asked('@main')).code).toBe(1)
    const { code, out } = await asked('@mended')
    expect(code).toBe(0)
    expect(readReview(out).coverage.repositories).toContainEqual({ repository: 'acme/billing', commit: now })
    expect((await asked('')).code).toBe(0)
  })

  it('is the same in bare mirrors as in work trees', async () => {
    const mirrors = [orders, web, billing].map(({ directory, git }) => {
      const mirror = `${temporaryFolder()}/mirror.git`
      runGit(directory, ['clone', '--quiet', '--mirror', directory, mirror])
      runGit(mirror, ['remote', 'set-url', 'origin', git('config', '--get', 'remote.origin.url')])
      return mirror
    })
    const [repository = '', ...rest] = mirrors
    const { code, out } = await interlock([
      ...['review', '--repo', repository, '--base', 'main', '--head', 'rename-total', '--format', 'json'],
      ...rest.flatMap((each) => ['--with', each]),
    ])
    expect(code).toBe(1)
    expect(breaks(readReview(out))).toEqual(broken)
  })

  it('is what is committed: a work tree is neither read nor touched', async () => {
    const dirty = createShop().orders
    dirty.checkout('add-status')
    runGit(dirty.directory, ['rm', '--quiet', '--cached', 'openapi.yaml'])
    const before = dirty.git('status', '--porcelain')
    const { code } = await interlock(['review', '--repo', dirty.directory, '--base', 'main', ...others])
    expect(code).toBe(0)
    expect(dirty.git('status', '--porcelain')).toBe(before)
  })
})

describe('what could not be inspected', () => {
  it('is named, and leaves the check neutral', async () => {
    const phone = createRepository({ 'run.swift': 'get("orders/1")\n' }, { name: 'acme/deploy' })
    phone.branch('work')
    phone.commit({ 'run.swift': 'get("orders/2")\n' })
    const { code, out } = await interlock([
      ...['review', '--repo', phone.directory, '--base', 'main', '--format', 'json'],
    ])
    expect(code).toBe(0)
    const { conclusion, coverage } = readReview(out)
    expect(conclusion).toBe('neutral')
    expect(coverage.skipped).toEqual([{ path: 'run.swift', reason: expect.stringContaining('.swift') }])
  })
})
