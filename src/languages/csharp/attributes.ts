import type { Decorator, SyntaxNode } from '../../domain/outline.js'
import { lineOf } from '../shared/values.js'
import type { Walk } from '../shared/walk.js'
import { argumentsOf } from './arguments.js'
import { bareName } from './type-text.js'

/** Tells of the attributes of a definition, or of one of its parameters or fields, by their names without `Attribute`. */
export function decorate(walk: Walk, node: SyntaxNode, target: number, on?: Decorator['on']): void {
  for (const attribute of attributesOf(node)) {
    const name = bareName(attribute.childForFieldName('name')).replace(/(.)Attribute$/, '$1')
    const given = attribute.namedChildren.find((child) => child?.type === 'attribute_argument_list') ?? null
    walk.decorators.push({
      callee: name,
      name,
      ...argumentsOf(walk, given),
      line: lineOf(attribute),
      target,
      ...(on === undefined ? {} : { on }),
    })
  }
}

function attributesOf(node: SyntaxNode): readonly SyntaxNode[] {
  return listsOf(node).flatMap((list) =>
    list.namedChildren.flatMap((child) => (child?.type === 'attribute' ? [child] : [])),
  )
}

function listsOf(node: SyntaxNode): readonly SyntaxNode[] {
  return node.namedChildren.flatMap((child) => (child?.type === 'attribute_list' ? [child] : []))
}

/** Its attributes as written. */
export function attributesText(node: SyntaxNode): string {
  return listsOf(node)
    .map((list) => list.text)
    .join('')
}

/** `public`, `static`, `abstract`, as written. */
export function modifiersOf(node: SyntaxNode): readonly string[] {
  return node.namedChildren.flatMap((child) => (child?.type === 'modifier' ? [child.text] : []))
}
