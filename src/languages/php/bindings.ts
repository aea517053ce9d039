import type { Binding, DestructuredField, SyntaxNode, Value } from '../../domain/outline.js'
import { operatorOf } from '../shared/operands.js'
import { choiceValue, constantText, lineOf, memberValue, otherValue, textValue } from '../shared/values.js'
import type { ValueRule, VisitRule, Walk } from '../shared/walk.js'
import { isMember, memberOf } from './members.js'

type Bound = { readonly value: Value } & Partial<Pick<Binding, 'item'>>

/** Binds a variable, a member or a pattern (`[$id, 'total' => $sum]`). */
export function bindTo(walk: Walk, target: SyntaxNode, bound: Bound): void {
  const line = lineOf(target)
  if (target.type === 'by_ref') bindTo(walk, target.namedChild(0) ?? target, bound)
  else if (target.type === 'list_literal')
    walk.bind({ name: '', fields: fieldsOf(walk, target, '', 0), line, ...bound })
  else if (isMember(target)) bindMember(walk, target, bound)
  else if (target.type === 'variable_name') walk.bind({ name: target.text, line, ...bound })
  else walk.visit(target)
}

function bindMember(walk: Walk, target: SyntaxNode, bound: Bound): void {
  const { of, name, line } = memberOf(walk, target)
  walk.read(of, name, line, 'write')
  const member = memberValue(of, name)
  if (member.type === 'name') walk.bind({ name: member.name, line, ...bound })
}

function fieldsOf(
  walk: Walk,
  pattern: SyntaxNode,
  path: string,
  depth: number,
): readonly DestructuredField[] {
  const fields: DestructuredField[] = []
  let key: string | null = null
  for (const child of pattern.namedChildren) {
    if (!child || depth > 10) continue
    const isTarget = child.type === 'variable_name' || child.type === 'list_literal'
    if (!isTarget) {
      key = constantText(walk.value(child))
      continue
    }
    const field = [path, key ?? '[]'].filter((each) => each !== '').join('.')
    if (child.type === 'list_literal') fields.push(...fieldsOf(walk, child, field, depth + 1))
    else fields.push({ field, local: child.text, line: lineOf(child) })
    key = null
  }
  return fields
}

function assignment(walk: Walk, node: SyntaxNode): Value {
  const left = node.childForFieldName('left')
  const place = left?.type === 'variable_name' ? { name: left.text, owner: null } : null
  const value = walk.value(node.childForFieldName('right'), place)
  if (left) bindTo(walk, left, { value })
  return value
}

/** `$url .= '/orders'` puts more behind, `$url ??= '/orders'` keeps what there is. */
function augmented(walk: Walk, node: SyntaxNode): Value {
  const left = node.childForFieldName('left')
  const added = walk.value(node.childForFieldName('right'))
  const operator = operatorOf(node)
  if (!left || (operator !== '.=' && operator !== '??=')) {
    walk.visit(left)
    return otherValue(node)
  }
  const before = walk.value(left)
  const value = operator === '.=' ? textValue([before, added], lineOf(node)) : choiceValue([before, added])
  bindTo(walk, left, { value })
  return value
}

function foreachStatement(walk: Walk, node: SyntaxNode): void {
  const [items, each] = node.namedChildren
  const value = walk.value(items ?? null)
  const target = each?.type === 'pair' ? each.namedChild(1) : each
  if (target) bindTo(walk, target, { value, item: true })
  walk.visit(node.childForFieldName('body'))
}

/** `static $cache = [];` inside a function, `const LIMIT = 3;` outside of classes. */
function staticVariable(walk: Walk, node: SyntaxNode): void {
  const name = node.childForFieldName('name')
  const value = node.childForFieldName('value')
  if (name && value) walk.bind({ name: name.text, value: walk.value(value), line: lineOf(node) })
}

function constElement(walk: Walk, node: SyntaxNode): void {
  const [name, value] = node.namedChildren
  if (name && value) walk.bind({ name: name.text, value: walk.value(value), line: lineOf(node) })
}

export const bindingValues: readonly (readonly [string, ValueRule])[] = [
  ['assignment_expression', assignment],
  ['reference_assignment_expression', assignment],
  ['augmented_assignment_expression', augmented],
]

export const bindingVisits: readonly (readonly [string, VisitRule])[] = [
  ['foreach_statement', foreachStatement],
  ['static_variable_declaration', staticVariable],
  ['const_element', constElement],
]
