import type { SyntaxNode, Value } from '../../domain/outline.js'
import { declareLocal } from '../shared/own-names.js'
import { choiceValue, otherValue } from '../shared/values.js'
import type { Place, ValueRule, Walk } from '../shared/walk.js'
import { nameIn, partCalled, partsOf } from './nodes.js'

/** The value of statements is that of the last one, where that is an expression. */
export function lastValue(walk: Walk, statements: readonly SyntaxNode[], place: Place | null = null): Value {
  for (const each of statements.slice(0, -1)) walk.visit(each)
  const last = statements.at(-1)
  if (!last) return otherValue('')
  const isStatement = /(?:_declaration|_statement)$|^assignment$/.test(last.type)
  if (!isStatement) return walk.value(last, place)
  walk.visit(last)
  return otherValue('')
}

function blockValue(walk: Walk, node: SyntaxNode, place: Place | null): Value {
  return walk.nested(node, () => lastValue(walk, partsOf(node), place))
}

/** `if (c) a else b` is either. */
function ifValue(walk: Walk, node: SyntaxNode): Value {
  walk.value(node.childForFieldName('condition'))
  const branches = partsOf(node).filter(({ field }) => field !== 'condition')
  return chosen(branches.map((branch) => lastValue(walk, [branch])))
}

/** Any of its branches. */
function whenValue(walk: Walk, node: SyntaxNode): Value {
  const subject = partCalled(node, 'when_subject')
  const declared = partCalled(subject, 'variable_declaration')
  const value = walk.value(partsOf(subject).at(-1) ?? null)
  if (declared) {
    const name = nameIn(partCalled(declared, 'identifier'))
    declareLocal(walk, name)
    walk.bind({ name, value, line: node.startPosition.row + 1 })
  }
  const entries = partsOf(node).filter(({ type }) => type === 'when_entry')
  return chosen(entries.map((entry) => entryValue(walk, entry)))
}

function entryValue(walk: Walk, entry: SyntaxNode): Value {
  const parts = partsOf(entry)
  for (const part of parts) if (part.field === 'condition') walk.visit(part)
  return lastValue(
    walk,
    parts.filter(({ field }) => field !== 'condition'),
  )
}

function tryValue(walk: Walk, node: SyntaxNode): Value {
  return chosen(partsOf(node).flatMap((part) => guardedValue(walk, part)))
}

/** Of what is tried, and of what is done instead; nothing that is done at last. */
function guardedValue(walk: Walk, part: SyntaxNode): readonly Value[] {
  if (part.type === 'finally_block') {
    walk.visitChildren(part)
    return []
  }
  if (part.type !== 'catch_block') return [walk.value(part)]
  declareLocal(walk, nameIn(partCalled(part, 'identifier')))
  return [walk.value(partCalled(part, 'block'))]
}

/** Branches that only do something, or leave, are no value. */
function chosen(values: readonly Value[]): Value {
  const known = values.filter(({ type }) => type !== 'other' && type !== 'null')
  const [only] = known
  return only && known.length === 1 ? only : choiceValue(known.length ? known : values)
}

export const branchRules: readonly (readonly [string, ValueRule])[] = [
  ['block', blockValue],
  ['if_expression', ifValue],
  ['when_expression', whenValue],
  ['try_expression', tryValue],
]
