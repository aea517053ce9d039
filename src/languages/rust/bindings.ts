import type { SyntaxNode } from '../../domain/outline.js'
import { lineOf, memberValue } from '../shared/values.js'
import type { VisitRule, Walk } from '../shared/walk.js'
import { isMember, memberOf } from './members.js'
import { bindPattern } from './patterns.js'
import { typeText } from './type-text.js'

function letDeclaration(walk: Walk, node: SyntaxNode): void {
  const pattern = node.childForFieldName('pattern')
  const type = typeText(walk, node.childForFieldName('type'))
  const written = node.childForFieldName('value')
  const value = walk.value(written, pattern?.type === 'identifier' ? { name: pattern.text } : null)
  if (written || type) bindPattern(walk, pattern, { value, type })
  walk.visit(node.childForFieldName('alternative'))
}

function constantItem(walk: Walk, node: SyntaxNode): void {
  const name = node.childForFieldName('name')
  const value = walk.value(node.childForFieldName('value'))
  const type = typeText(walk, node.childForFieldName('type'))
  if (name && name.text !== '_') walk.bind({ name: name.text, value, type, line: lineOf(name) })
}

function assignment(walk: Walk, node: SyntaxNode): void {
  const left = node.childForFieldName('left')
  const value = walk.value(node.childForFieldName('right'))
  if (!left) return
  if (!isMember(left)) {
    if (left.type === 'identifier') walk.bind({ name: left.text, value, line: lineOf(left) })
    else walk.visit(left)
    return
  }
  const { of, name, line } = memberOf(walk, left)
  walk.read(of, name, line, 'write')
  const member = memberValue(of, name)
  if (member.type === 'name') walk.bind({ name: member.name, value, line })
}

function forExpression(walk: Walk, node: SyntaxNode): void {
  const value = walk.value(node.childForFieldName('value'))
  bindPattern(walk, node.childForFieldName('pattern'), { value, type: null, item: true })
  walk.visit(node.childForFieldName('body'))
}

export const bindingVisits: readonly (readonly [string, VisitRule])[] = [
  ['let_declaration', letDeclaration],
  ['const_item', constantItem],
  ['static_item', constantItem],
  ['assignment_expression', assignment],
  ['for_expression', forExpression],
]
