import { expect, test } from '@jest/globals'
import { outlined } from '../outlined.js'

test('classes have their fields, methods and what they extend; interfaces and annotations are types', () => {
  const { definitions, decorators, imports } = outlined(
    'Orders.java',
    `package shop;
import java.util.List;
import static shop.Paths.ORDERS;
import shop.model.*;
@Api(value = "/orders", tags = {"a", "b"}) @Named
abstract class Orders<T> extends Base<T> implements Closeable, Api {
  @JsonProperty("order_total") long total; static int count; transient int draft;
  @Nullable Order[] lines;
  Orders(long total) { this.total = total; }
  @Get Order get(@Body(required = false) final Order order, String... ids) { return null; }
}
record Line(@JsonProperty("sku") String name, int amount) {}
interface Api extends A, B { String PATH = "/api"; void call(); }
@interface Named { String value() default ""; }
enum Status { PAID, OPEN; int code; }
`,
  )
  expect(imports).toEqual([
    '2 java.util.List {List}',
    '3 shop.Paths {Paths.ORDERS as ORDERS}',
    '4 shop.model {*}',
  ])
  expect(definitions).toEqual([
    '6-11 class Orders < Base, Closeable, Api {total: long [@JsonProperty("order_total")], lines?: Order[] [@Nullable]}',
    '9 method Orders.constructor(total: long)',
    '10 method Orders.get(order: Order, ids: String[]): Order',
    '12 class Line {name: String [@JsonProperty("sku")], amount: int}',
    '13 type Api < A, B {}',
    '13 method Api.call(): void',
    '14 type Named {}',
    '15 class Status {code: int}',
  ])
  expect(decorators).toEqual([
    '5 @Api(`/orders`, tags=[`a`, `b`]) on Orders',
    '5 @Named() on Orders',
    '7 @JsonProperty(`order_total`) on Orders field total',
    '8 @Nullable() on Orders field lines',
    '10 @Get() on Orders.get',
    '10 @Body(required=false) on Orders.get parameter 0',
    '12 @JsonProperty(`sku`) on Line field name',
  ])
})

test('names are told apart: fields, constants, locals, methods of the class and imported ones', () => {
  const { calls, bindings, returns } = outlined(
    'Orders.java',
    `import static shop.Http.get;
class Orders {
  static final String PATH = "/orders";
  Client client = new Client(PATH);
  String load(String path) {
    client.fetch(PATH + '/' + path);
    String client = "local";
    get(client); own(path);
    return this.client.name;
  }
  void own(String path) {}
  class Inner { void run() { use(PATH, client); } }
}
`,
  )
  expect(calls).toEqual([
    '4 new Client(Orders.PATH) in Orders',
    '6 this.client.fetch(`<Orders.PATH>/<path>`) in Orders.load',
    '8 get(client) in Orders.load',
    '8 this.own(path) in Orders.load',
    '12 this.use(Orders.PATH, client) in Inner.run',
  ])
  expect(bindings).toEqual([
    '3 Orders.PATH: String = `/orders`',
    '4 this.client: Client = new Client(Orders.PATH) in Orders',
    '7 client: String = `local` in Orders.load',
  ])
  expect(returns).toEqual(['9 this.client.name in Orders.load'])
})

test('getters, setters and keys are members; what does something stays a call', () => {
  const { reads, bindings } = outlined(
    'A.java',
    `class A {
  void a(Order order, OrderService service, JsonNode node) {
    var mail = order.getCustomer().getEmail();
    var paid = order.isPaid();
    order.setTotal(1);
    var done = service.getOrders();
    var key = node.get("total").get("net");
    var one = Orders.getInstance();
    var url = service.get("/orders").getURL();
  }
}
`,
  )
  expect(reads).toEqual([
    '3 read order . customer in A.a',
    '3 read order.customer . email in A.a',
    '4 read order . paid in A.a',
    '5 write order . total in A.a',
    '7 read node . total in A.a',
    '7 read node.total . net in A.a',
    '9 read service.get(`/orders`) . URL in A.a',
  ])
  expect(bindings).toEqual([
    '3 mail = order.customer.email in A.a',
    '4 paid = order.paid in A.a',
    '6 done = service.getOrders() in A.a',
    '7 key = node.total.net in A.a',
    '8 one = Orders.getInstance() in A.a',
    '9 url = service.get(`/orders`) . URL in A.a',
  ])
})

test('expressions: texts, formats, casts, choices, loops, lambdas, references', () => {
  const { bindings, returns } = outlined(
    'A.java',
    `class A {
  Object a(List<Order> orders, Object any) {
    String block = """
        /orders/%s
          x""";
    var format = String.format("/orders/%s", any);
    var formatted = "/orders/%s".formatted(any);
    var cast = any == null ? "none" : (Order) any;
    int[] list = {1, 2};
    for (Order each : orders) {}
    orders.stream().map(o -> o.name);
    Optional.of(any).map(x -> x.name);
    if (any instanceof Order order) {}
    var handler = this::a;
    var type = Order.class;
    var made = new Box<Order>() { void in() { var inner = any; } };
    return a = null;
  }
}
`,
  )
  expect(bindings).toEqual([
    '3 block: String = `/orders/%s\n  x` in A.a',
    '6 format = format(`/orders/%s`, any) in A.a',
    '7 formatted = format(`/orders/%s`, any) in A.a',
    '8 cast = (`none` | (any as Order)) in A.a',
    '9 list: int[] = [1, 2] in A.a',
    '10 each: Order of orders in A.a',
    '11 o of orders.stream() in function@11',
    '12 x = Optional.of(any) in function@12',
    '13 order: Order = any in A.a',
    '14 handler = this.a in A.a',
    '15 type = Order.class in A.a',
    '16 inner = any in in',
    '16 made = new Box<Order>() in A.a',
    '17 a = null in A.a',
  ])
  expect(returns).toEqual(['11 o.name in function@11', '12 x.name in function@12', '17 null in A.a'])
})
