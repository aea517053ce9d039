import { describe, expect, test } from '@jest/globals'
import { outlined } from '../outlined.js'

describe('functions', () => {
  test('have the name that they are put under, however they are spelt', () => {
    const { definitions } = outlined(
      'orders.ts',
      `function list(): Order[] { return [] }
const getOrder = async (id: string): Promise<Order> => {
  return fetchOrder(id)
}
const old = function named() {}
export const api = { get: (id) => id, list() {}, nested: { pay: async () => {} } }
Orders.prototype.total = function () {}
orders.map((order) => order.id)
`,
    )
    expect(definitions).toEqual([
      '1 function list(): Order[]',
      '2-4 function getOrder(id: string): Promise<Order>',
      '5 function old()',
      '6 method api.get(id)',
      '6 method api.list()',
      '6 method nested.pay()',
      '7 method Orders.total()',
      '8 function (order)',
    ])
  })

  test('tell parameters with types, defaults and destructured fields', () => {
    const { definitions } = outlined(
      'orders.ts',
      `function pay(this: Shop, id: string, { total, customer: { email: mail = none() } }: Order, method = 'card', note?: string, ...rest: string[]) {}`,
    )
    expect(definitions).toEqual([
      '1 function pay(id: string, {total, customer.email as mail}: Order, method = `card`, note: string, rest: string[])',
    ])
  })

  test('return what they return, also without a return', () => {
    const { returns } = outlined(
      'orders.ts',
      `const get = (id) => http.get(id)
function total(order) {
  if (!order) return null
  return order.total
}
`,
    )
    expect(returns).toEqual(['1 http.get(id) in get', '3 null in total', '4 order.total in total'])
  })
})

describe('classes', () => {
  const source = `@Injectable()
export class OrdersClient extends HttpClient<Order> implements Api {
  static base = '/api'
  private readonly url = \`\${OrdersClient.base}/orders\`
  protected cache?: Map<string, Order>
  constructor(private readonly http: Http, plain: number) { super(plain) }
  @Get(':id')
  @UseGuards(Login)
  async get(@Param('id') id: string): Promise<Order> { return this.http.get<Order>(this.url) }
  list = async () => this.http.get(this.url)
  @Input() order: Order
}
`

  test('have their members as definitions and fields', () => {
    const { definitions, decorators } = outlined('client.ts', source)
    expect(definitions).toEqual([
      '2-12 class OrdersClient < HttpClient<Order> ' +
        '{base: , url: , cache?: Map<string, Order>, http: Http, list: , order: Order}',
      '6 method OrdersClient.constructor(http: Http, plain: number)',
      '9 method OrdersClient.get(id: string): Promise<Order>',
      '10 method OrdersClient.list()',
    ])
    expect(decorators).toEqual([
      '1 @Injectable() on OrdersClient',
      '9 @Param(`id`) on OrdersClient.get parameter 0',
      '7 @Get(`:id`) on OrdersClient.get',
      '8 @UseGuards(Login) on OrdersClient.get',
      '11 @Input() on OrdersClient field order',
    ])
  })

  test('bind their fields and parameter properties to this, static ones to the class', () => {
    const { bindings, calls } = outlined('client.ts', source)
    expect(bindings).toEqual([
      '3 OrdersClient.base = `/api`',
      '4 this.url = `<OrdersClient.base>/orders` in OrdersClient',
      '6 this.http: Http = http in OrdersClient.constructor',
      '10 this.list = ƒ OrdersClient.list in OrdersClient',
    ])
    expect(calls).toEqual([
      '6 super(plain) in OrdersClient.constructor',
      '9 this.http.get<Order>(this.url) in OrdersClient.get',
      '10 this.http.get(this.url) in OrdersClient.list',
    ])
  })
})

describe('types', () => {
  test('have declared fields and what they extend', () => {
    const { definitions } = outlined(
      'order.ts',
      `export interface Order extends Entity, Timed<Date> {
  id: string
  'total-net'?: number
  readonly items: readonly Item[]
  pay(method: string): Promise<Receipt>
}
type Paid = Order & { paidAt: Date }
type Same = Order
type Event = { kind: 'paid'; at: Date } | { kind: 'sent' }
abstract class Api { abstract get(id: string): Promise<Order>; over(a: string): void; over(a: unknown) {} }
`,
    )
    expect(definitions).toEqual([
      '1-6 type Order < Entity, Timed<Date> {id: string, total-net?: number, items: readonly Item[]}',
      '5 method Order.pay(method: string): Promise<Receipt>',
      '7 type Paid < Order {paidAt: Date}',
      '8 type Same < Order {}',
      "9 type Event {kind: 'sent', at?: Date}",
      '10 class Api {}',
      '10 method Api.get(id: string): Promise<Order>',
      '10 method Api.over(a: unknown)',
    ])
  })

  test('without a name get one that code cannot have', () => {
    const { definitions, calls, bindings } = outlined(
      'order.ts',
      `interface Order { customer: { address?: { city: string }[] } }
const answer = await axios.get<{ total: number }>('/orders')
const body = answer.data as { id: string }
`,
    )
    expect(definitions).toEqual([
      '1 type Order {customer: Order$customer}',
      '1 type Order$customer {address?: Order$customer$address[]}',
      '1 type Order$customer$address {city: string}',
      '2 type $2_31 {total: number}',
      '3 type $3_28 {id: string}',
    ])
    expect(calls).toEqual(['2 axios.get<$2_31>(`/orders`)'])
    expect(bindings[1]).toBe('3 body = (answer.data as $3_28)')
  })

  test('that are enums are constants too', () => {
    const { definitions, bindings } = outlined(
      'paths.ts',
      `enum Paths { Orders = '/orders', Bills = '/bills' }`,
    )
    expect(definitions).toEqual(['1 type Paths {Orders: , Bills: }'])
    expect(bindings).toEqual(['1 Paths = {Orders: `/orders`, Bills: `/bills`}'])
  })
})
