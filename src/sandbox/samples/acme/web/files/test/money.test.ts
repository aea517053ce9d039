import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatDate } from '../src/format/date.js'
import { formatMoney } from '../src/format/money.js'

test('cents are shown in the currency of the order', () => {
  assert.equal(formatMoney(3199, 'EUR'), '€31.99')
  assert.equal(formatMoney(0, 'USD'), '$0.00')
})

test('a moment is shown as a day', () => {
  assert.equal(formatDate('2026-03-03T10:00:00Z'), '3 March 2026')
})
