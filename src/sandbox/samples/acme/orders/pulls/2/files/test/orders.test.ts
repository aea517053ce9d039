import assert from 'node:assert/strict'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { createApp } from '../src/app.js'
import { MemoryOrderStore } from '../src/order-store.js'

const wanted = {
  customer: { id: 'c-7', email: 'ada@example.com' },
  currency: 'EUR',
  lines: [
    { sku: 'mug', quantity: 2, price: 1250 },
    { sku: 'tea', quantity: 1, price: 699 },
  ],
}

let server: Server
let url: string

before(() => {
  server = createApp(new MemoryOrderStore()).listen(0)
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
after(() => server.close())

async function call(method: string, path: string, body?: object) {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', 'x-caller': 'web' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return { status: response.status, body: await response.json() }
}

test('an order is placed and answered with its total', async () => {
  const placed = await call('POST', '/orders', wanted)
  assert.equal(placed.status, 201)
  assert.equal(placed.body.total, 3199)
  const found = await call('GET', `/orders/${placed.body.id}`)
  assert.deepEqual(found.body, placed.body)
})

test('a customer sees their own orders, newest first', async () => {
  await call('POST', '/orders', { ...wanted, customer: { id: 'c-8', email: 'bo@example.com' } })
  const listed = await call('GET', '/orders?customer=c-8')
  assert.equal(listed.body.orders.length, 1)
  assert.equal(listed.body.orders[0].total, 3199)
})

test('nothing is ordered without lines', async () => {
  const refused = await call('POST', '/orders', { ...wanted, lines: [] })
  assert.deepEqual(refused, { status: 422, body: { error: 'Nothing was ordered.' } })
})

test('an order is cancelled once', async () => {
  const placed = await call('POST', '/orders', wanted)
  const cancelled = await call('POST', `/orders/${placed.body.id}/cancel`)
  assert.equal(cancelled.body.status, 'cancelled')
  assert.equal((await call('PATCH', `/orders/${placed.body.id}`, { status: 'cancelled' })).status, 409)
})

test('an order says whether it may be cancelled', async () => {
  const placed = await call('POST', '/orders', wanted)
  assert.equal(placed.body.cancellable, true)
  const cancelled = await call('PATCH', `/orders/${placed.body.id}`, { status: 'cancelled' })
  assert.equal(cancelled.body.cancellable, false)
})

test('an order says where it is and where it may go', async () => {
  const placed = await call('POST', '/orders', wanted)
  const found = await call('GET', `/orders/${placed.body.id}/status`)
  assert.deepEqual(found.body, { status: 'placed', next: ['paid', 'cancelled'] })
})

test('strangers are not answered', async () => {
  const response = await fetch(`${url}/orders?customer=c-7`)
  assert.equal(response.status, 401)
})
