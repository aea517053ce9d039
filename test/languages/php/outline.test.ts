import { describe, expect, test } from '@jest/globals'
import { outlined } from '../outlined.js'

function assigned(expression: string): string | undefined {
  const found = outlined('a.php', `<?php\n$x = ${expression};`).bindings.find((line) =>
    /^\d+ \$x = /.test(line),
  )
  return found?.replace(/^\d+ \$x = /, '')
}

describe('values of PHP', () => {
  test('are texts, however they are put together', () => {
    expect(assigned("$base . '/orders/' . $id")).toBe('`<$base>/orders/<$id>`')
    expect(assigned('"/orders/{$order->id}/$rows[key]\\n"')).toBe('`/orders/<$order.id>/<$rows.key>\n`')
    expect(assigned(String.raw`'it\'s \d'`)).toBe("`it's \\d`")
    expect(assigned("sprintf('/orders/%s', $id)")).toBe('format(`/orders/%s`, $id)')
    expect(assigned('<<<EOT\n/orders/$id\nEOT')).toBe('`/orders/<$id>`')
  })

  test('are normalised: this, self, keys, casts and parentheses', () => {
    expect(assigned('$this->http')).toBe('this.http')
    expect(assigned('self::PATH . static::$cache')).toBe('`<this.PATH><this.cache>`')
    expect(assigned("(string) ($_ENV['ORDERS_URL'])")).toBe('$_ENV.ORDERS_URL')
    expect(assigned('$orders[0]?->total')).toBe('$orders . [] . total')
    expect(assigned('OrderController::class')).toBe('OrderController')
  })

  test('are choices, objects and lists', () => {
    expect(assigned("$a ?? $b ?: 'c'")).toBe('($a | $b | `c`)')
    expect(assigned("match (true) { 1 => 'a', default => 'b' }")).toBe('(`a` | `b`)')
    expect(assigned("['id' => $id, ...$rest, 'lines' => [1, 2]]")).toBe('{id: $id, lines: [1, 2], ...$rest}')
    expect(assigned("compact('order', 'total')")).toBe('{order: $order, total: $total}')
  })
})

const source = `<?php
namespace App\\Http;
use App\\Models\\{Bill, Order as Sale};
#[Route('/orders', methods: ['GET'])]
final class Orders extends Controller
{
    use Logs;
    const PATH = '/orders';
    public function __construct(private readonly Client $http, ?Sale $sale = null) {}
    /**
     * Says \`@Get("/no")\` in words.
     * @Get("/{id}", requirements={"id"="\\d+"})
     */
    public function show(#[Body] \\Api\\Order $order): Sale|null
    {
        [$id, 'total' => $sum] = $order->lines;
        foreach ($order->lines as $line) {
            $this->http->post(self::PATH, json: $line['sku']);
        }
        return array_map(fn (Sale $each) => $each->total, $sales);
    }
}
`

test('declarations of PHP are told with the names that they import', () => {
  const { imports, exports, definitions, decorators, bindings, calls, returns } = outlined(
    'Orders.php',
    source,
  )
  expect(imports.map((each) => each.replace(/^\d+ /, ''))).toEqual([
    'App\\Models\\Bill {default as Bill}',
    'App\\Models\\Order {default as Sale}',
    'Api\\Order {default as Order}',
    'App\\Http\\Controller {default as Controller}',
    'App\\Http\\Logs {default as Logs}',
    'App\\Http\\Client {default as Client}',
    'App\\Http\\Route {default as Route}',
    'App\\Http\\Body {default as Body}',
  ])
  expect(exports).toEqual(['Orders as default', 'Orders as Orders'])
  expect(definitions).toMatchInlineSnapshot(`
[
  "5-22 class Orders < Controller, Logs {http: Client}",
  "9 method Orders.__construct($http: Client, $sale: Sale = null)",
  "14-21 method Orders.show($order: Order): Sale",
  "20 function ($each: Sale)",
]
`)
  expect(decorators).toMatchInlineSnapshot(`
[
  "4 @Route(\`/orders\`, methods=[\`GET\`]) on Orders",
  "12 @Get(\`/{id}\`, requirements={id: \`\\d+\`}) on Orders.show",
  "14 @Body() on Orders.show parameter 0",
]
`)
  expect(bindings).toMatchInlineSnapshot(`
[
  "8 this.PATH = \`/orders\` in Orders",
  "8 Orders.PATH = \`/orders\`",
  "9 this.http: Client = $http in Orders.__construct",
  "16 {[] as $id, total as $sum} = $order.lines in Orders.show",
  "17 $line of $order.lines in Orders.show",
  "20 $each of $sales in function@20",
]
`)
  expect([...calls, ...returns]).toMatchInlineSnapshot(`
[
  "18 this.http.post(this.PATH, json=$line.sku) in Orders.show",
  "20 array_map(ƒ function@20, $sales) in Orders.show",
  "20 $each.total in function@20",
  "20 array_map(ƒ function@20, $sales) in Orders.show",
]
`)
})
