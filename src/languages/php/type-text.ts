import type { SyntaxNode } from '../../domain/outline.js'
import type { Walk } from '../shared/walk.js'
import { className } from './class-names.js'

/** A declared type by the local names of its classes, without what says that there may be none: `?Order` is `Order`. */
export function typeText(walk: Walk, type: SyntaxNode | null, depth = 0): string | null {
  if (!type || depth > 5) return null
  switch (type.type) {
    case 'optional_type':
      return typeText(walk, type.namedChild(0), depth + 1)
    case 'named_type':
      return className(walk, type.namedChild(0) ?? type)
    case 'union_type': {
      const members = type.namedChildren.map((each) => typeText(walk, each, depth + 1))
      return members.filter((each) => each !== null && !/^(?:null|false)$/i.test(each)).join('|')
    }
    default:
      return type.text
  }
}
