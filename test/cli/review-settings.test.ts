import { describe, expect, it } from '@jest/globals'
import { createRepository, type Files } from '../support/git.js'
import { breaks, readReview } from './support/reviewed.js'
import { shopFiles } from './support/shop.js'
import { interlock } from './support/terminal.js'

const settings = (text: string): Files => ({ '.github/interlock.yml': text })

const web = createRepository(shopFiles.web, { name: 'acme/web' })
const billing = createRepository(shopFiles.billing, { name: 'acme/billing' })

/** Reviews `rename-total` of a shop whose base and pull request bring these files besides. */
async function reviewWith(base: Files, pull: Files = {}) {
  const orders = createRepository({ ...shopFiles.orders, ...base }, { name: 'acme/orders' })
  orders.branch('proposed')
  orders.commit({ ...shopFiles.renameTotal, ...pull }, 'Rename total')
  const others = ['--with', web.directory, '--with', billing.directory]
  const argv = ['review', '--repo', orders.directory, '--base', 'main', ...others, '--format', 'json']
  const { code, out, error } = await interlock(argv)
  return { code, error, review: readReview(out) }
}

let honest: ReturnType<typeof reviewWith> | null = null

const silent = ['http.response-property-removed', 'http.route-removed']
const off = `rules:\n${silent.map((rule) => `  ${rule}: off\n`).join('')}`

describe('settings', () => {
  it('of the base are obeyed', async () => {
    const { code, review } = await reviewWith(settings(off))
    expect(code).toBe(0)
    expect(review.findings).toEqual([])
  })

  it('lower a rule, which then is told and does not block', async () => {
    const lowered = off.replaceAll('off', 'warn')
    const { code, review } = await reviewWith(settings(lowered))
    expect(code).toBe(0)
    expect(breaks(review)).toEqual([])
    expect(review.findings.filter((each) => each.level === 'warn').map((each) => each.rule)).toEqual(
      expect.arrayContaining(silent),
    )
  })

  it.each([
    ['rules that are off', settings(off)],
    ['ignored paths', settings("paths: { ignore: ['**'] }\n")],
    ['everything off', settings('enabled: false\n')],
    ['a file that is no YAML', settings('rules: [')],
    ['a symbolic link to nowhere', { '.github/interlock.yml': { symlink: '/etc/passwd' } }],
  ])('of the pull request are not: %s', async (_, pull) => {
    honest ??= reviewWith({})
    const attack = await reviewWith({}, pull)
    expect(attack.code).toBe(1)
    expect(attack.review.conclusion).toBe('failure')
    expect(breaks(attack.review)).toEqual(breaks((await honest).review))
    expect(breaks(attack.review)).toHaveLength(2)
  })

  it('that are removed by the pull request still hold', async () => {
    const { code } = await reviewWith(settings(off), { '.github/interlock.yml': null })
    expect(code).toBe(0)
  })

  it('with a mistake mean the defaults, and say so', async () => {
    const { code, review } = await reviewWith(settings('rules: { http.route-removed: never }\n'))
    expect(code).toBe(1)
    expect(JSON.stringify(review.coverage.skipped)).toContain('.github/interlock.yml')
  })

  it('say which files are not inspected', async () => {
    const { review } = await reviewWith(settings("paths: { ignore: ['*.yaml'] }\n"))
    expect(review.coverage.skipped).toContainEqual({
      path: 'openapi.yaml',
      reason: 'ignored by the settings',
    })
  })
})
