/**
 * The canonical address of one part of a contract. Equal addresses are the same part, in any language:
 *
 *     http GET /orders/{}                          a route; every path parameter is `{}`
 *     http GET /orders/{} response 200 items[].price   a field of an answer (`*` when the status is unknown)
 *     http POST /orders request customer.email     a field of a request body
 *     http GET /orders query status                a parameter: `query`, `header`, `cookie`
 *     env ORDERS_URL
 */
export type Element = string

export type HttpMethod = 'GET' | 'PUT' | 'POST' | 'DELETE' | 'OPTIONS' | 'HEAD' | 'PATCH' | 'TRACE'

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
