/**
 * A value of a variable that may be remembered and shown: an address, a number, a yes or no, a path, or what is made of other
 * variables; a plain word where the variable's name says that it is a host or a topic. Null for everything else, and for an
 * address with credentials: it may be a secret.
 */
export function tellableValue(value: string, name = ''): string | null {
  if (value.length > maxLength || /:\/\/[^/\s]*@/.test(value)) return null
  if (isWordOf.test(name) && /^[a-z][a-z0-9._-]*$/i.test(value)) return value
  return tellable.some((each) => each.test(value)) ? value : null
}

const maxLength = 200

const isWordOf = /(?:^|_)(?:HOST|HOSTNAME|ADDR|ADDRESS|TOPIC|QUEUE|EXCHANGE)$/

const tellable: readonly RegExp[] = [
  // `http://orders:8080/api`, also with references to other variables in it.
  /^[a-z][a-z0-9+.-]*:\/\/(?:[\w.-]|\$\{[\w:.-]*\}|\$\w+|\{\{[^{}]*\}\})+(?::(?:\d+|\$\{[\w:.-]*\}|\$\w+))?(?:\/[\w./{}$-]*)?$/i,
  // `orders:8080`, `${ORDERS_HOST}:${ORDERS_PORT}`
  /^(?:[a-z][\w.-]*|\$\{[\w:.-]*\}|\$\w+):(?:\d{2,5}|\$\{[\w:.-]*\}|\$\w+)$/i,
  /^\$\{?[A-Za-z_]\w*\}?$/,
  // `./src/orders/Dockerfile`; what only looks like a path may be encoded bytes.
  /^\.{1,2}(?:\/[\w.-]+)*\/?$/,
  /^\d{1,5}$/,
  /^(?:true|false|yes|no|on|off)$/i,
]
