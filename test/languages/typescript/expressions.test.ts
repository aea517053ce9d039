import { describe, expect, test } from '@jest/globals'
import { outlined } from '../outlined.js'

/** The value of `x` in `const x = <expression>`. */
function assigned(expression: string, path = 'a.ts'): string | undefined {
  const found = outlined(path, `const x = ${expression}`).bindings.find((line) => /^\d+ x = /.test(line))
  return found?.replace(/^\d+ x = /, '')
}

describe('values', () => {
  test('of texts are literals with values between them', () => {
    expect(assigned("'/orders'")).toBe('`/orders`')
    expect(assigned('`/orders/\u0024{id}/items`')).toBe('`/orders/<id>/items`')
    expect(assigned("base + '/orders/' + id + `?page=\u0024{page}`")).toBe('`<base>/orders/<id>?page=<page>`')
    expect(assigned("'a' + 'b'")).toBe('`ab`')
    expect(assigned("''")).toBe('``')
    expect(assigned(String.raw`'\'\x41\u0042\u{43}\n'`)).toBe("`'ABC\n`")
    expect(assigned('base + path')).toBe('`<base><path>`')
    expect(assigned('count + 1')).toBe('«count + 1»')
  })

  test('are normalised: optional chains, keys, await, parentheses and assertions', () => {
    expect(assigned('order?.customer!.email')).toBe('order.customer.email')
    expect(assigned("order['total']")).toBe('order.total')
    expect(assigned('process.env.ORDERS_URL')).toBe('process.env.ORDERS_URL')
    expect(assigned('import.meta.env.VITE_URL')).toBe('import.meta.env.VITE_URL')
    expect(assigned('await (order)')).toBe('order')
    expect(assigned('rows[0].total')).toBe('rows . [] . total')
    expect(assigned('(await load()).data.total')).toBe('load() . data . total')
    expect(assigned('order as Order')).toBe('(order as Order)')
    expect(assigned('order satisfies Order')).toBe('(order as Order)')
    expect(assigned('<Order>order')).toBe('(order as Order)')
    expect(assigned("['a'] as const")).toBe('[`a`]')
  })

  test('that may be one of several are choices', () => {
    expect(assigned("process.env.URL ?? fallback || 'http://orders'")).toBe(
      '(process.env.URL | fallback | `http://orders`)',
    )
    expect(assigned('paid ? a : late ? b : c')).toBe('(a | b | c)')
    expect(assigned('order && order.total')).toBe('order.total')
  })

  test('of objects and lists have their parts', () => {
    expect(assigned("{ id, total: 1, 'net-total': n, [key]: 2, ['tax']: 3, ...rest, pay() {} }")).toBe(
      '{id: id, total: 1, net-total: n, []: 2, tax: 3, pay: ƒ x.pay, ...rest}',
    )
    expect(assigned('[1, id, null, undefined, true, ...more]')).toBe(
      '[1, id, null, undefined, true, «...more»]',
    )
    expect(assigned('/a+/')).toBe('«/a+/»')
  })

  test('show no more than 80 characters of what is not understood', () => {
    expect(assigned(`-${'9'.repeat(200)}`)).toBe(`«-${'9'.repeat(79)}»`)
  })
})

describe('calls', () => {
  test('are named by a dotted, normalised callee', () => {
    const { calls } = outlined(
      'orders.ts',
      `fetch('/orders')
axios?.get<Order>(url)
this.http!['post'](url, { total })
new OrdersClient('/api').get(id)
await get<Order>(id)
(0, orders.get)(id)
require('express')()
gql\`query { order }\`
handlers[kind](order)
`
        .replace('await get', '\n;await get')
        .replace('(0,', ';(0,'),
    )
    expect(calls).toEqual([
      '1 fetch(`/orders`)',
      '2 axios.get<Order>(url)',
      '3 this.http.post(url, {total: total})',
      '4 new OrdersClient(`/api`)',
      '4 OrdersClient().get(id)',
      '6 get<Order>(id)',
      '7 orders.get(id)',
      '8 require(`express`)',
      '8 require()()',
      '9 gql(`query { order }`)',
      '10 handlers[](order)',
    ])
  })

  test('stand in the order of their names, each on the line of its name', () => {
    const { calls } = outlined(
      'orders.ts',
      `app
  .get('/orders', auth(user), (req, res) => res.json(list()))
  .post('/orders', create)
`,
    )
    expect(calls).toEqual([
      '2 app.get(`/orders`, auth(user), ƒ function@2)',
      '2 auth(user)',
      '2 res.json(list()) in function@2',
      '2 list() in function@2',
      '3 app.get().post(`/orders`, create)',
    ])
  })

  test('inside JSX are found', () => {
    const { calls, reads } = outlined(
      'card.tsx',
      `const Card = ({ order }) => <Price value={format(order.total)} on={() => pay(order.id)}>{order.customer.email}</Price>`,
    )
    expect(calls).toEqual(['1 format(order.total) in Card', '1 pay(order.id) in function@1'])
    expect(reads).toEqual([
      '1 read order . total in Card',
      '1 read order . id in function@1',
      '1 read order . customer in Card',
      '1 read order.customer . email in Card',
    ])
  })
})

describe('reads', () => {
  test('tell every member that is read or written, and no callee', () => {
    const { reads } = outlined(
      'orders.ts',
      `const mail = order.customer.email
order.total = 1
order.tax += 2
list[0].state
http.get(order['id'])
order.items.map(pay)
`,
    )
    expect(reads).toEqual([
      '1 read order . customer',
      '1 read order.customer . email',
      '2 write order . total',
      '3 read order . tax',
      '3 write order . tax',
      '4 read list . []',
      '4 read list . [] . state',
      '5 read order . id',
      '6 read order . items',
    ])
  })
})
