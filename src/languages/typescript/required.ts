import type { Call, SyntaxNode } from '../../domain/outline.js'
import { constantText, lineOf } from '../shared/values.js'
import type { Walk } from '../shared/walk.js'
import { isPattern, patternOf } from './patterns.js'

type Imported = { readonly imported: string; readonly local: string }

/** Notes `require('…')` and `import('…')` as imports, with the names that they are put into. */
export function noteRequired(walk: Walk, node: SyntaxNode, call: Pick<Call, 'callee' | 'arguments'>): void {
  if (call.callee !== 'require' && call.callee !== 'import') return
  const module = constantText(call.arguments[0])
  if (module === null) return
  walk.imports.push({ module, line: lineOf(node), names: receivers(node) })
}

const transparent = new Set([
  'await_expression',
  'parenthesized_expression',
  'as_expression',
  'non_null_expression',
])

function receivers(node: SyntaxNode): readonly Imported[] {
  let at = node.parent
  while (at && transparent.has(at.type)) at = at.parent
  let member = '*'
  if (at?.type === 'member_expression') {
    member = at.childForFieldName('property')?.text ?? '*'
    at = at.parent
  }
  const name = at?.type === 'variable_declarator' ? at.childForFieldName('name') : null
  if (!name) return []
  if (!isPattern(name)) return [{ imported: member, local: name.text }]
  return patternOf(name).fields.map(({ field, local }) => ({ imported: field, local }))
}
