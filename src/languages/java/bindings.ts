import type { SyntaxNode, Value } from '../../domain/outline.js'
import { operatorOf } from '../shared/operands.js'
import { declareLocal, resolved } from '../shared/own-names.js'
import { lineOf, memberValue, otherValue } from '../shared/values.js'
import type { ValueRule, VisitRule, Walk } from '../shared/walk.js'
import { isMember, memberOf } from './members.js'
import { typeText } from './type-text.js'

/** `Order order = …, other = …;` */
function localDeclaration(walk: Walk, node: SyntaxNode): void {
  const type = node.childForFieldName('type')
  for (const declarator of node.children) {
    if (declarator?.type !== 'variable_declarator') continue
    const name = declarator.childForFieldName('name')?.text ?? ''
    const written = declarator.childForFieldName('value')
    const value = written ? walk.value(written, { name }) : otherValue('')
    declareLocal(walk, name)
    const declared = typeText(type, declarator.childForFieldName('dimensions'))
    walk.bind({ name, value, type: declared, line: lineOf(declarator) })
  }
}

/** A variable of a loop holds an item, one of a `try` what it was opened as. */
function loopVariable(walk: Walk, node: SyntaxNode): void {
  const name = node.childForFieldName('name')
  const value = walk.value(node.childForFieldName('value'))
  if (name) {
    declareLocal(walk, name.text)
    const type = typeText(node.childForFieldName('type'))
    walk.bind({ name: name.text, value, item: node.type !== 'resource', type, line: lineOf(name) })
  }
  walk.visit(node.childForFieldName('body'))
}

/** `order instanceof PaidOrder paid` names the order anew. */
function instanceOf(walk: Walk, node: SyntaxNode): Value {
  const value = walk.value(node.childForFieldName('left'))
  const name = node.childForFieldName('name')
  const type = typeText(node.childForFieldName('right'))
  if (!name) return otherValue(node)
  declareLocal(walk, name.text)
  walk.bind({ name: name.text, value, type, line: lineOf(name) })
  return otherValue(node)
}

function caughtName(walk: Walk, node: SyntaxNode): void {
  declareLocal(walk, node.childForFieldName('name')?.text ?? '')
}

function assignment(walk: Walk, node: SyntaxNode): Value {
  const target = node.childForFieldName('left')
  const value = walk.value(node.childForFieldName('right'))
  if (!target) return value
  if (operatorOf(node) !== '=') walk.value(target)
  else if (isMember(target)) writeMember(walk, target, value)
  else walk.bind({ name: resolved(walk, target.text), value, line: lineOf(target) })
  return value
}

function writeMember(walk: Walk, target: SyntaxNode, value: Value): void {
  const { of, name, line } = memberOf(walk, target)
  walk.read(of, name, line, 'write')
  const member = memberValue(of, name)
  if (member.type === 'name') walk.bind({ name: member.name, value, line })
}

export const bindingValues: readonly (readonly [string, ValueRule])[] = [
  ['assignment_expression', assignment],
  ['instanceof_expression', instanceOf],
]

export const bindingVisits: readonly (readonly [string, VisitRule])[] = [
  ['local_variable_declaration', localDeclaration],
  ['enhanced_for_statement', loopVariable],
  ['resource', loopVariable],
  ['catch_formal_parameter', caughtName],
]
