import type { NamedText, SyntaxNode } from '../../domain/outline.js'
import { lineOf } from '../shared/values.js'
import type { Walk } from '../shared/walk.js'
import { annotationsOf } from './annotations.js'

/** The constants of an enumeration by the names that they have on the wire: `@JsonProperty("paid")`, a text with `@JsonValue`. */
export function noteEnum(walk: Walk, name: string, members: readonly SyntaxNode[]): void {
  const isByText = members.some((member) =>
    annotationsOf(member).some((each) => nameOf(each) === 'JsonValue'),
  )
  const constants = members.filter(({ type }) => type === 'enum_constant')
  walk.sets.push({ name, values: constants.map((constant) => textOf(constant, isByText)) })
}

function textOf(constant: SyntaxNode, isByText: boolean): NamedText {
  const called = constant.childForFieldName('name')
  const name = called?.text ?? ''
  const given = annotationsOf(constant).find((each) => /^(?:JsonProperty|SerializedName)$/.test(nameOf(each)))
  const [first] = (given ?? (isByText ? constant : null))?.childForFieldName('arguments')?.namedChildren ?? []
  const written = first?.type === 'string_literal' ? first.text.slice(1, -1) : null
  return { name, text: written ?? name, line: lineOf(called ?? constant) }
}

function nameOf(annotation: SyntaxNode): string {
  return annotation.childForFieldName('name')?.text ?? ''
}
