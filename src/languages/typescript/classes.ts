import type { DeclaredField, SyntaxNode, Value } from '../../domain/outline.js'
import { endLineOf, lineOf, nameValue, otherValue } from '../shared/values.js'
import type { Place, ValueRule, VisitRule, Walk } from '../shared/walk.js'
import { decorate } from './decorators.js'
import { defineFunction, isProperty } from './functions.js'
import { constantKey } from './keys.js'
import { declaredField } from './shapes.js'

function defineClass(walk: Walk, node: SyntaxNode, name: string): void {
  const body = node.childForFieldName('body')
  const index = walk.define({
    kind: 'class',
    name,
    owner: null,
    line: lineOf(node),
    endLine: endLineOf(node),
    parameters: [],
    returnType: null,
    bases: basesOf(node),
    fields: [],
  })
  walk.complete(index, { fields: fieldsOf(walk, body, name) })
  for (const decorator of decoratorsOf(node)) decorate(walk, decorator, { target: index })
  walk.inside(index, () => {
    for (const child of node.namedChildren) if (child?.type === 'class_heritage') walk.visit(child)
    if (body) walkMembers(walk, body, { name, index })
  })
}

/** Decorators stand before `export` or after it. */
function decoratorsOf(node: SyntaxNode): readonly SyntaxNode[] {
  const around = node.parent?.type === 'export_statement' ? node.parent.children : []
  return [...around, ...node.children].filter((child) => child?.type === 'decorator') as SyntaxNode[]
}

function basesOf(node: SyntaxNode): readonly string[] {
  const heritage = node.namedChildren.find((child) => child?.type === 'class_heritage')
  const clause = heritage?.namedChild(0)
  if (!clause || clause.type === 'implements_clause') return []
  const isClause = clause.type === 'extends_clause'
  return [isClause ? clause.text.replace(/^extends\s+/, '') : clause.text]
}

function fieldsOf(walk: Walk, body: SyntaxNode | null, owner: string): readonly DeclaredField[] {
  return (body?.namedChildren ?? []).flatMap((member) => {
    if (!member) return []
    if (member.type === 'method_definition') return parameterProperties(member)
    return isField(member) ? declaredField(walk, member, { owner, depth: 0 }) : []
  })
}

function parameterProperties(method: SyntaxNode): readonly DeclaredField[] {
  if (method.childForFieldName('name')?.text !== 'constructor') return []
  const parameters = method.childForFieldName('parameters')?.namedChildren ?? []
  return parameters.flatMap((parameter) => {
    if (!parameter || !isProperty(parameter)) return []
    const name = parameter.childForFieldName('pattern')?.text ?? ''
    const written = parameter.childForFieldName('type')?.namedChild(0)
    const type = written?.text ?? ''
    const optional = parameter.type === 'optional_parameter'
    return [{ name, type, optional, line: lineOf(parameter), tag: '', value: null }]
  })
}

function isField(node: SyntaxNode): boolean {
  return node.type === 'public_field_definition' || node.type === 'field_definition'
}

type Owner = { readonly name: string; readonly index: number }

function walkMembers(walk: Walk, body: SyntaxNode, owner: Owner): void {
  let decorators: SyntaxNode[] = []
  for (const member of body.namedChildren) {
    if (!member) continue
    if (member.type === 'decorator') {
      decorators.push(member)
      continue
    }
    const own = member.children.filter((child) => child?.type === 'decorator') as SyntaxNode[]
    walkMember(walk, member, owner, [...decorators, ...own])
    decorators = []
  }
}

function walkMember(walk: Walk, member: SyntaxNode, owner: Owner, decorators: readonly SyntaxNode[]): void {
  const key = member.childForFieldName('name') ?? member.childForFieldName('property')
  const name = (key && constantKey(key)) ?? '[]'
  if (isField(member)) {
    for (const decorator of decorators)
      decorate(walk, decorator, { target: owner.index, on: { field: name } })
    walkField(walk, member, { name, owner: owner.name })
    return
  }
  // An overload (`method_signature`) says nothing that the method itself does not.
  if (member.type !== 'method_definition' && member.type !== 'abstract_method_signature') {
    walk.visit(member)
    return
  }
  const target = defineFunction(walk, member, { kind: 'method', name, owner: owner.name })
  for (const decorator of decorators) decorate(walk, decorator, { target })
}

/** `http = inject(HttpClient)` binds `this.http`; a static field is known by the class's name instead. */
function walkField(
  walk: Walk,
  field: SyntaxNode,
  own: { readonly name: string; readonly owner: string },
): void {
  const initial = field.childForFieldName('value')
  if (!initial) return
  const isStatic = field.children.some((child) => child?.type === 'static')
  const value = walk.value(initial, own)
  const bound = {
    value,
    type: declaredAs(walk, own.name),
    line: lineOf(field),
  }
  if (isStatic) walk.bind({ name: `${own.owner}.${own.name}`, scope: walk.scopeAround, ...bound })
  else walk.bind({ name: `this.${own.name}`, ...bound })
}

/** The type that a field of the enclosing class is declared with. */
function declaredAs(walk: Walk, field: string): string | null {
  const around = walk.scope === null ? undefined : walk.definitions[walk.scope]
  return around?.fields.find(({ name }) => name === field)?.type || null
}

function classDeclaration(walk: Walk, node: SyntaxNode): void {
  defineClass(walk, node, node.childForFieldName('name')?.text ?? 'default')
}

function classValue(walk: Walk, node: SyntaxNode, place: Place | null): Value {
  const name = place?.name ?? node.childForFieldName('name')?.text ?? ''
  defineClass(walk, node, name)
  return name === '' ? otherValue(node) : nameValue(name)
}

export const classValues: readonly (readonly [string, ValueRule])[] = [['class', classValue]]

export const classVisits: readonly (readonly [string, VisitRule])[] = [
  ['class_declaration', classDeclaration],
  ['abstract_class_declaration', classDeclaration],
]
