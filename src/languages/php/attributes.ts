import type { Decorator, SyntaxNode } from '../../domain/outline.js'
import { lineOf } from '../shared/values.js'
import type { Walk } from '../shared/walk.js'
import { type Arguments, argumentsOf } from './arguments.js'
import { className, lastWord, localName } from './class-names.js'

/** Tells of the attributes of a declaration (`#[Route('/orders')]`): they decorate it, or a parameter or field of it. */
export function withAttributes(walk: Walk, node: SyntaxNode, on: Pick<Decorator, 'target' | 'on'>): void {
  for (const group of node.childForFieldName('attributes')?.namedChildren ?? []) {
    for (const attribute of group?.namedChildren ?? []) {
      const [named] = attribute?.namedChildren ?? []
      if (!attribute || !named) continue
      const name = className(walk, named)
      const given = argumentsOf(walk, attribute.childForFieldName('parameters'))
      walk.decorators.push({ callee: name, name: lastWord(name), ...given, line: lineOf(attribute), ...on })
    }
  }
}

/** An annotation in a comment says what an attribute of the same name would. */
export function addAnnotation(
  walk: Walk,
  written: string,
  given: Arguments,
  on: Pick<Decorator, 'target' | 'line'>,
): void {
  const name = localName(walk, written, on.line)
  walk.decorators.push({ callee: name, name: lastWord(name), ...given, ...on })
}
