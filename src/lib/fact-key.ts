import type { Fact } from '../domain/fact.js'

/**
 * The key by which an index finds a fact, coarse on purpose: two facts that may belong together share it. For everything
 * about a route it is the last literal segment of the path (`orders` for `/api/orders/{}`), because prefixes differ
 * between the two sides; for the rest it is the name.
 */
export function factKey(fact: Fact): string {
  switch (fact.kind) {
    case 'route':
    case 'client':
      return pathKey(fact.path)
    case 'mount':
    case 'wrapper':
      return pathKey(fact.prefix)
    case 'field':
      return 'path' in fact.origin ? pathKey(fact.origin.path) : ''
    case 'result':
    case 'shape':
    case 'environment':
      return fact.name
    default:
      return fact.element
  }
}

/** The last literal segment of a path template; empty when it has none. */
export function pathKey(path: string): string {
  return path.split('/').findLast((segment) => segment !== '' && !segment.includes('{')) ?? ''
}
