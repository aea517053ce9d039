import type { SyntaxNode } from '../../domain/outline.js'
import { literalText } from './literals.js'

/** The name under which a property is known, or null when it is computed: `total`, `'total'`, `['total']`, `7`. */
export function constantKey(key: SyntaxNode): string | null {
  switch (key.type) {
    case 'string':
      return literalText(key)
    case 'computed_property_name': {
      const inner = key.namedChild(0)
      return inner?.type === 'string' ? literalText(inner) : null
    }
    default:
      return key.text
  }
}
