import { describe, expect, test } from '@jest/globals'
import { outlined } from '../outlined.js'

function bindings(source: string): readonly string[] {
  return outlined('orders.ts', source).bindings
}

describe('names', () => {
  test('are bound by declarations, with their types', () => {
    expect(bindings(`const order: Order = load()\nlet total: number\nvar x`)).toEqual([
      '1 order: Order = load()',
      '2 total: number = «»',
    ])
  })

  test('are bound by destructuring, by the path of each field', () => {
    expect(bindings(`const { id, customer: { email: mail = none() }, ...rest } = order`)).toEqual([
      '1 {id, customer.email as mail} = order',
      '1 rest = order',
    ])
    expect(bindings(`const [first, { total }] = orders`)).toEqual([
      '1 {[] as first, [].total as total} = orders',
    ])
    expect(bindings(`({ id: key } = order)`)).toEqual(['1 {id as key} = order'])
  })

  test('take one item each of a list of known items', () => {
    expect(bindings(`const [order, , bill = none] = await Promise.all([getOrder(), x, getBill()])`)).toEqual([
      '1 order = getOrder()',
      '1 bill = getBill()',
    ])
  })

  test('are bound by assignments, also to members', () => {
    expect(bindings(`url = base\nthis.http = axios.create()\nstate.order.total = 1\nurl ??= '/api'`)).toEqual(
      ['1 url = base', '2 this.http = axios.create()', '3 state.order.total = 1', '4 url = `/api`'],
    )
  })

  test('of loops hold an item', () => {
    expect(bindings(`for (const { id } of orders) use(id)\nfor (const key in order) use(key)`)).toEqual([
      '1 {id} of orders',
    ])
  })
})

describe('parameters of callbacks', () => {
  test('hold an item of what the callback runs over', () => {
    expect(
      bindings(
        `orders.filter((order) => order.paid).map(({ id }) => id)\nlist.reduce((sum, one) => sum + one.total, 0)`,
      ),
    ).toEqual([
      '1 order of orders in function@1',
      '1 {id} of orders.filter(ƒ function@1) in function@1',
      '2 one of list in function@2',
    ])
  })

  test('hold the answer when it has come', () => {
    expect(bindings(`fetch(url).then((res) => res.json()).then((order: Order) => order.total)`)).toEqual([
      '1 res = fetch(url) in function@1',
      '1 order: Order = fetch().then(ƒ function@1) in function@1',
    ])
    expect(bindings(`http.get(url).subscribe({ next: (order) => order.id, error: (e) => e })`)).toEqual([
      '1 order = http.get(url) in next',
    ])
  })

  test('of a pipe hold what comes in until an operator changes it', () => {
    expect(
      bindings(`const x = http.get(url).pipe(tap((a) => a), map((b) => b.total), tap((c) => c))`).slice(0, 2),
    ).toEqual(['1 a = http.get(url) in function@1', '1 b = http.get(url) in function@1'])
    expect(bindings(`const order = http.get(url).pipe(retry(3), catchError(report))`)).toEqual([
      '1 order = http.get(url)',
    ])
  })

  test('are bound before the body that uses them', () => {
    expect(bindings(`orders.map((order) => { const total = order.total; return total })`)).toEqual([
      '1 order of orders in function@1',
      '1 total = order.total in function@1',
    ])
  })
})
