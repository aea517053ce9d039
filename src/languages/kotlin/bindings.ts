import type { SyntaxNode, Value } from '../../domain/outline.js'
import { operatorOf } from '../shared/operands.js'
import { declareLocal, resolved } from '../shared/own-names.js'
import { lineOf, memberValue, otherValue } from '../shared/values.js'
import type { VisitRule, Walk } from '../shared/walk.js'
import { exportTop } from './imports.js'
import { isMember, memberOf } from './members.js'
import { nameIn, partCalled, partsOf } from './nodes.js'
import { declaredType, typeText } from './type-text.js'

/** A property at the top of a file or inside a function. One that extends a type belongs to nothing that we know. */
function propertyDeclaration(walk: Walk, node: SyntaxNode): void {
  const declared = partCalled(node, 'variable_declaration')
  const name = nameIn(partCalled(declared, 'identifier'))
  const value = valueOfProperty(walk, node, name)
  const several = partCalled(node, 'multi_variable_declaration')
  if (several) bindEach(walk, several, value)
  if (!declared || declaredType(node)) return
  exportTop(walk, name)
  declareLocal(walk, name)
  walk.bind({ name, value, type: typeText(declaredType(declared)), line: lineOf(declared) })
}

/** What it is given, what its delegate makes when it is first asked, or what its getter gives. */
export function valueOfProperty(walk: Walk, node: SyntaxNode, name: string): Value {
  const parts = partsOf(node)
  const at = parts.findIndex(({ type }) => /variable_declaration$/.test(type))
  const [getter] = parts.filter(({ type }) => type === 'getter')
  for (const each of parts) if (each.type === 'setter') walk.visit(each)
  const written = parts.slice(at + 1).find(({ type }) => !/^(?:type_constraints|getter|setter)$/.test(type))
  if (written?.type === 'property_delegate') return delegated(walk, written)
  if (written) return walk.value(written, { name })
  const body = partCalled(getter ?? null, 'function_body')
  const [given] = partsOf(body)
  if (given && given.type !== 'block') return walk.value(given)
  walk.visit(body)
  return otherValue('')
}

/** `by lazy { … }` is what the function gives. */
function delegated(walk: Walk, node: SyntaxNode): Value {
  const value = walk.value(partsOf(node)[0] ?? null)
  const call = value.type === 'call' ? walk.calls[value.call] : undefined
  const made = call?.name === 'lazy' ? call.arguments.at(-1) : undefined
  if (made?.type !== 'function') return value
  return walk.returns.findLast(({ scope }) => scope === made.definition)?.value ?? value
}

/** `val (id, total) = order`: the parts come in order, and say nothing of fields. */
function bindEach(walk: Walk, several: SyntaxNode, value: Value): void {
  for (const [index, each] of partsOf(several).entries()) {
    const name = nameIn(partCalled(each, 'identifier'))
    declareLocal(walk, name)
    const part = memberValue(value, `component${index + 1}()`)
    walk.bind({ name, value: part, type: typeText(declaredType(each)), line: lineOf(each) })
  }
}

function loop(walk: Walk, node: SyntaxNode): void {
  const parts = partsOf(node).filter(({ type }) => type !== 'label' && type !== 'annotation')
  const [variable, list, ...body] = parts
  const value = walk.value(list ?? null)
  if (variable?.type === 'variable_declaration') {
    const name = nameIn(partCalled(variable, 'identifier'))
    declareLocal(walk, name)
    walk.bind({ name, value, item: true, type: typeText(declaredType(variable)), line: lineOf(variable) })
  } else if (variable) bindEach(walk, variable, otherValue(variable))
  for (const each of body) walk.visit(each)
}

function assignment(walk: Walk, node: SyntaxNode): void {
  const target = node.childForFieldName('left')
  const value = walk.value(node.childForFieldName('right'))
  if (!target) return
  if (operatorOf(node) !== '=') walk.value(target)
  else if (isMember(target)) writeMember(walk, target, value)
  else walk.bind({ name: resolved(walk, nameIn(target)), value, line: lineOf(target) })
}

function writeMember(walk: Walk, target: SyntaxNode, value: Value): void {
  const { of, name, line } = memberOf(walk, target)
  walk.read(of, name, line, 'write')
  const member = memberValue(of, name)
  if (member.type === 'name') walk.bind({ name: member.name, value, line })
}

export const bindingVisits: readonly (readonly [string, VisitRule])[] = [
  ['property_declaration', propertyDeclaration],
  ['for_statement', loop],
  ['assignment', assignment],
]
