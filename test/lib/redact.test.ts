import { describe, expect, test } from '@jest/globals'
import { holdsSecret, redact } from '../../src/lib/redact.js'

// Written in pieces, so that no scanner of this repository takes an example for a leak.
const samples: readonly (readonly [string, string])[] = [
  ['a stateless installation token', `ghs_${'1234_eyJhbGciOi.abc-DEF_'.repeat(20)}`],
  ['a classic token', `ghp_${'a1'.repeat(18)}`],
  ['a fine-grained token', `github_pat_${'a1_'.repeat(20)}`],
  ['a model key', `sk-ant-${'api03-xY9_'.repeat(6)}`],
  ['a cloud key', `AKIA${'IOSFODNN7EXAMPLE'}`],
  ['a payment key', `sk_live_${'4eC39Hq'.repeat(4)}`],
  ['a chat token', `xoxb-${'123456789012-abc'.repeat(3)}`],
  ['a JWT', `eyJ${'hbGciOiJIUzI1NiJ9'}.eyJ${'zdWIiOiIxMjM0NTY3ODkwIn0'}.${'dozjgNryP4J3jVmNHl0w5N'}`],
  ['a private key', `-----BEGIN RSA ${'PRIVATE'} KEY-----\nMIIEow\n-----END RSA ${'PRIVATE'} KEY-----`],
]

describe('redaction', () => {
  test.each(samples)('removes %s', (_, secret) => {
    const text = `before ${secret} after`
    expect(redact(text)).toMatch(/^before <<SECRET:[a-z-]+>> after$/)
    expect(holdsSecret(text)).toBe(true)
  })

  test('keeps what stands around a password', () => {
    expect(redact('postgres://shop:hunter22@db:5432/orders')).toBe(
      'postgres://shop:<<SECRET:url-password>>@db:5432/orders',
    )
    expect(redact('password = "correct-horse-battery"')).toBe('password = "<<SECRET:assigned>>"')
  })

  test.each([
    'const total = order.total',
    'https://orders.internal:3000/orders/{id}',
    'password: process.env.PASSWORD',
    'import { token } from "./token.js"',
    'GET /orders/{}',
  ])('leaves %s as it is', (text) => {
    expect(redact(text)).toBe(text)
  })

  test('takes time linear in the text', () => {
    const started = performance.now()
    redact(`-----BEGIN PRIVATE KEY-----${'a:b@'.repeat(200_000)}${'x"= '.repeat(100_000)}`)
    expect(performance.now() - started).toBeLessThan(3_000)
  })
})
