/**
 * The canonical address of one part of a contract. Equal addresses are the same part, in any language:
 *
 *     http GET /orders/{}                          a route; every path parameter is `{}`
 *     http GET /orders/{} response 200 items[].price   a field of an answer (`*` when the status is unknown)
 *     http POST /orders request customer.email     a field of a request body
 *     http GET /orders query status                a parameter: `query`, `header`, `cookie`
 *     env ORDERS_URL
 *     grpc shop.v1.Orders/Get                      a method (`grpc Orders/Get` where its package is not told)
 *     grpc shop.v1.Order.total                     a field of a message; `grpc shop.v1.Status.PAID` a value of an enum
 *     graphql Order.total                          a field of a type, `graphql Status.PAID` a value, `graphql Order` a type;
 *                                                  arguments as `graphql Query.orders(first)`
 *     graphql query orders.items.total             a selection of an operation, where no schema was asked
 *     event kafka orders.created                   a topic, queue, subject or job, by its broker
 *     event kafka orders.created total             a field of its messages
 *     schema shop.v1.OrderPaid total               a field of a named schema: an Avro record, a JSON Schema by its `$id` or title
 *     sql orders · sql orders.total                a table or view, a column
 *     metric app.orders.latency · log order_id · span app.order.id · index otel-logs    as written at the place
 *     enum OrderStatus paid                        a value of a named set
 *     claim role · flag --server · config image.tag
 *     service orders · port orders 8080 · image ghcr.io/acme/orders · proxy /api/orders
 *     workflow {file} input tag                    also `output`, `secret`, `job`; `{file}` as in `ElementFact`
 *     package @acme/sdk · package @acme/sdk getOrders   a package somebody depends on, a name it exports
 */
export type Element = string

/** `QUERY` is a safe request with a body (OpenAPI 3.2). */
export type HttpMethod = 'GET' | 'PUT' | 'POST' | 'DELETE' | 'OPTIONS' | 'HEAD' | 'PATCH' | 'TRACE' | 'QUERY'

/** `ANY` stands for a route of every method, and for a call whose method is not known. */
export type MethodOrAny = HttpMethod | 'ANY'

export const httpMethods: readonly HttpMethod[] = [
  'GET',
  'PUT',
  'POST',
  'DELETE',
  'OPTIONS',
  'HEAD',
  'PATCH',
  'TRACE',
  'QUERY',
]

export function routeElement(method: MethodOrAny, path: string): Element {
  return `http ${method} ${pathTemplate(path)}`
}

export function answerElement(method: MethodOrAny, path: string, status: string, field: string): Element {
  return `${routeElement(method, path)} response ${status} ${field}`.trimEnd()
}

export function requestElement(method: MethodOrAny, path: string, field: string): Element {
  return `${routeElement(method, path)} request ${field}`.trimEnd()
}

export function parameterElement(method: MethodOrAny, path: string, where: string, name: string): Element {
  return `${routeElement(method, path)} ${where} ${name}`
}

export function environmentElement(name: string): Element {
  return `env ${name}`
}

/**
 * The one spelling of a route's path: `/orders/:id`, `/orders/{id}`, `/orders/<int:id>`, `/orders/{id:[0-9]+}`
 * and `/orders/${id}` (already `{}`) all become `/orders/{}`. The query string and a trailing slash are dropped,
 * doubled slashes are joined, and the path starts with `/`. A wildcard tail (`*`, `*rest`, `{path:path}`) is `{*}`.
 */
export function pathTemplate(path: string): string {
  const [bare = ''] = path.split(/[?#]/, 1)
  const segments = bare.split('/').filter((segment) => segment !== '')
  return `/${segments.map(segmentTemplate).join('/')}`
}

function segmentTemplate(segment: string): string {
  if (/^(\*\w*|\{\*\w*\}|\{\w+:path\}|<path:\w+>|\{\w+\.\.\.\}|\{\.\.\.\w+\})$/.test(segment)) return '{*}'
  return segment
    .replace(/\{[^{}]*(\{[^{}]*\}[^{}]*)*\}/g, '{}')
    .replace(/<[^<>]+>/g, '{}')
    .replace(/:[A-Za-z_]\w*(\([^)]*\))?[?+*]?/g, '{}')
}
