import { expect, test } from '@jest/globals'
import { outlined } from '../outlined.js'

function bindings(source: string): readonly string[] {
  return outlined('orders.py', source).bindings
}

test('assignments bind names, types and patterns', () => {
  expect(
    bindings(`order: Order = load()\na = b = 1\nfirst, (second, *rest) = pair()\nx, y = 1, g()`),
  ).toEqual([
    '1 order: Order = load()',
    '2 b = 1',
    '2 a = 1',
    '3 {[] as first, [].[] as second} = pair()',
    '4 x = 1',
    '4 y = g()',
  ])
  expect(bindings('a, b = await asyncio.gather(get_order(), get_bill())')).toEqual([
    '1 a = get_order()',
    '1 b = get_bill()',
  ])
})

test('with, walrus and except bind what they hold', () => {
  expect(
    bindings(`async def f():
    async with httpx.AsyncClient(base_url=BASE) as client, open('a') as file:
        if (total := await client.get('/')):
            pass
    try: pass
    except HTTPError as error: pass
`),
  ).toEqual([
    '2 client = httpx.AsyncClient(base_url=BASE) in f',
    '2 file = open(`a`) in f',
    '3 total = client.get(`/`) in f',
  ])
})

test('loops and comprehensions bind items', () => {
  expect(
    bindings(`for order in orders: pass
for index, order in enumerate(orders): pass
for key, value in order.items(): pass
ids = {order.id for order in orders}
`),
  ).toEqual([
    '1 order of orders',
    '2 order of orders',
    '3 {[] as key, [] as value} of order.items()',
    '4 order of orders',
    '4 ids = [order.id]',
  ])
})

test('lambdas over a list bind items', () => {
  expect(bindings(`x = sorted(orders, key=lambda order: order.total)`)[0]).toBe('1 order of orders in key')
  expect(bindings(`x = map(lambda order: order.total, orders)`)[0]).toBe('1 order of orders in function@1')
})
