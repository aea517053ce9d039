import type { SyntaxNode } from '../../domain/outline.js'
import type { Walk } from '../shared/walk.js'
import { segmentsOf, typePathName } from './paths.js'

/** Types that only hold, point to or may lack the one that matters. */
const wrappers = new Set(['Option', 'Box', 'Arc', 'Rc', 'Result', 'Cow', 'RefCell', 'Mutex', 'RwLock'])
const lists = new Set(['Vec', 'VecDeque', 'HashSet', 'BTreeSet', 'IndexSet'])

/** Types inside types: deeper ones stay as they are written. */
const depthLimit = 12

/**
 * A type as other languages would write it: `Order[]` for `&[Order]` and `Vec<Order>`, `Order` for `Option<Box<Order>>` and
 * for `Result<Order, Error>`, `web.Json<Order>` for a path.
 */
export function typeText(walk: Walk, type: SyntaxNode | null, depth = 0): string | null {
  if (!type) return null
  if (depth > depthLimit) return type.text
  switch (type.type) {
    case 'reference_type':
    case 'pointer_type':
      return typeText(walk, type.childForFieldName('type'), depth + 1)
    case 'array_type':
      return listText(walk, type.childForFieldName('element'), depth)
    case 'abstract_type':
    case 'dynamic_type':
      return typeText(walk, type.childForFieldName('trait'), depth + 1)
    case 'generic_type':
      return genericText(walk, type, depth)
    case 'type_identifier':
    case 'scoped_type_identifier':
      return typePathName(walk, type)
    default:
      return type.text
  }
}

function listText(walk: Walk, element: SyntaxNode | null, depth: number): string {
  return `${typeText(walk, element, depth + 1) ?? ''}[]`
}

function genericText(walk: Walk, type: SyntaxNode, depth: number): string {
  const name = segmentsOf(type).at(-1) ?? ''
  const given = (type.childForFieldName('type_arguments')?.namedChildren ?? []).filter(
    (each) => each !== null && each.type !== 'lifetime',
  )
  const [first = null] = given
  if (lists.has(name)) return listText(walk, first, depth)
  if (wrappers.has(name)) return typeText(walk, first, depth + 1) ?? name
  const inside = given.map((each) => typeText(walk, each, depth + 1) ?? '')
  const outer = type.childForFieldName('type')
  return `${outer ? typePathName(walk, outer) : name}<${inside.join(', ')}>`
}

/** Whether a field of this type may be left out. */
export function isOptional(type: SyntaxNode | null): boolean {
  return type?.type === 'generic_type' && segmentsOf(type).at(-1) === 'Option'
}
