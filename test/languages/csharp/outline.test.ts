import { describe, expect, test } from '@jest/globals'
import { outlined } from '../outlined.js'

function assigned(expression: string): string | undefined {
  const found = outlined('a.cs', `var x = ${expression};`).bindings.find((line) => /^\d+ x = /.test(line))
  return found?.replace(/^\d+ x = /, '')
}

describe('values', () => {
  test('of texts and formats', () => {
    expect(assigned('$"{host}/orders/{id:D5}?{{x}}"')).toBe('`<host>/orders/<id>?{x}`')
    expect(assigned('@"c:\\temp" + "/a\\n" + nameof(Order.Total)')).toBe('`c:\\temp/a\nTotal`')
    expect(assigned('"""raw "text" """')).toBe('`raw "text" `')
    expect(assigned('string.Format("{0}/orders/{1:N}", host, id)')).toBe('`<host>/orders/<id>`')
  })

  test('are normalised: null checks, keys, parentheses, waiting and casts', () => {
    expect(assigned('(await order?.Customer!.Get<Mail>("a"))!')).toBe('order.Customer.Get<Mail>(`a`)')
    expect(assigned('row["total"] ?? rows[0]?.Total')).toBe('(row.total | rows . [] . Total)')
    expect(assigned('(Order)value')).toBe('(value as Order)')
    expect(assigned('value as Shop.Order')).toBe('(value as Order)')
    expect(assigned('global::System.Environment.Machine')).toBe('System.Environment.Machine')
  })

  test('that are made: objects, lists and calls', () => {
    expect(assigned('new Order { Id = 1, Net = new() { Cents = 2 } }')).toBe(
      '({Id: 1, Net: {Cents: 2}} as Order)',
    )
    expect(assigned('new { total = 1, order.Name }')).toBe('{total: 1, Name: order.Name}')
    expect(assigned('new Request(url) { Content = body }')).toBe('new Request(url, Content=body)')
    expect(assigned('new Dictionary<string, int> { ["a"] = 1, { "b", 2 } }')).toBe(
      '({a: 1, b: 2} as Dictionary<string,int>)',
    )
    expect(assigned('new[] { "a", "b" }')).toBe('[`a`, `b`]')
    expect(assigned('order with { Total = 1 }')).toBe('{Total: 1, ...order}')
    expect(assigned('kind switch { 1 => "a", _ => "b" }')).toBe('(`a` | `b`)')
  })
})

describe('a class', () => {
  const found = outlined(
    'Orders.cs',
    `using Json = Newtonsoft.Json.JsonConvert;
global using Shop.Models;
namespace Shop.Web;
[Route("api"), Shop.AuthorizeAttribute(Roles = "admin")]
public class Orders(IStore store) : Base<Order>, IOrders
{
    private const string Path = "/orders";
    private readonly HttpClient _http = new();
    [JsonProperty("sum")] public decimal? Total { get; set; }
    public Task<Order> Get([FromBody] Order order, int size = 1) { Total = size; return store.Load(_http, Path, Make()); }
    static Order Make() => new();
    public static class Inner { public const string All = Path + "/all"; }
}
public record Order(int Id);
static class Extensions { static void Map(this Router router, params string[] names) { } }`,
  )

  test('has its members under this, and what it is made with', () => {
    expect(found.calls).toEqual([
      '8 new HttpClient() in Orders',
      '10 this.store.Load(this._http, this.Path, this.Make()) in Orders.Get',
      '10 this.Make() in Orders.Get',
      '11 new new() in Orders.Make',
    ])
    expect(found.bindings).toContain('10 this.Total = size in Orders.Get')
    expect(found.bindings).toContain('12 Orders.Inner.All: string = `<Orders.Path>/all`')
  })

  test('is told with its namespace, its attributes and its fields', () => {
    expect(found.imports).toEqual(['1 Newtonsoft.Json {JsonConvert as Json}', '2 Shop.Models {}'])
    expect(found.exports).toEqual([
      '* as * from Shop.Models',
      'Orders as Shop.Web.Orders',
      'Inner as Shop.Web.Orders.Inner',
      'Order as Shop.Web.Order',
      'Extensions as Shop.Web.Extensions',
      'Extensions.Map as Shop.Web.Map',
    ])
    expect(found.decorators).toEqual([
      '4 @Route(`api`) on Orders',
      '4 @Authorize(Roles=`admin`) on Orders',
      '9 @JsonProperty(`sum`) on Orders field Total',
      '10 @FromBody() on Orders.Get parameter 0',
    ])
    expect(found.definitions).toContain('10 method Orders.Get(order: Order, size: int = 1): Task<Order>')
    expect(found.definitions).toContain('14 class Order {Id: int}')
    expect(found.definitions).toContain('15 method Extensions.Map(router: Router, names: string[]): void')
  })
})

test('loops, patterns and lambdas bind items and values', () => {
  const { bindings } = outlined(
    'a.cs',
    `foreach (var order in await Load()) { }
var (a, b) = (first, second);
if (value is Order found) { }
if (cache.TryGet(key, out Order kept)) { }
orders.Where(each => each.Paid);
var q = from o in orders select o;`,
  )
  expect(bindings).toEqual([
    '1 order of Load()',
    '2 a = first',
    '2 b = second',
    '3 found: Order = value',
    '4 kept: Order = «Order kept»',
    '5 each of orders in function@5',
    '6 o of orders',
    '6 q = «from o in orders select o»',
  ])
})
