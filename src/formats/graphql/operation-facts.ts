import {
  type ArgumentNode,
  type DefinitionNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  type OperationTypeNode,
  print,
  type SelectionSetNode,
  type ValueNode,
  type VariableDefinitionNode,
} from 'graphql/language/index.js'
import type { Action, Details, ElementFact } from '../../domain/element-fact.js'
import { lineOf } from './parse.js'

/** Selections are not nested deeper. */
const mostLevels = 40

/**
 * What operations and fragments rely on. A field is spelt by its path from the operation (`graphql query orders.items.total`)
 * or from the type of the fragment around it (`graphql Order.total`, `graphql Order.items.total`); an argument is in brackets
 * behind its field, and a field of an object that is given to it follows the bracket.
 */
export function operationFacts(definitions: readonly DefinitionNode[]): readonly ElementFact[] {
  return definitions.flatMap((definition) => {
    if (definition.kind === Kind.OPERATION_DEFINITION) return ofOperation(definition)
    if (definition.kind !== Kind.FRAGMENT_DEFINITION) return []
    const type = definition.typeCondition.name.value
    return ofSelections(definition.selectionSet, {
      path: type,
      depth: 0,
      operation: null,
      variables: new Map(),
    })
  })
}

/** Where a selection is, and what is known around it. */
type Around = {
  /** `query`, `query orders.items`, `Order` */
  readonly path: string
  readonly depth: number
  readonly operation: OperationTypeNode | null
  /** Declared types by the names of variables. */
  readonly variables: ReadonlyMap<string, string>
}

function ofOperation(operation: OperationDefinitionNode): readonly ElementFact[] {
  const declared = operation.variableDefinitions ?? []
  const variables = new Map(declared.map((each) => [each.variable.name.value, print(each.type)]))
  const around: Around = { path: operation.operation, depth: 0, operation: operation.operation, variables }
  return [...declared.flatMap(ofVariable), ...ofSelections(operation.selectionSet, around)]
}

const builtIn = new Set(['ID', 'Int', 'Float', 'String', 'Boolean'])

/** A variable relies on the type that it names. */
function ofVariable({ type, variable }: VariableDefinitionNode): readonly ElementFact[] {
  const written = print(type)
  const name = written.replace(/[[\]!]/g, '')
  if (builtIn.has(name)) return []
  return [fact(name, lineOf(variable), 'uses', { type: written, local: `$${variable.name.value}` })]
}

function ofSelections({ selections }: SelectionSetNode, around: Around): readonly ElementFact[] {
  if (around.depth > mostLevels) return []
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return ofField(selection, around)
    if (selection.kind === Kind.FRAGMENT_SPREAD) return []
    const type = selection.typeCondition?.name.value
    const inside = type === undefined ? around : { ...around, path: type }
    return ofSelections(selection.selectionSet, { ...inside, depth: around.depth + 1 })
  })
}

function ofField(field: FieldNode, around: Around): readonly ElementFact[] {
  const name = field.name.value
  // What every schema has: `__typename`, `__schema`.
  if (name.startsWith('__')) return []
  const isRoot = around.path === around.operation
  const path = `${around.path}${isRoot ? ' ' : '.'}${name}`
  const details: Details = {
    ...(around.operation ? { operation: around.operation } : {}),
    ...(field.alias ? { local: field.alias.value } : {}),
  }
  const inside = { ...around, path, depth: around.depth + 1 }
  return [
    fact(path, lineOf(field), isRoot ? rootAction(around.operation) : 'reads', details),
    ...(field.arguments ?? []).flatMap((argument) => ofArgument(argument, inside)),
    ...(field.selectionSet ? ofSelections(field.selectionSet, inside) : []),
  ]
}

function rootAction(operation: OperationTypeNode): Action {
  return operation === 'subscription' ? 'subscribes' : 'calls'
}

function ofArgument({ name, value }: ArgumentNode, around: Around): readonly ElementFact[] {
  const path = `${around.path}(${name.value})`
  return [given(path, lineOf(name), value, around), ...ofObject(value, { ...around, path })]
}

/** The fields of an object that is written out. */
function ofObject(value: ValueNode, around: Around): readonly ElementFact[] {
  if (around.depth > mostLevels) return []
  const inside = { ...around, depth: around.depth + 1 }
  if (value.kind === Kind.LIST) return value.values.flatMap((each) => ofObject(each, inside))
  if (value.kind !== Kind.OBJECT) return []
  return value.fields.flatMap((field) => {
    const path = `${around.path}.${field.name.value}`
    return [given(path, lineOf(field), field.value, around), ...ofObject(field.value, { ...inside, path })]
  })
}

function given(path: string, line: number, value: ValueNode, around: Around): ElementFact {
  const type = value.kind === Kind.VARIABLE ? around.variables.get(value.name.value) : undefined
  return fact(path, line, 'writes', {
    ...(around.operation ? { operation: around.operation } : {}),
    ...(type === undefined ? {} : { type }),
  })
}

function fact(path: string, line: number, action: Action, details: Details): ElementFact {
  return {
    kind: 'graphql',
    line,
    rule: 'graphql.selection',
    certainty: 'certain',
    element: `graphql ${path}`,
    action,
    ...(Object.keys(details).length ? { details } : {}),
  }
}
