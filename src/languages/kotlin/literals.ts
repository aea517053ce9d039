import type { SyntaxNode, Value } from '../../domain/outline.js'
import { unescaped } from '../shared/escapes.js'
import { resolved } from '../shared/own-names.js'
import { lineOf, nameValue, textValue } from '../shared/values.js'
import type { ValueRule, Walk } from '../shared/walk.js'
import { partsOf } from './nodes.js'

/** A string with what it interpolates: `"/orders/$id"`, `"${base}/orders"`. */
function stringValue(walk: Walk, node: SyntaxNode): Value {
  const parts = partsOf(node)
  const values = parts.flatMap((part, index): readonly (string | Value)[] => {
    if (part.type === 'interpolation') return [walk.value(partsOf(part)[0] ?? null)]
    if (part.type === 'escape_sequence') return [unescaped(part.text)]
    if (isSign(part)) return nameAfter(parts[index + 1]) === '' ? ['$'] : []
    return isSign(parts[index - 1]) ? afterSign(walk, part) : [part.text]
  })
  return textValue(values, lineOf(node))
}

/** The grammar knows `${id}`, and takes `$id` for two texts. */
function isSign(part: SyntaxNode | undefined): boolean {
  return part?.type === 'string_content' && part.text === '$'
}

function nameAfter(part: SyntaxNode | undefined): string {
  return part?.type === 'string_content' ? (/^[A-Za-z_]\w*/.exec(part.text)?.[0] ?? '') : ''
}

function afterSign(walk: Walk, part: SyntaxNode): readonly (string | Value)[] {
  const name = nameAfter(part)
  return name === '' ? [part.text] : [nameValue(resolved(walk, name)), part.text.slice(name.length)]
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
