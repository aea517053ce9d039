import type { SyntaxNode, Value } from '../../domain/outline.js'
import { choiceValue, lineOf, otherValue } from '../shared/values.js'
import type { ValueRule, VisitRule, Walk } from '../shared/walk.js'
import { isTestCode } from './attributes.js'
import { knownOf } from './knowledge.js'
import { bindPattern } from './patterns.js'

/** Walks items with the attributes before each, and leaves out those that are compiled for tests only. */
export function visitItems(walk: Walk, items: readonly (SyntaxNode | null)[]): void {
  let attributes: SyntaxNode[] = []
  for (const item of items) {
    if (!item?.isNamed || /^(?:line|block)_comment$/.test(item.type)) continue
    if (item.type === 'attribute_item') {
      attributes.push(item)
      continue
    }
    knownOf(walk).attributes = attributes
    if (!attributes.some(isTestCode)) walk.visit(item)
    attributes = []
  }
  knownOf(walk).attributes = []
}

/** A block's value is that of its last expression. */
export function blockValue(walk: Walk, block: SyntaxNode): Value {
  const children = block.namedChildren.filter((child) => child !== null)
  const last = children.findLast((child) => !/^(?:line|block)_comment$/.test(child.type))
  const tail = last ? tailOf(last) : null
  visitItems(walk, tail ? children.slice(0, children.lastIndexOf(last ?? tail)) : children)
  return tail ? walk.value(tail) : otherValue('')
}

function tailOf(last: SyntaxNode): SyntaxNode | null {
  if (last.type === 'expression_statement')
    return last.children.at(-1)?.type === ';' ? null : last.namedChild(0)
  return /_(?:item|declaration|statement|definition)$|^(?:label|visibility_modifier)$/.test(last.type)
    ? null
    : last
}

/** What a function gives: what its block comes to. */
export function returnBlock(walk: Walk, body: SyntaxNode | null): void {
  const value = walk.value(body)
  const isNothing = value.type === 'other' && value.text === ''
  if (body && walk.scope !== null && !isNothing)
    walk.returns.push({ value, scope: walk.scope, line: tailLine(body) })
}

function tailLine(body: SyntaxNode): number {
  return lineOf(body.type === 'block' ? (body.namedChildren.at(-1) ?? body) : body)
}

function ifValue(walk: Walk, node: SyntaxNode): Value {
  walk.visit(node.childForFieldName('condition'))
  const then = walk.value(node.childForFieldName('consequence'))
  const otherwise = node.childForFieldName('alternative')
  return otherwise ? choiceValue([then, walk.value(otherwise.namedChild(0))]) : then
}

function matchValue(walk: Walk, node: SyntaxNode): Value {
  const value = walk.value(node.childForFieldName('value'))
  const arms = node.childForFieldName('body')?.namedChildren ?? []
  const given = arms.flatMap((arm) => {
    if (arm?.type !== 'match_arm') return []
    bindPattern(walk, arm.childForFieldName('pattern'), { value, type: null })
    return [walk.value(arm.childForFieldName('value'))]
  })
  return given.length ? choiceValue(given) : otherValue(node)
}

function letCondition(walk: Walk, node: SyntaxNode): void {
  const value = walk.value(node.childForFieldName('value'))
  bindPattern(walk, node.childForFieldName('pattern'), { value, type: null })
}

function innerBlock(walk: Walk, node: SyntaxNode): Value {
  return walk.value(node.namedChildren.findLast((child) => child?.type === 'block') ?? null)
}

export const blockValues: readonly (readonly [string, ValueRule])[] = [
  ['block', blockValue],
  ['async_block', innerBlock],
  ['unsafe_block', innerBlock],
  ['if_expression', ifValue],
  ['match_expression', matchValue],
]

export const blockVisits: readonly (readonly [string, VisitRule])[] = [
  ['let_condition', letCondition],
  ['declaration_list', (walk, node) => visitItems(walk, node.children)],
]
