import type { SyntaxNode, Value } from '../../domain/outline.js'
import { lineOf } from '../shared/values.js'
import type { Walk } from '../shared/walk.js'
import { pathName, segmentsOf } from './paths.js'
import { tokenArguments } from './tokens.js'

/** Whether what an attribute stands on is compiled for tests only: `#[cfg(test)]`, `#[test]`, `#[tokio::test]`. */
export function isTestCode(item: SyntaxNode): boolean {
  const attribute = item.namedChild(0)
  const name = segmentsOf(attribute?.namedChild(0) ?? null).at(-1)
  if (name === 'test' || name === 'rstest' || name === 'bench') return true
  const given = attribute?.childForFieldName('arguments')?.text ?? ''
  return name === 'cfg' && /^\(\s*(?:all\(\s*)?test\b/.test(given)
}

/** Tells of the attributes of an item as decorators of it, but for those that only the compiler heeds. */
export function decorate(walk: Walk, attributes: readonly SyntaxNode[], target: number): void {
  for (const item of attributes) {
    const attribute = item.namedChild(0)
    const path = attribute?.namedChild(0)
    if (!attribute || !path || /^(?:cfg|cfg_attr|derive|allow|doc)$/.test(path.text)) continue
    const callee = pathName(walk, path)
    const { given, named } = tokenArguments(walk, attribute.childForFieldName('arguments'))
    walk.decorators.push({
      callee,
      name: callee.slice(callee.lastIndexOf('.') + 1),
      arguments: given,
      keywords: keywordsOf(named),
      line: lineOf(item),
      target,
    })
  }
}

/** What is given several times is a list: `method = "GET", method = "POST"`. */
function keywordsOf(
  named: readonly { readonly name: string; readonly value: Value }[],
): Readonly<Record<string, Value>> {
  const found = new Map<string, Value>()
  for (const { name, value } of named) {
    const before = found.get(name)
    const items = before?.type === 'list' ? before.items : before ? [before] : []
    found.set(name, before ? { type: 'list', items: [...items, value] } : value)
  }
  return Object.fromEntries(found)
}
