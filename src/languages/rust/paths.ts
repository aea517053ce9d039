import type { SyntaxNode } from '../../domain/outline.js'
import { lineOf } from '../shared/values.js'
import type { Walk } from '../shared/walk.js'
import { knownOf } from './knowledge.js'

/** Longer than paths are, and short enough for what machines write. */
const maxSegments = 24

/** The words of a path, type arguments left out: `axum`, `Router`, `new` of `axum::Router::<S>::new`. */
export function segmentsOf(path: SyntaxNode | null): readonly string[] {
  const found: string[] = []
  let at = path
  while (at && found.length < maxSegments) {
    if (at.type === 'generic_type' || at.type === 'generic_type_with_turbofish') {
      at = at.childForFieldName('type')
      continue
    }
    if (at.type === 'bracketed_type') {
      at = at.namedChild(0)
      continue
    }
    const name = at.childForFieldName('name')
    if (!name) {
      if (at.childCount === 0) found.push(at.text.replace(/^r#/, ''))
      break
    }
    found.push(name.text.replace(/^r#/, ''))
    at = at.childForFieldName('path')
  }
  return found.reverse()
}

/**
 * A path as the outline spells it: the module, as one word, and what is named of it with dots. `crate::orders::routes` is
 * `crate::orders.routes`, `web::scope` is `web.scope`, `Order::new` is `Order.new`.
 */
export function pathName(walk: Walk, path: SyntaxNode): string {
  return spelt(walk, segmentsOf(path), lineOf(path))
}

export function spelt(walk: Walk, written: readonly string[], line: number): string {
  const segments = withoutInline(walk, withOwner(walk, written))
  if (segments.length === 1) return segments[0] === 'self' ? 'this' : (segments[0] ?? '')
  const head = moduleOf(segments)
  if (head.length === 0) return segments.join('.')
  const module = head.join('::')
  const { modules } = knownOf(walk)
  if (!modules.has(module)) modules.set(module, line)
  return [module, ...segments.slice(head.length)].join('.')
}

/** The name of a type: alone where its whole path is written, with its module where that is one word. */
export function typePathName(walk: Walk, path: SyntaxNode): string {
  const segments = withoutInline(walk, withOwner(walk, segmentsOf(path)))
  const head = moduleOf(segments)
  const [name = '', ...rest] = segments.slice(head.length)
  if (head.length < 2 && !isAnchor(head[0])) return spelt(walk, segments, lineOf(path))
  const { types } = knownOf(walk)
  if (!types.has(name)) types.set(name, { module: head.join('::'), line: lineOf(path) })
  return [name, ...rest].join('.')
}

/** The words before the first type, or before the last word where there is none. */
function moduleOf(segments: readonly string[]): readonly string[] {
  const type = segments.findIndex((segment) => /^\p{Lu}/u.test(segment))
  return segments.slice(0, type === -1 ? segments.length - 1 : type)
}

/** `Self` is the type whose `impl` this is. */
function withOwner(walk: Walk, segments: readonly string[]): readonly string[] {
  const { owner } = knownOf(walk)
  return segments[0] === 'Self' && owner !== null ? [owner, ...segments.slice(1)] : segments
}

function withoutInline(walk: Walk, segments: readonly string[]): readonly string[] {
  const { inlineModules } = knownOf(walk)
  const from = segments.length > 1 && inlineModules.has(segments[0] ?? '') ? 1 : 0
  return segments.slice(from)
}

/** Words with which a path begins at a place that is known. */
export function isAnchor(segment: string | undefined): boolean {
  return segment === 'crate' || segment === 'self' || segment === 'super'
}
