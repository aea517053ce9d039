import type { ObjectField, SyntaxNode, Value } from '../../domain/outline.js'
import { unescaped } from '../shared/escapes.js'
import { constantText, lineOf, textValue } from '../shared/values.js'
import type { ValueRule, Walk } from '../shared/walk.js'

/** The parts of a string with its prefix: `f"{base}/orders"` holds `base`, `r"\d"` holds a backslash. */
function stringParts(walk: Walk, node: SyntaxNode): readonly (string | Value)[] {
  const isRaw = /^[a-z]*r/i.test(node.childCount > 0 ? (node.child(0)?.text ?? '') : node.text)
  const parts: (string | Value)[] = ['']
  for (const child of node.children) {
    if (child?.type === 'string_content') parts.push(isRaw ? child.text : contentText(child))
    else if (child?.type === 'interpolation') parts.push(walk.value(child.childForFieldName('expression')))
  }
  return parts
}

function contentText(content: SyntaxNode): string {
  if (content.childCount === 0) return content.text
  const written = content.text
  let text = ''
  let end = 0
  for (const special of content.children) {
    if (!special) continue
    const start = special.startIndex - content.startIndex
    // `{{` in an f-string is one brace.
    const meant = special.type === 'escape_interpolation' ? special.text.slice(1) : unescaped(special.text)
    text += written.slice(end, start) + meant
    end = special.endIndex - content.startIndex
  }
  return text + written.slice(end)
}

function stringValue(walk: Walk, node: SyntaxNode): Value {
  return textValue(stringParts(walk, node), lineOf(node))
}

function concatenatedValue(walk: Walk, node: SyntaxNode): Value {
  return textValue(
    node.namedChildren.flatMap((part) => (part ? stringParts(walk, part) : [])),
    lineOf(node),
  )
}

/** The text of a string without values in it; null for anything else. */
export function literalText(walk: Walk, node: SyntaxNode | null): string | null {
  return node?.type === 'string' ? constantText(stringValue(walk, node)) : null
}

function dictionaryValue(walk: Walk, node: SyntaxNode): Value {
  const fields: ObjectField[] = []
  const spreads: Value[] = []
  for (const child of node.namedChildren) {
    if (child?.type === 'dictionary_splat') spreads.push(walk.value(child.namedChild(0)))
    else if (child) fields.push(fieldOf(walk, child))
  }
  return { type: 'object', fields, spreads, line: lineOf(node) }
}

function fieldOf(walk: Walk, pair: SyntaxNode): ObjectField {
  const key = constantText(walk.value(pair.childForFieldName('key')))
  const name = key ?? '[]'
  const value = walk.value(pair.childForFieldName('value'), { name, owner: null })
  return { name, value, line: lineOf(pair) }
}

function listValue(walk: Walk, node: SyntaxNode): Value {
  return { type: 'list', items: node.namedChildren.map((item) => walk.value(item)) }
}

function literalRule(type: 'number' | 'boolean' | 'null'): ValueRule {
  return (_walk, node) => ({ type, text: node.text })
}

export const literalRules: readonly (readonly [string, ValueRule])[] = [
  ['string', stringValue],
  ['concatenated_string', concatenatedValue],
  ['dictionary', dictionaryValue],
  ['list', listValue],
  ['tuple', listValue],
  ['set', listValue],
  ['expression_list', listValue],
  ['integer', literalRule('number')],
  ['float', literalRule('number')],
  ['true', literalRule('boolean')],
  ['false', literalRule('boolean')],
  ['none', literalRule('null')],
]
