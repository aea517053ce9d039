import { describe, expect, test } from '@jest/globals'
import { outlined } from '../outlined.js'

function assigned(expression: string): string | undefined {
  const found = outlined('a.py', `x = ${expression}`).bindings.find((line) => /^\d+ x = /.test(line))
  return found?.replace(/^\d+ x = /, '')
}

describe('values', () => {
  test('of texts, however they are put together', () => {
    expect(assigned('f"{base}/orders/{order.id!r:>10}/{{x}}"')).toBe('`<base>/orders/<order.id>/{x}`')
    expect(assigned("base + '/orders/' + id")).toBe('`<base>/orders/<id>`')
    expect(assigned("'/or' \"ders/\" f'{id}'")).toBe('`/orders/<id>`')
    expect(assigned(String.raw`'\'\x41\n'`)).toBe("`'A\n`")
    expect(assigned(String.raw`r'\d+'`)).toBe('`\\d+`')
  })

  test('of formats keep placeholders by order, and open those by name', () => {
    expect(assigned("'/orders/%s/%d' % (id, page)")).toBe('format(`/orders/%s/%d`, id, page)')
    expect(assigned("'/orders/%s' % id")).toBe('format(`/orders/%s`, id)')
    expect(assigned("'/orders/%(id)s/%%' % {'id': order.id}")).toBe('`/orders/<order.id>/%`')
    expect(assigned("'/orders/{}/{}'.format(id, page)")).toBe('format(`/orders/{}/{}`, id, page)')
    expect(assigned("'{base}/orders/{0}{{}}'.format(id, base=url)")).toBe('`<url>/orders/<id>{}`')
    expect(assigned('PATH.format(id=1)')).toBe('PATH.format(id=1)')
  })

  test('are normalised: self, keys, await and parentheses', () => {
    expect(assigned('self.client')).toBe('this.client')
    expect(assigned('os.environ["ORDERS_URL"]')).toBe('os.environ.ORDERS_URL')
    expect(assigned('(await load())["total"]')).toBe('load() . total')
    expect(assigned('orders[0].total')).toBe('orders . [] . total')
    expect(assigned('orders[1:3]')).toBe('orders')
  })

  test('that may be one of several are choices', () => {
    expect(assigned("os.getenv('URL') or fallback or 'http://orders'")).toBe(
      '(os.getenv(`URL`) | fallback | `http://orders`)',
    )
    expect(assigned('a if paid else b')).toBe('(a | b)')
  })

  test('of dictionaries and lists have their parts', () => {
    expect(assigned('{"id": id, "lines": [1, None, True], key: 2, **rest}')).toBe(
      '{id: id, lines: [1, None, True], []: 2, ...rest}',
    )
    expect(assigned('[order.id for order in orders if order.paid]')).toBe('[order.id]')
  })
})

describe('calls', () => {
  test('have positional and named arguments', () => {
    const { calls } = outlined(
      'orders.py',
      `app.include_router(orders.router, prefix="/api", tags=["orders"])
self.session.get(url, **options)
requests.Session().post(url, json={"total": total})
sum(order.total for order in orders)
`,
    )
    expect(calls).toEqual([
      '1 app.include_router(orders.router, prefix=`/api`, tags=[`orders`])',
      '2 this.session.get(url, «**options»)',
      '3 requests.Session()',
      '3 requests.Session().post(url, json={total: total})',
      '4 sum([order.total])',
    ])
  })
})

describe('reads', () => {
  test('tell members, keys and the keys that get is asked for', () => {
    const { reads } = outlined(
      'orders.py',
      `data["total"]
data.get("tax", 0)
client.get("/orders")
order.customer.email = mail
order.count += 1
environ.get("URL").strip()
`,
    )
    expect(reads).toEqual([
      '1 read data . total',
      '2 read data . tax',
      '4 read order . customer',
      '4 write order.customer . email',
      '5 read order . count',
      '5 write order . count',
      '6 read environ . URL',
    ])
  })
})
