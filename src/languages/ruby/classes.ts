import type { SyntaxNode } from '../../domain/outline.js'
import { endLineOf, lineOf } from '../shared/values.js'
import type { VisitRule, Walk } from '../shared/walk.js'
import { constantName, rememberMethods } from './names.js'

/** A class or a module under its full name; what it includes is one of its bases. */
function classDefinition(walk: Walk, node: SyntaxNode): void {
  const name = node.childForFieldName('name')
  const body = node.childForFieldName('body')
  const superclass = node.childForFieldName('superclass')
  const index = walk.define({
    kind: 'class',
    name: fullName(walk, name ? constantName(name) : ''),
    owner: null,
    line: lineOf(node),
    endLine: endLineOf(node),
    parameters: [],
    returnType: null,
    bases: [...baseOf(superclass?.namedChild(0) ?? null), ...includedIn(body)],
    fields: [],
  })
  rememberMethods(walk, index, body)
  walk.visit(superclass)
  walk.inside(index, () => walk.visit(body))
}

/** Longer than the names that people give. */
const maxName = 300

function fullName(walk: Walk, name: string): string {
  const around = walk.scope === null ? undefined : walk.definitions[walk.scope]
  const isInside = around?.kind === 'class' && around.name !== '' && around.name.length < maxName
  return isInside ? `${around.name}::${name}` : name
}

/** `ActiveRecord::Migration[7.1]` extends what it is an item of. */
function baseOf(node: SyntaxNode | null): readonly string[] {
  const base = node?.type === 'element_reference' ? node.childForFieldName('object') : node
  return base?.type === 'constant' || base?.type === 'scope_resolution' ? [constantName(base)] : []
}

function includedIn(body: SyntaxNode | null): readonly string[] {
  return (body?.namedChildren ?? []).flatMap((statement) => {
    const called = statement?.type === 'call' ? statement.childForFieldName('method')?.text : undefined
    if (called !== 'include' && called !== 'prepend') return []
    const given = statement?.childForFieldName('arguments')?.namedChildren ?? []
    return given.flatMap((each) => baseOf(each))
  })
}

/** `class << self` holds methods of the class around. */
function singletonClass(walk: Walk, node: SyntaxNode): void {
  walk.visit(node.childForFieldName('body'))
}

export const classVisits: readonly (readonly [string, VisitRule])[] = [
  ['class', classDefinition],
  ['module', classDefinition],
  ['singleton_class', singletonClass],
]
