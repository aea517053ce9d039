import type { Decorator, SyntaxNode, Value } from '../../domain/outline.js'
import { lineOf } from '../shared/values.js'
import type { VisitRule, Walk } from '../shared/walk.js'
import { argumentsIn } from './arguments.js'
import { isType, partCalled, partsOf } from './nodes.js'
import { bareType } from './type-text.js'

/** The annotations among the modifiers of a declaration or a parameter: `@A` and `@[A B]`, each by itself. */
export function annotationsIn(modifiers: SyntaxNode | null): readonly SyntaxNode[] {
  return partsOf(modifiers)
    .filter(({ type }) => type === 'annotation')
    .flatMap((annotation) => partsOf(annotation).filter(({ type }) => type !== 'use_site_target'))
}

export function annotationsOf(node: SyntaxNode): readonly SyntaxNode[] {
  return annotationsIn(partCalled(node, 'modifiers'))
}

const astray = new WeakMap<Walk, SyntaxNode>()

/**
 * An annotation with an argument before a class is taken by the grammar for one of an expression in parentheses, and so is all
 * that stands before it: `@RestController @RequestMapping("/orders")`. It is kept for the declaration after it.
 */
function keepAstray(walk: Walk, node: SyntaxNode): void {
  if (walk.scope === null && innermost(node).type === 'parenthesized_expression') astray.set(walk, node)
  else walk.value(node)
}

function innermost(node: SyntaxNode): SyntaxNode {
  let at = node
  while (at.type === 'annotated_expression') at = partsOf(at)[1] ?? at
  return at
}

/** The annotations of a declaration at the top of a file, also those that went astray. */
export function annotationsAt(walk: Walk, node: SyntaxNode): readonly SyntaxNode[] {
  const kept = astray.get(walk)
  const isBefore =
    kept && kept.endIndex <= node.startIndex && node.startPosition.row - kept.endPosition.row <= 1
  return isBefore && walk.scope === null ? [...chained(kept), ...annotationsOf(node)] : annotationsOf(node)
}

function chained(node: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = []
  for (let at = node; at.type === 'annotated_expression'; ) {
    const [annotation, inner] = partsOf(at)
    if (!annotation || !inner) break
    // What follows the last one in parentheses is what it is given.
    if (inner.type === 'parenthesized_expression') found.push(at)
    else found.push(...partsOf(annotation).filter(({ type }) => type !== 'use_site_target'))
    at = inner
  }
  return found
}

/** As they are written in Java, without what they are for: `@JsonProperty("sku")` for `@field:JsonProperty("sku")`. */
export function tagOf(annotations: readonly SyntaxNode[]): string {
  return annotations.map(({ text }) => `@${text}`).join(' ')
}

export function annotationName(annotation: SyntaxNode): string {
  const inner = partCalled(annotation, 'annotation') ?? annotation
  const type = isType(inner) ? inner : partsOf(inner).find(isType)
  const name = bareType(type?.text ?? '')
  return name.slice(name.lastIndexOf('.') + 1)
}

/** Tells of each annotation: `value` alone is an argument, whether its name is written or not, and several are a list. */
export function annotate(
  walk: Walk,
  annotations: readonly SyntaxNode[],
  on: Pick<Decorator, 'target' | 'on'>,
): void {
  for (const annotation of annotations) {
    const name = annotationName(annotation)
    const given = argumentsIn(walk, partCalled(annotation, 'value_arguments', 'parenthesized_expression'))
    const { value, ...keywords } = given.keywords
    const positional = value ? [value, ...given.arguments] : given.arguments
    walk.decorators.push({
      callee: name,
      name,
      arguments: listed(positional),
      keywords,
      line: lineOf(annotation),
      ...on,
    })
  }
}

function listed(values: readonly Value[]): readonly Value[] {
  return values.length > 1 ? [{ type: 'list', items: values }] : values
}

export const annotationVisits: readonly (readonly [string, VisitRule])[] = [
  ['annotated_expression', keepAstray],
]
