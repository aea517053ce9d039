import type { DeclaredField, SyntaxNode, Value } from '../../domain/outline.js'
import { endLineOf, lineOf } from '../shared/values.js'
import type { VisitRule, Walk } from '../shared/walk.js'
import { annotationOf } from './annotations.js'
import { withDecorators } from './decorators.js'
import { noteEnum } from './sets.js'

function classDefinition(walk: Walk, node: SyntaxNode): void {
  withDecorators(walk, node, () => defineClass(walk, node))
}

function defineClass(walk: Walk, node: SyntaxNode): number {
  const name = node.childForFieldName('name')?.text ?? ''
  const superclasses = node.childForFieldName('superclasses')
  const index = walk.define({
    kind: 'class',
    name,
    owner: null,
    line: lineOf(node),
    endLine: endLineOf(node),
    parameters: [],
    returnType: null,
    bases: basesOf(superclasses),
    fields: [],
  })
  walk.visit(superclasses)
  walk.inside(index, () => walkBody(walk, node.childForFieldName('body'), { name, index }))
  return index
}

function basesOf(superclasses: SyntaxNode | null): readonly string[] {
  const bases = superclasses?.namedChildren ?? []
  return bases.flatMap((base) => (base && base.type !== 'keyword_argument' ? [base.text] : []))
}

type Owner = { readonly name: string; readonly index: number }

function walkBody(walk: Walk, body: SyntaxNode | null, owner: Owner): void {
  const fields: DeclaredField[] = []
  for (const statement of body?.namedChildren ?? []) {
    const assignment = statement?.type === 'expression_statement' ? statement.namedChild(0) : null
    const isField =
      assignment?.type === 'assignment' && assignment.childForFieldName('left')?.type === 'identifier'
    if (isField) fields.push(fieldOf(walk, assignment, owner))
    else walk.visit(statement)
  }
  walk.complete(owner.index, { fields })
  noteEnum(walk, { name: owner.name, bases: walk.definitions[owner.index]?.bases ?? [], fields })
}

/** A field of the class, which is a name of the object and of the class: `self.base`, `Settings.base`. */
function fieldOf(walk: Walk, assignment: SyntaxNode, owner: Owner): DeclaredField {
  const name = assignment.childForFieldName('left')?.text ?? ''
  const { type, value: annotated } = annotationOf(walk, assignment.childForFieldName('type'))
  const written = assignment.childForFieldName('right')
  const value = written ? walk.value(written, { name, owner: owner.name }) : annotated
  const line = lineOf(assignment)
  if (value && written) {
    walk.bind({ name: `this.${name}`, value, type, line })
    walk.bind({ name: `${owner.name}.${name}`, value, type, line, scope: walk.scopeAround })
  }
  const optional = written !== null && !isRequired(walk, value)
  return { name, type: type ?? '', optional, line, tag: written?.text ?? '', value }
}

/** `Field(...)`, `Field(alias="total")` and `...` itself give no default. */
function isRequired(walk: Walk, value: Value | null): boolean {
  if (value?.type === 'other') return value.text === '...'
  const call = value?.type === 'call' ? walk.calls[value.call] : undefined
  if (call?.name !== 'Field' && call?.name !== 'field') return false
  const [first] = call.arguments
  const isGiven = first !== undefined && !(first.type === 'other' && first.text === '...')
  return !(isGiven || 'default' in call.keywords || 'default_factory' in call.keywords)
}

export const classVisits: readonly (readonly [string, VisitRule])[] = [['class_definition', classDefinition]]
