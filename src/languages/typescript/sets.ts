import type { NamedText, SyntaxNode } from '../../domain/outline.js'
import { lineOf } from '../shared/values.js'
import type { Walk } from '../shared/walk.js'
import { literalText } from './literals.js'

/** `'open' | 'paid'`, of any length: a set of texts, where it is nothing but texts. */
export function noteUnion(walk: Walk, name: string, type: SyntaxNode | null): void {
  const parts: SyntaxNode[] = []
  for (let at = type; at; ) {
    const isUnion = at.type === 'union_type'
    const last: SyntaxNode | null = isUnion ? (at.namedChildren.at(-1) ?? null) : at
    if (last) parts.push(last)
    at = isUnion && at.namedChildCount > 1 ? at.namedChild(0) : null
  }
  const texts = parts.map((part) => (part.type === 'literal_type' ? part.namedChild(0) : null))
  if (!texts.every((text) => text?.type === 'string')) return
  walk.sets.push({ name, values: texts.reverse().flatMap((text) => (text ? [textOf(text)] : [])) })
}

function textOf(node: SyntaxNode): NamedText {
  return { text: literalText(node), line: lineOf(node) }
}

/** `{ Paid: 'paid' } as const` under a name that a type could have, where every value is a text. */
export function noteConstants(walk: Walk, name: string, written: SyntaxNode): void {
  if (written.type !== 'as_expression' || !/\bconst$/.test(written.text.slice(-10))) return
  const object = written.namedChild(0)
  if (object?.type !== 'object' || !/^[A-Z]\w*$/.test(name)) return
  const pairs = object.namedChildren.filter((child) => child !== null && child.type !== 'comment')
  const texts = pairs.map((pair) => pair?.childForFieldName('value') ?? null)
  if (!texts.every((text) => text?.type === 'string')) return
  const values = pairs.flatMap((pair, at) => {
    const [key, text] = [pair?.childForFieldName('key'), texts[at]]
    return text && key ? [{ name: key.text, ...textOf(text) }] : []
  })
  walk.sets.push({ name, values })
}
