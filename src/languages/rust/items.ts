import type { DeclaredField, Definition, SyntaxNode } from '../../domain/outline.js'
import { endLineOf, lineOf } from '../shared/values.js'
import type { VisitRule, Walk } from '../shared/walk.js'
import { decorate } from './attributes.js'
import { visitItems } from './blocks.js'
import { completeImports, declareModule } from './imports.js'
import { insideOwner, knownOf, takeAttributes } from './knowledge.js'
import { segmentsOf } from './paths.js'
import { isOptional, typeText } from './type-text.js'

type Shape = Pick<Definition, 'fields' | 'bases'>

/** Defines a type with its attributes. Those of the whole type stand in the tag of each field too, as inner ones: `#![…]`. */
function defineType(
  walk: Walk,
  node: SyntaxNode,
  kind: Definition['kind'],
  shapeOf: (attributes: readonly SyntaxNode[]) => Shape,
): number {
  const attributes = takeAttributes(walk)
  const index = walk.define({
    kind,
    name: node.childForFieldName('name')?.text ?? '',
    owner: null,
    line: lineOf(node),
    endLine: endLineOf(node),
    parameters: [],
    returnType: null,
    bases: [],
    fields: [],
  })
  decorate(walk, attributes, index)
  walk.complete(index, shapeOf(attributes))
  return index
}

function structItem(walk: Walk, node: SyntaxNode): void {
  defineType(walk, node, 'class', (attributes) => ({
    bases: [],
    fields: fieldsOf(walk, node.childForFieldName('body'), attributes),
  }))
}

/** What the serializer is told of a type or a field; nothing else of attributes matters to a field. */
function serdeText(attributes: readonly SyntaxNode[], isOuter: boolean): string {
  return attributes
    .filter((item) => segmentsOf(item.namedChild(0)?.namedChild(0) ?? null)[0] === 'serde')
    .map(({ text }) => (isOuter ? text.replace(/^#/, '#!') : text))
    .join(' ')
}

function fieldsOf(
  walk: Walk,
  body: SyntaxNode | null,
  outer: readonly SyntaxNode[],
): readonly DeclaredField[] {
  if (body?.type !== 'field_declaration_list') return []
  const around = serdeText(outer, true)
  const fields: DeclaredField[] = []
  let attributes: SyntaxNode[] = []
  for (const child of body.namedChildren) {
    if (child?.type === 'attribute_item') attributes.push(child)
    if (child?.type !== 'field_declaration') continue
    const type = child.childForFieldName('type')
    fields.push({
      name: child.childForFieldName('name')?.text.replace(/^r#/, '') ?? '',
      type: typeText(walk, type) ?? '',
      optional: isOptional(type),
      line: lineOf(child),
      tag: [around, serdeText(attributes, false)].filter(Boolean).join(' '),
      value: null,
    })
    attributes = []
  }
  return fields
}

function implItem(walk: Walk, node: SyntaxNode): void {
  takeAttributes(walk)
  const owner = segmentsOf(node.childForFieldName('type') ?? node.childForFieldName('name')).at(-1) ?? ''
  insideOwner(walk, owner, () => walk.visit(node.childForFieldName('body')))
}

function modItem(walk: Walk, node: SyntaxNode): void {
  takeAttributes(walk)
  const body = node.childForFieldName('body')
  if (body) walk.visit(body)
  else declareModule(walk, node)
}

/** A type says nothing that is called or read. */
const passOver: VisitRule = () => {}

export const typeVisits: readonly (readonly [string, VisitRule])[] = [
  ['struct_item', structItem],
  ['enum_item', (walk, node) => void defineType(walk, node, 'type', () => ({ bases: [], fields: [] }))],
  ['impl_item', implItem],
  ['trait_item', implItem],
  ['mod_item', modItem],
  ['type_arguments', passOver],
  ['type_parameters', passOver],
  ['where_clause', passOver],
  ['macro_definition', passOver],
  ['source_file', sourceFile],
]

/** The names of modules with a body are known before anything that they hold is named. */
function sourceFile(walk: Walk, node: SyntaxNode): void {
  for (const child of node.namedChildren) {
    const isInline = child?.type === 'mod_item' && child.childForFieldName('body') !== null
    if (isInline) knownOf(walk).inlineModules.add(child.childForFieldName('name')?.text ?? '')
  }
  visitItems(walk, node.children)
  completeImports(walk)
}
