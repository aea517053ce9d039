import type { SyntaxNode, Value } from '../../domain/outline.js'
import type { Walk } from '../shared/walk.js'

/** A declared type as written, and the value that annotates it: `Depends(session)` in `Annotated[Session, Depends(session)]`. */
export type Annotation = { readonly type: string | null; readonly value: Value | null }

/** `Annotated[T, …]` is T; its last call says what a default would say. A quoted type is what the quotes hold. */
export function annotationOf(walk: Walk, type: SyntaxNode | null): Annotation {
  if (!type) return { type: null, value: null }
  const inner = type.namedChild(0)
  const isAnnotated =
    inner?.type === 'generic_type' && /(?:^|\.)Annotated$/.test(inner.namedChild(0)?.text ?? '')
  if (!isAnnotated) return { type: unquoted(type.text), value: null }
  const [declared, ...annotations] = inner.namedChild(1)?.namedChildren ?? []
  const calls = annotations.flatMap((annotation) => {
    const expression = annotation?.namedChild(0)
    return expression?.type === 'call' ? [walk.value(expression)] : []
  })
  return { type: declared ? unquoted(declared.text) : null, value: calls.at(-1) ?? null }
}

function unquoted(type: string): string {
  return /^(["'])[^"']*\1$/.test(type) ? type.slice(1, -1) : type
}
