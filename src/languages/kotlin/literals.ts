import type { SyntaxNode, Value } from '../../domain/outline.js'
import { unescaped } from '../shared/escapes.js'
import { lineOf, textValue } from '../shared/values.js'
import type { ValueRule, Walk } from '../shared/walk.js'
import { partsOf } from './nodes.js'

/** A string with what it interpolates: `"/orders/$id"`, `"${base}/orders"`. */
function stringValue(walk: Walk, node: SyntaxNode): Value {
  const parts = partsOf(node).map((part) => {
    if (part.type === 'interpolation') return walk.value(partsOf(part)[0] ?? null)
    return part.type === 'escape_sequence' ? unescaped(part.text) : part.text
  })
  return textValue(parts, lineOf(node))
}

/** `'/'` beside a text is a text. */
function characterValue(_walk: Walk, node: SyntaxNode): Value {
  const inner = node.text.slice(1, -1)
  return textValue([inner.startsWith('\\') ? unescaped(inner) : inner], lineOf(node))
}

function numberValue(_walk: Walk, node: SyntaxNode): Value {
  return { type: 'number', text: node.text }
}

function listValue(walk: Walk, node: SyntaxNode): Value {
  return { type: 'list', items: partsOf(node).map((item) => walk.value(item)) }
}

export const literalRules: readonly (readonly [string, ValueRule])[] = [
  ['string_literal', stringValue],
  ['multiline_string_literal', stringValue],
  ['character_literal', characterValue],
  ['number_literal', numberValue],
  ['float_literal', numberValue],
  ['collection_literal', listValue],
]
