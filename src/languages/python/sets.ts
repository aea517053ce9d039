import type { DeclaredField, SyntaxNode, Value } from '../../domain/outline.js'
import { constantText, lineOf } from '../shared/values.js'
import type { Walk } from '../shared/walk.js'
import { literalText } from './literals.js'

/** `class Status(StrEnum)`, and the choices of Django, whose first text is the value. */
export function noteEnum(
  walk: Walk,
  { name, bases, fields }: { name: string; bases: readonly string[]; fields: readonly DeclaredField[] },
): void {
  if (!bases.some((base) => /(?:^|\.)(?:Str|Text)?(?:Enum|Choices)$/.test(base))) return
  const values = fields.flatMap(({ name: own, value, line }) => {
    const text = constantText(firstOf(value))
    return text === null ? [] : [{ name: own, text, line }]
  })
  walk.sets.push({ name, values })
}

function firstOf(value: Value | null): Value | undefined {
  return value?.type === 'list' ? value.items[0] : (value ?? undefined)
}

/** `Status = Literal["open", "paid"]` */
export function noteLiteral(walk: Walk, left: SyntaxNode | null, right: SyntaxNode | null): void {
  if (left?.type !== 'identifier' || right?.type !== 'subscript') return
  if (!/^(?:\w+\.)?Literal$/.test(right.childForFieldName('value')?.text ?? '')) return
  const given = right.children.filter((child) => child?.field === 'subscript')
  const values = given.flatMap((each) => {
    const text = each ? literalText(walk, each) : null
    return each && text !== null ? [{ text, line: lineOf(each) }] : []
  })
  if (values.length === given.length) walk.sets.push({ name: left.text, values })
}
