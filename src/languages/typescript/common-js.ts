import type { SyntaxNode, Value } from '../../domain/outline.js'
import { lineOf } from '../shared/values.js'
import type { Walk } from '../shared/walk.js'

const memberExport = /^(?:module\s*\.\s*)?exports\s*\.\s*([\w$]+)$/
const wholeExport = /^module\s*\.\s*exports$/

/**
 * Tells whether an assignment exports something (`module.exports = router`, `exports.total = …`), and notes what.
 * The whole is exported as `default`, which is what an ESM import makes of it.
 */
export function exportAssignment(walk: Walk, left: SyntaxNode, right: SyntaxNode | null): boolean {
  // Anything longer is no export, and its text is not worth having.
  if (!right || left.type !== 'member_expression' || left.endIndex - left.startIndex > 200) return false
  const written = left.text
  const name = wholeExport.test(written) ? 'default' : memberExport.exec(written)?.[1]
  if (!name) return false
  exportValue(walk, name, right)
  return true
}

/** Exports an expression: a name as it is, anything else bound to the exported name. */
export function exportValue(walk: Walk, name: string, node: SyntaxNode): void {
  const value = walk.value(node, { name, owner: null })
  const local = value.type === 'name' ? value.name : name
  walk.exports.push({ name, local, module: null })
  if (local === name && value.type !== 'name') walk.bind({ name, value, line: lineOf(node) })
  if (name === 'default') exportFields(walk, value)
}

/** `module.exports = { get, list: listOrders }` exports each of its fields. */
function exportFields(walk: Walk, value: Value): void {
  if (value.type !== 'object') return
  for (const field of value.fields) {
    const local = field.value.type === 'name' ? field.value.name : field.name
    if (field.name !== '[]') walk.exports.push({ name: field.name, local, module: null })
  }
}
