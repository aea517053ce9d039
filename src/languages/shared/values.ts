import type { SyntaxNode, Value } from '../../domain/outline.js'

/** From 1. */
export function lineOf(node: SyntaxNode): number {
  return node.startPosition.row + 1
}

export function endLineOf(node: SyntaxNode): number {
  return node.endPosition.row + 1
}

/** An expression that says nothing more, with the first 80 characters of it. */
export function otherValue(node: SyntaxNode | string): Value {
  const text = typeof node === 'string' ? node : node.text
  return { type: 'other', text: text.length > 80 ? text.slice(0, 80) : text }
}

export function nameValue(name: string): Value {
  return { type: 'name', name }
}

/** A text of these parts; neighbouring literals become one, and texts inside texts are opened. */
export function textValue(parts: readonly (string | Value)[], line: number): Value {
  const joined: (string | Value)[] = []
  for (const part of parts.flatMap(openText)) {
    const last = joined.at(-1)
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part
    else if (part !== '' || parts.length === 1) joined.push(part)
  }
  return { type: 'text', parts: joined.length > 0 ? joined : [''], line }
}

function openText(part: string | Value): readonly (string | Value)[] {
  return typeof part !== 'string' && part.type === 'text' ? part.parts : [part]
}

/** The literal that a value is, or null: `'/orders'`, but not `base + '/orders'`. */
export function constantText(value: Value | undefined): string | null {
  if (value?.type !== 'text') return null
  const [first, ...rest] = value.parts
  return rest.length === 0 && typeof first === 'string' ? first : null
}

/** A member of a value: a dotted name where the value is a plain name, and the member no key with a dot of its own. */
export function memberValue(of: Value, member: string): Value {
  return of.type === 'name' && member !== '[]' && !member.includes('.')
    ? { type: 'name', name: `${of.name}.${member}` }
    : { type: 'member', of, member }
}

/** Any of these, opened where one is a choice itself. */
export function choiceValue(of: readonly Value[]): Value {
  return { type: 'choice', of: of.flatMap((value) => (value.type === 'choice' ? value.of : [value])) }
}

/** A value without the casts around it. */
export function uncast(value: Value): Value {
  let inner = value
  while (inner.type === 'cast') inner = inner.value
  return inner
}

/** The line of a text or a format; 0 for a value that has none. */
export function lineOfText(value: Value): number {
  return value.type === 'text' || value.type === 'format' ? value.line : 0
}
