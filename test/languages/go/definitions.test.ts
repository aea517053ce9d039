import { expect, test } from '@jest/globals'
import { outlined } from '../outlined.js'

test('functions and methods have owners, parameters and their first result', () => {
  const { definitions } = outlined(
    'orders.go',
    `package orders
func New(base, token string, opts ...Option) *Client { return nil }
func (c *Client[T]) Get(ctx context.Context, id string) (*Order, error) {
  return c.get(func(r *http.Request) {})
}
func add(int, string) (n int, err error) { return }
var handler = func(w http.ResponseWriter) {}
`,
  )
  expect(definitions).toEqual([
    '2 function New(base: string, token: string, opts: ...Option): Client',
    '3-5 method Client.Get(ctx: context.Context, id: string): Order',
    '4 function (r: http.Request)',
    '6 function add(: int, : string): int',
    '7 function handler(w: http.ResponseWriter)',
  ])
})

test('structs have fields with tags, and what they embed', () => {
  const { definitions } = outlined(
    'orders.go',
    `package orders
type (
  Order struct {
    ID string \`json:"id,omitempty"\`
    Net, Tax *float64
    *Base
    api.Money
    Items []struct { Price int \`json:"price"\` } \`json:"items"\`
  }
  Orders interface { Get(id string) (*Order, error); io.Closer }
  Alias = api.Order
  List []Order
)
`,
  )
  expect(definitions).toEqual([
    '3-9 type Order < Base, api.Money {ID: string [json:"id,omitempty"], Net?: float64, Tax?: float64, Items: []Order$Items [json:"items"]}',
    '8 type Order$Items {Price: int [json:"price"]}',
    '10 type Orders < io.Closer {}',
    '10 method Orders.Get(id: string): Order',
    '11 type Alias < api.Order {}',
    '12 type List {}',
  ])
})

test('a receiver is this, also in the functions of its methods', () => {
  const { calls, reads, bindings } = outlined(
    'client.go',
    `package orders
func (c *Client) Get(id string) {
  c.base = "/orders"
  go func() { c.http.Get(c.base + id) }()
}
func free(c *Client) { c.Get("1") }
`,
  )
  expect(calls).toEqual([
    '4 this.http.Get(`<this.base><id>`) in function@4',
    '4 () in Client.Get',
    '6 c.Get(`1`) in free',
  ])
  expect(reads).toEqual([
    '3 write this . base in Client.Get',
    '4 read this . http in function@4',
    '4 read this . base in function@4',
  ])
  expect(bindings).toEqual(['3 this.base = `/orders` in Client.Get'])
})
