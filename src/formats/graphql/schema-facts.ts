import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type NameNode,
  type OperationTypeDefinitionNode,
  print,
} from 'graphql/language/index.js'
import type { Details, ElementFact } from '../../domain/element-fact.js'
import { lineOf } from './parse.js'

/** The types, fields, arguments, values and directives that definitions declare, and those that they extend. */
export function schemaFacts(definitions: readonly DefinitionNode[]): readonly ElementFact[] {
  return definitions.flatMap((definition) => [...ofType(definition), ...ofMembers(definition)])
}

/** The type itself; an extension declares only what it adds. */
function ofType(definition: DefinitionNode): readonly ElementFact[] {
  switch (definition.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION: {
      const word = definition.kind === Kind.OBJECT_TYPE_DEFINITION ? 'type' : 'interface'
      return [
        declared(definition.name, '', {
          type: withNames(`${word} implements`, definition.interfaces, ' & ') ?? word,
        }),
      ]
    }
    case Kind.UNION_TYPE_DEFINITION:
      return [declared(definition.name, '', { type: withNames('union', definition.types, ', ') ?? 'union' })]
    case Kind.ENUM_TYPE_DEFINITION:
      return [declared(definition.name, '', { type: 'enum' })]
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return [
        declared(definition.name, '', { type: isOneOf(definition.directives) ? 'input @oneOf' : 'input' }),
      ]
    case Kind.SCALAR_TYPE_DEFINITION:
      return [declared(definition.name, '', { type: 'scalar' })]
    case Kind.DIRECTIVE_DEFINITION: {
      const places = withNames(
        'directive on',
        definition.locations.map((name) => ({ name })),
        ', ',
      )
      return [declared(definition.name, '@', { type: places ?? 'directive' })]
    }
    default:
      return []
  }
}

function isOneOf(directives: readonly ConstDirectiveNode[] = []): boolean {
  return directives.some(({ name }) => name.value === 'oneOf')
}

function withNames(
  before: string,
  named: readonly { readonly name: NameNode }[] = [],
  between: string,
): string | null {
  return named.length ? `${before} ${named.map(({ name }) => name.value).join(between)}` : null
}

function ofMembers(definition: DefinitionNode): readonly ElementFact[] {
  switch (definition.kind) {
    case Kind.SCHEMA_DEFINITION:
    case Kind.SCHEMA_EXTENSION:
      return (definition.operationTypes ?? []).map(ofRoot)
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.OBJECT_TYPE_EXTENSION:
    case Kind.INTERFACE_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_EXTENSION:
      return (definition.fields ?? []).flatMap((field) => ofField(definition.name.value, field))
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
    case Kind.INPUT_OBJECT_TYPE_EXTENSION:
      return (definition.fields ?? []).map((field) => ofInput(`${definition.name.value}.`, field, ''))
    case Kind.ENUM_TYPE_DEFINITION:
    case Kind.ENUM_TYPE_EXTENSION:
      return (definition.values ?? []).map((value) => declared(value.name, `${definition.name.value}.`, {}))
    case Kind.DIRECTIVE_DEFINITION:
      return (definition.arguments ?? []).map((each) => ofInput(`@${definition.name.value}(`, each, ')'))
    default:
      return []
  }
}

/** `schema { query: Root }` is `graphql schema.query` of the type `Root`. */
function ofRoot(root: OperationTypeDefinitionNode): ElementFact {
  return fact(`schema.${root.operation}`, lineOf(root), { type: root.type.name.value })
}

function ofField(owner: string, field: FieldDefinitionNode): readonly ElementFact[] {
  const within = `${owner}.${field.name.value}(`
  return [
    declared(field.name, `${owner}.`, { type: print(field.type) }),
    ...(field.arguments ?? []).map((each) => ofInput(within, each, ')')),
  ]
}

/** An argument or a field of an input: it must be given when it is not null and has no default. */
function ofInput(before: string, input: InputValueDefinitionNode, after: string): ElementFact {
  const { type, defaultValue } = input
  return fact(`${before}${input.name.value}${after}`, lineOf(input.name), {
    type: print(type),
    ...(type.kind === Kind.NON_NULL_TYPE && !defaultValue ? { required: 'true' } : {}),
    ...(defaultValue ? { default: print(defaultValue) } : {}),
  })
}

function declared(name: NameNode, before: string, details: Details): ElementFact {
  return fact(`${before}${name.value}`, lineOf(name), details)
}

function fact(name: string, line: number, details: Details): ElementFact {
  return {
    kind: 'graphql',
    line,
    rule: 'graphql.schema',
    certainty: 'certain',
    element: `graphql ${name}`,
    action: 'declares',
    ...(Object.keys(details).length ? { details } : {}),
  }
}
