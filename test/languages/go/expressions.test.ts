import { describe, expect, test } from '@jest/globals'
import { outlined } from '../outlined.js'

function outline(body: string) {
  return outlined('orders.go', `package orders\nfunc run() {\n${body}\n}`)
}

function assigned(expression: string): string | undefined {
  const found = outline(`x := ${expression}`).bindings.find((line) => /^\d+ x = /.test(line))
  return found?.replace(/^\d+ x = (.*) in run$/, '$1')
}

describe('values', () => {
  test('of texts and formats', () => {
    expect(assigned('base + "/orders/" + id')).toBe('`<base>/orders/<id>`')
    expect(assigned('fmt.Sprintf("%s/orders/%d", base, id)')).toBe('format(`%s/orders/%d`, base, id)')
    expect(assigned('`{"total": 1}`')).toBe('`{"total": 1}`')
    expect(assigned(String.raw`"\"\t\x41"`)).toBe('`"\tA`')
    expect(assigned('[]byte("total")')).toBe('`total`')
    expect(assigned('string(body)')).toBe('body')
  })

  test('are normalised: pointers, keys and parentheses', () => {
    expect(assigned('&order')).toBe('order')
    expect(assigned('(*order).Total')).toBe('order.Total')
    expect(assigned('row["total"]')).toBe('row.total')
    expect(assigned('rows[0].Total')).toBe('rows . [] . Total')
    expect(assigned('rows[1:]')).toBe('rows')
  })

  test('have the type that they are made as, or taken for', () => {
    expect(assigned('value.(*Order)')).toBe('(value as Order)')
    expect(assigned('new(Order)')).toBe('(«» as Order)')
    expect(assigned('make([]Order, 0, 10)')).toBe('(«» as []Order)')
    expect(assigned('Money(total)')).toBe('Money(total)')
    expect(assigned('fetch[Order](url)')).toBe('fetch<Order>(url)')
  })

  test('of literals are objects and lists, with the types inside', () => {
    expect(assigned('&Order{ID: "1", Net: api.Money{Cents: 2}}')).toBe(
      '({ID: `1`, Net: ({Cents: 2} as api.Money)} as Order)',
    )
    expect(assigned('[]*Order{{ID: "1"}, &Order{}}')).toBe(
      '([({ID: `1`} as Order), ({} as Order)] as []Order)',
    )
    expect(assigned('map[string]Order{"a": {ID: "1"}, key: {}}')).toBe(
      '({a: ({ID: `1`} as Order), []: ({} as Order)} as map[string]Order)',
    )
    expect(assigned('gin.H{"total": order.Total}')).toBe('({total: order.Total} as gin.H)')
    expect(assigned('[]struct{ id string }{{id: "1"}}')).toBe('([({id: `1`} as $3_7)] as []$3_7)')
  })
})

describe('calls', () => {
  test('in chains have the call before them as receiver', () => {
    const { calls } = outline(`if err := json.NewDecoder(resp.Body).Decode(&order); err != nil { return }
router.Group("/api").GET("/orders", list, func(c *gin.Context) { c.JSON(200, gin.H{"total": 1}) })
{
  router.POST("/orders", create)
}`)
    expect(calls).toEqual([
      '3 json.NewDecoder(resp.Body) in run',
      '3 json.NewDecoder().Decode(order) in run',
      '4 router.Group(`/api`) in run',
      '4 router.Group().GET(`/orders`, list, ƒ function@4) in run',
      '4 c.JSON(200, ({total: 1} as gin.H)) in function@4',
      '6 router.POST(`/orders`, create) in run',
    ])
  })
})

describe('bindings', () => {
  test('of several values take what is theirs', () => {
    const { bindings } = outline(`resp, err := http.Get(url)
a, b := first(), "second"
var order Order
var total, tax = 1, 2
order.Net, _ = parse()
if x := load(); x > 1 { }
v, ok := value.(Order)`)
    expect(bindings.map((line) => line.replace(' in run', ''))).toEqual([
      '3 resp = http.Get(url)',
      '3 err = «http.Get(url)»',
      '4 a = first()',
      '4 b = `second`',
      '5 order: Order = «»',
      '6 total = 1',
      '6 tax = 2',
      '7 order.Net = parse()',
      '8 x = load()',
      '9 v = (value as Order)',
      '9 ok = «value.(Order)»',
    ])
  })

  test('of loops and switches hold an item or the value', () => {
    const { bindings } = outline(`for _, item := range order.Items { }
for range ticks { }
switch o := value.(type) { case *Order: pay(o) }
select { case m := <-messages: use(m) }`)
    expect(bindings.map((line) => line.replace(' in run', ''))).toEqual([
      '3 item of order.Items',
      '5 o = value',
      '6 m of messages',
    ])
  })

  test('of a literal are also what the fields of its type may hold', () => {
    expect(outline('return &Client{base: base}, nil').bindings).toEqual(['3 Client.base = base in run'])
  })

  test('at the top stand alone and in groups', () => {
    const { bindings } = outlined(
      'paths.go',
      `package orders\nconst (\n  Orders string = "/orders"\n  Bills = Orders + "/bills"\n  next\n)\nvar client = &http.Client{}`,
    )
    expect(bindings).toEqual([
      '3 Orders: string = `/orders`',
      '4 Bills = `<Orders>/bills`',
      '7 client = ({} as http.Client)',
    ])
  })
})

describe('reads', () => {
  test('tell members and keys, and no callee', () => {
    expect(outline('use(order.Customer.Email, row["total"])\norder.Net += 1').reads).toEqual([
      '3 read order . Customer in run',
      '3 read order.Customer . Email in run',
      '3 read row . total in run',
      '4 read order . Net in run',
      '4 write order . Net in run',
    ])
  })
})
