import type { DestructuredField, SyntaxNode, Value } from '../../domain/outline.js'
import { operatorOf } from '../shared/operands.js'
import { choiceValue, lineOf, memberValue, otherValue } from '../shared/values.js'
import type { ValueRule, VisitRule, Walk } from '../shared/walk.js'
import { creation } from './creations.js'
import { isMember, memberOf, nameOf } from './members.js'
import { typeText } from './type-text.js'

/** The value of a declaration with a type: `HttpClient client = new()`. */
export function declaredValue(walk: Walk, node: SyntaxNode | null, type: string | null, name: string): Value {
  return node?.type === 'implicit_object_creation_expression'
    ? creation(walk, node, type)
    : walk.value(node, { name, owner: null })
}

/** `Order a = x, b = y` and `var (a, b) = x`. */
function variableDeclaration(walk: Walk, node: SyntaxNode): void {
  const type = typeText(node.childForFieldName('type'))
  for (const declarator of node.namedChildren) {
    if (declarator?.type !== 'variable_declarator') continue
    const name = declarator.childForFieldName('name')
    const pattern = declarator.namedChild(0)
    const written = initialOf(declarator)
    if (name) {
      const value = written ? declaredValue(walk, written, type, name.text) : otherValue('')
      if (written || type) walk.bind({ name: name.text, value, type, line: lineOf(name) })
    } else if (pattern) bindPattern(walk, pattern, walk.value(written))
  }
}

/** The expression after `=`. */
export function initialOf(node: SyntaxNode): SyntaxNode | null {
  const at = node.children.findIndex((child) => child?.type === '=')
  return at === -1 ? null : (node.children.slice(at + 1).find((child) => child?.isNamed) ?? null)
}

/** Each name takes its item of a tuple, or an unknown part of something else. */
function bindPattern(walk: Walk, pattern: SyntaxNode, value: Value, item = false): void {
  const names = namesIn(pattern)
  const items = value.type === 'list' ? value.items : null
  if (items)
    for (const [position, each] of names.entries())
      walk.bind({ name: each.local, value: items[position] ?? otherValue(''), line: each.line })
  else walk.bind({ name: '', value, fields: names, item, line: lineOf(pattern) })
}

function namesIn(pattern: SyntaxNode): readonly DestructuredField[] {
  return pattern.namedChildren.flatMap((child) => {
    const declared = child?.type === 'argument' ? child.namedChild(0) : child
    const name = declared?.type === 'declaration_expression' ? declared.childForFieldName('name') : declared
    return name?.type === 'identifier' ? [{ field: '[]', local: name.text, line: lineOf(name) }] : []
  })
}

function assignment(walk: Walk, node: SyntaxNode): Value {
  const left = node.childForFieldName('left')
  const right = node.childForFieldName('right')
  const operator = operatorOf(node)
  const value = walk.value(right, left?.type === 'identifier' ? { name: left.text, owner: null } : null)
  if (left?.type === 'tuple_expression') bindPattern(walk, left, value)
  else if (left && operator === '=') assign(walk, left, value)
  else if (left && operator === '??=') assign(walk, left, choiceValue([walk.value(left), value]))
  else if (left && isMember(left)) readAndWrite(walk, left)
  return value
}

function assign(walk: Walk, left: SyntaxNode, value: Value): void {
  if (left.type === 'identifier') {
    if (left.text !== '_') walk.bind({ name: nameOf(walk, left.text), value, line: lineOf(left) })
    return
  }
  if (!isMember(left)) return
  const { of, name, line } = memberOf(walk, left)
  walk.read(of, name, line, 'write')
  const member = memberValue(of, name)
  if (member.type === 'name') walk.bind({ name: member.name, value, line })
}

function readAndWrite(walk: Walk, node: SyntaxNode): void {
  const { of, name, line } = memberOf(walk, node)
  walk.read(of, name, line)
  walk.read(of, name, line, 'write')
}

function foreachStatement(walk: Walk, node: SyntaxNode): void {
  const value = walk.value(node.childForFieldName('right'))
  const left = node.childForFieldName('left')
  const type = typeText(node.childForFieldName('type'))
  if (left?.type === 'identifier') walk.bind({ name: left.text, value, type, item: true, line: lineOf(left) })
  else if (left) bindPattern(walk, left, value, true)
  walk.visit(node.childForFieldName('body'))
}

/** `from order in orders` */
function fromClause(walk: Walk, node: SyntaxNode): void {
  const name = node.childForFieldName('name')
  const value = walk.value(node.namedChildren.at(-1) ?? null)
  const type = typeText(node.childForFieldName('type'))
  if (name) walk.bind({ name: name.text, value, type, item: true, line: lineOf(name) })
}

/** `case Order order:` */
function declarationPattern(walk: Walk, node: SyntaxNode): void {
  const name = node.childForFieldName('name')
  const type = typeText(node.childForFieldName('type'))
  if (name && type) walk.bind({ name: name.text, value: otherValue(''), type, line: lineOf(name) })
}

const tupleValue: ValueRule = (walk, node) => ({
  type: 'list',
  items: node.namedChildren.map((item) => walk.value(item?.namedChildren.at(-1) ?? null)),
})

export const bindingValues: readonly (readonly [string, ValueRule])[] = [
  ['assignment_expression', assignment],
  ['tuple_expression', tupleValue],
]

export const bindingVisits: readonly (readonly [string, VisitRule])[] = [
  ['variable_declaration', variableDeclaration],
  ['foreach_statement', foreachStatement],
  ['from_clause', fromClause],
  ['declaration_pattern', declarationPattern],
  ['catch_declaration', () => {}],
]
