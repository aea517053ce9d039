import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Browser, chromium, type Page } from 'playwright-core'
import { createSampleOrganisation, type Sandbox } from '../../src/sandbox/index.js'
import { type House, startHouse } from './support/house.js'

const executablePath = '/usr/bin/chromium'
const withBrowser = existsSync(executablePath) ? describe : describe.skip

withBrowser(`the sample's first pull request in a browser (skipped without ${executablePath})`, () => {
  let house: House
  let browser: Browser
  let page: Page
  const errors: string[] = []

  beforeAll(async () => {
    const seed = async (sandbox: Sandbox): Promise<void> => {
      await createSampleOrganisation(sandbox)
    }
    house = await startHouse({ seed, environment: { sharePrivate: true } })
    for (const delivery of house.sandbox.deliveries.filter((each) => each.event === 'pull_request'))
      await house.sandbox.redeliver(delivery)
    await house.settled()
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    page = await browser.newPage()
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    page.on('requestfailed', (request) => errors.push(`${request.url()} failed`))
    await page.goto(`${house.sandbox.url}/acme/orders/pull/1`)
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await house?.stop()
  })

  const checkNamed = (name: string) =>
    page.locator('#checks .check').filter({ has: page.getByText(name, { exact: true }) })

  it('shows the check that fails, with the consumers it breaks', async () => {
    const required = checkNamed('Interlock')
    expect(await required.locator('.check-head').innerText()).toMatch(/Interlock\s+failure/)
    const told = await required.innerText()
    for (const place of ['billing/invoices.py:33', 'src/api/orders.ts:38']) expect(told).toContain(place)
    expect(await checkNamed('Interlock AI review').innerText()).toContain('No model is configured')
    expect(await page.locator('.merge').innerText()).toContain('Merging is held')
  })

  it('shows each thread below the line that it is about', async () => {
    const rows = page.locator('#files .file tr.note')
    expect(await rows.count()).toBe(2)
    for (const [line, said] of [
      ['total:', /read .?total/],
      ["router.post('/orders/:id/cancel'", /web calls .*POST \/orders\/\{\}\/cancel/],
    ] as const) {
      const note = rows.filter({ hasText: said })
      const above = note.locator('xpath=preceding-sibling::tr[1]')
      expect(await above.innerText()).toContain(line)
    }
  })

  it('reviews again when /recheck is written into its box, and shows that it is done', async () => {
    const before = await checkNamed('Interlock').innerText()
    const completed = house.sandbox.ledger.applied(/PATCH .*\/check-runs\//).length
    await page.getByLabel('Comment').fill('/recheck')
    await page.getByRole('button', { name: 'Comment' }).click()
    const own = page
      .locator('article.comment')
      .filter({ hasText: '/recheck' })
      .filter({ hasText: 'dana commented' })
    await own.getByText('🚀').waitFor({ timeout: 20_000 })
    expect(house.sandbox.ledger.applied(/PATCH .*\/check-runs\//).length).toBeGreaterThan(completed)
    await house.settled()
    await page.reload()
    expect(await checkNamed('Interlock').innerText()).toBe(before)
    expect(await page.locator('#files .file tr.note').count()).toBe(2)
  })

  it('loads nothing from elsewhere, and nothing on it fails', () => {
    expect(errors).toEqual([])
  })
})
