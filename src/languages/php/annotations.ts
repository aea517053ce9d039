import type { ObjectField, SyntaxNode, Value } from '../../domain/outline.js'
import { lineOf, memberValue, nameValue, otherValue, textValue } from '../shared/values.js'
import type { Walk } from '../shared/walk.js'
import { addAnnotation } from './attributes.js'

/** Longer comments than people write are not read for annotations. */
const maxLength = 20_000
const maxDepth = 8

const token = /\s+|\*|"(?:[^"]|"")*"|@?[A-Za-z_\\][\w\\]*(?:::\w+)?|-?\d+(?:\.\d+)?|[(){}=:,]|[^\s]/g

/** Words of a comment with the line each stands on. */
type Token = { readonly text: string; readonly line: number; readonly isFirst?: boolean }
type Tokens = { readonly list: readonly Token[]; at: number }

/** Tells of the annotations in the comment before a declaration (`@Route("/orders", methods={"GET"})`) as of attributes. */
export function withAnnotations(walk: Walk, node: SyntaxNode, target: number): void {
  const comment = commentBefore(node)
  if (!comment || comment.text.length > maxLength || !/@[A-Z][\w\\]*\(/.test(comment.text)) return
  const tokens = { list: tokensOf(comment), at: 0 }
  for (; tokens.at < tokens.list.length; tokens.at += 1) {
    const [name, open] = tokens.list.slice(tokens.at, tokens.at + 2)
    if (!name?.isFirst || !/^@[A-Z]/.test(name.text) || open?.text !== '(') continue
    tokens.at += 2
    const fields = fieldsUntil(tokens, ')', 0)
    const given = fields.flatMap((each) => (each.name === '' ? [each.value] : []))
    const keywords = Object.fromEntries(
      fields.flatMap((each) => (each.name ? [[each.name, each.value]] : [])),
    )
    addAnnotation(walk, name.text.slice(1), { arguments: given, keywords }, { line: name.line, target })
  }
}

/** The documentation comment right before a node, as it stands between that and what precedes it: trees hold no comments. */
function commentBefore(node: SyntaxNode): Token | null {
  const { parent } = node
  if (!parent) return null
  const before = parent.children[parent.children.indexOf(node) - 1]
  const from = (before?.endIndex ?? parent.startIndex) - parent.startIndex
  const gap = parent.text.slice(from, node.startIndex - parent.startIndex)
  const start = gap.lastIndexOf('/**')
  const end = start === -1 ? -1 : gap.indexOf('*/', start)
  if (end === -1) return null
  const text = gap.slice(start + 3, end)
  return { text, line: lineOf(node) - linesIn(gap.slice(start)) }
}

function linesIn(text: string): number {
  return text.split('\n').length - 1
}

function tokensOf(comment: Token): readonly Token[] {
  let { line } = comment
  const found: Token[] = []
  for (const [text] of comment.text.matchAll(token)) {
    if (/\S/.test(text) && text !== '*') found.push({ text, line, isFirst: found.at(-1)?.line !== line })
    line += linesIn(text)
  }
  return found
}

/** What stands between brackets, up to and with the closing one: `name=value`, `"key"=value`, or a value alone. */
function fieldsUntil(tokens: Tokens, end: string, depth: number): readonly ObjectField[] {
  const fields: ObjectField[] = []
  while (tokens.at < tokens.list.length && tokens.list[tokens.at]?.text !== end) {
    const line = tokens.list[tokens.at]?.line ?? 0
    const first = valueAt(tokens, depth)
    if (/^[=:]$/.test(tokens.list[tokens.at]?.text ?? '')) {
      tokens.at += 1
      fields.push({ name: keyOf(first), value: valueAt(tokens, depth), line })
    } else fields.push({ name: '', value: first, line })
    if (tokens.list[tokens.at]?.text === ',') tokens.at += 1
  }
  return fields
}

function valueAt(tokens: Tokens, depth: number): Value {
  const { text, line } = tokens.list[tokens.at] ?? { text: '', line: 0 }
  tokens.at += 1
  if (text.startsWith('"')) return textValue([text.slice(1, -1).replaceAll('""', '"')], line)
  if (text === '{' && depth < maxDepth) return bracedAt(tokens, line, depth + 1)
  if (/^-?\d/.test(text)) return { type: 'number', text }
  if (/^(?:true|false)$/i.test(text)) return { type: 'boolean', text }
  const [of = '', member] = text.split('::')
  if (/^[A-Za-z_]/.test(text)) return member ? memberValue(nameValue(of), member) : nameValue(of)
  if (text.startsWith('@') && tokens.list[tokens.at]?.text === '(' && depth < maxDepth) {
    tokens.at += 1
    fieldsUntil(tokens, ')', depth + 1)
    tokens.at += 1
  }
  return otherValue(text)
}

/** `{"GET", "POST"}` is a list, `{"id"="\d+"}` an object. */
function bracedAt(tokens: Tokens, line: number, depth: number): Value {
  const fields = fieldsUntil(tokens, '}', depth)
  tokens.at += 1
  if (fields.every((each) => each.name === ''))
    return { type: 'list', items: fields.map((each) => each.value) }
  return { type: 'object', fields, spreads: [], line }
}

function keyOf(value: Value): string {
  if (value.type === 'name') return value.name
  return value.type === 'text' && typeof value.parts[0] === 'string' ? value.parts[0] : '[]'
}
