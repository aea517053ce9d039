import { expect, test } from '@jest/globals'
import { outlined, outlineOf } from '../outlined.js'

test('classes have their fields, methods and what they extend; interfaces and annotations are types', () => {
  const { definitions, decorators, imports } = outlined(
    'Orders.kt',
    `package shop
import shop.Base as B
import shop.Paths.ORDERS
import shop.Order.Line
import shop.model.*

@Api("/orders", "/o") @Named(value = ["a"], on = true)
data class Order<T>(
  @SerialName("order_total") val total: Long,
  @field:JsonProperty("sku") val name: String? = null,
  plain: String,
) : Base<T>(plain), Closeable by other {
  @Transient val draft: Boolean = false
  val made: Int get() = 1
  lateinit var late: Repo
  constructor(id: Int) : this(id, "")
  suspend fun find(@Body order: Order, vararg ids: String, limit: Int = 3): List<Order>? = repo.find(ids)
}

annotation class Named(val value: Array<String>)

@Plain("x")
class Empty {
  fun own() = 1
}

sealed interface Api : A { fun call(): Unit }
fun Route.orders(svc: Svc) {}
`,
  )
  expect(imports).toEqual([
    '2 shop.Base {Base as B}',
    '3 shop.Paths {Paths.ORDERS as ORDERS}',
    '4 shop.Order.Line {Line}',
    '5 shop.model {*}',
  ])
  expect({ definitions, decorators }).toEqual({
    decorators: [
      '7 @Api([`/orders`, `/o`]) on Order',
      '7 @Named([`a`], on=true) on Order',
      '9 @SerialName(`order_total`) on Order.constructor parameter 0',
      '9 @SerialName(`order_total`) on Order field total',
      '10 @JsonProperty(`sku`) on Order.constructor parameter 1',
      '10 @JsonProperty(`sku`) on Order field name',
      '13 @Transient() on Order field draft',
      '17 @Body() on Order.find parameter 0',
      '22 @Plain(`x`) on Empty',
    ],
    definitions: [
      '8-18 class Order < Base, Closeable {total: Long [@SerialName("order_total")], name?: String [@JsonProperty("sku")], late: Repo}',
      '8-18 method Order.constructor(total: Long, name: String, plain: String)',
      '16 method Order.constructor(id: Int)',
      '17 method Order.find(order: Order, ids: String[], limit: Int = 3): List<Order>',
      '20 type Named {value: Array<String>}',
      '23-25 class Empty {}',
      '24 method Empty.own()',
      '27 type Api < A {}',
      '27 method Api.call(): Unit',
      '28 function orders(svc: Svc)',
    ],
  })
})

test('names are told apart: fields, constants, locals, functions of the class and of others', () => {
  const { calls, bindings, returns } = outlined(
    'Orders.kt',
    `package shop
import shop.http.get

class Orders(private val client: Client, base: String) : Base() {
  val url = base + PATH
  fun load(path: String, id: Long): String {
    client.fetch("$url/\${path}/$id") { handle(it) }
    val client = "local"
    get(client); own(path); inherited()
    if (id > 1) return this.client.name
    return when (id) { 1L -> "a"; else -> path ?: throw Gone() }
  }
  private fun own(path: String) = Order(path, total = 3)
  companion object {
    const val PATH = "/orders"
  }
}
object Paths {
  val ALL by lazy { listOf("/a", Orders.PATH) }
}
val top = mapOf("id" to 1, "name" to Paths.ALL)
`,
  )
  expect({ calls, bindings, returns }).toEqual({
    bindings: [
      '4 this.client: Client = client in Orders.constructor',
      '4 this.base: String = base in Orders.constructor',
      '5 this.url = `<this.base><Orders.PATH>` in Orders',
      '8 client = `local` in Orders.load',
      '15 Orders.PATH = `/orders`',
      '19 Paths.ALL = [`/a`, Orders.PATH]',
      '21 top = {id: 1, name: Paths.ALL}',
    ],
    calls: [
      '7 this.client.fetch(`<this.url>/<path>/<id>`, ƒ function@7) in Orders.load',
      '7 handle(it) in function@7',
      '9 get(client) in Orders.load',
      '9 this.own(path) in Orders.load',
      '9 this.inherited() in Orders.load',
      '11 new Gone() in Orders.load',
      '13 new Order(path, total=3) in Orders.own',
      '19 lazy(ƒ function@19) in Paths',
      '19 listOf(`/a`, Orders.PATH) in function@19',
      '21 mapOf(.to(1), .to(Paths.ALL))',
      '21 .to(1)',
      '21 .to(Paths.ALL)',
    ],
    returns: [
      '7 handle(it) in function@7',
      '10 this.client.name in Orders.load',
      '11 (`a` | path) in Orders.load',
      '13 new Order(path, total=3) in Orders.own',
      '19 [`/a`, Orders.PATH] in function@19',
    ],
  })
})

test('calls have their lambdas, their types and what their lambdas are given', () => {
  const { calls, bindings, reads } = outlined(
    'Routes.kt',
    `fun routes(rows: List<Row>) {
  route("/x") { get<Orders> { } }
  val order = client.get("/o").body<Order>()
  rows.map { it.id }.forEach { each -> println(each.total) }
  rows?.let { list -> list.first()!!.name }
  for (row in rows) row["key"]
  order.state = System.getenv()["STATE"]
  object : Type<List<Order>>() { override fun make() = build(1) }
  val one = load<Order>(id)
}
`,
  )
  expect({ calls, bindings, reads }).toEqual({
    bindings: [
      '3 order = client.get().body<Order>() in routes',
      '4 it of rows in function@4',
      '4 each of rows.map(ƒ function@4) in function@4',
      '5 list = rows in function@5',
      '6 row of rows in routes',
      '7 order.state = System.getenv().get(`STATE`) in routes',
      '9 one = load<Order>(id) in routes',
    ],
    calls: [
      '2 route(`/x`, ƒ function@2) in routes',
      '2 get<Orders>(ƒ function@2) in function@2',
      '3 client.get(`/o`) in routes',
      '3 client.get().body<Order>() in routes',
      '4 rows.map(ƒ function@4) in routes',
      '4 rows.map().forEach(ƒ function@4) in routes',
      '4 println(each.total) in function@4',
      '5 rows.let(ƒ function@5) in routes',
      '5 list.first() in function@5',
      '7 System.getenv() in routes',
      '7 System.getenv().get(`STATE`) in routes',
      '8 new Type<List<Order>>() in routes',
      '8 build(1) in make',
      '9 load<Order>(id) in routes',
    ],
    reads: [
      '4 read it . id in function@4',
      '4 read each . total in function@4',
      '5 read list.first() . name in function@5',
      '6 read row . key in routes',
      '7 write order . state in routes',
    ],
  })
})

test('what is declared at the top is exported under the name of its package', () => {
  const { exports, problems } = outlineOf(
    'a.kt',
    'package shop.orders\nclass Order\nfun Route.list() {}\nval url = "x"\n',
  )
  expect(exports.map(({ name, local }) => `${name} ${local}`)).toEqual([
    'shop.orders.Order Order',
    'shop.orders.list list',
    'shop.orders.url url',
  ])
  expect(problems).toEqual([])
})
