import { asText } from '../shared/json.js'
import { type Schema, type SchemaPair, typesOf } from '../shared/schema/schema.js'

/** What became of the types and the format of a schema, seen from the side that must accept the other. */
type Types = { readonly from: readonly string[]; readonly to: readonly string[] }

/** Whether a request that was accepted is refused now. `strict` formats tell `1` from `"1"`. */
export function isNarrowed(pair: SchemaPair, strict: boolean): boolean {
  return isRefused(pair.old, pair.new, strict)
}

/** Whether an answer can now be what it could not be before. */
export function isWidened(pair: SchemaPair, strict: boolean): boolean {
  return isRefused(pair.new, pair.old, strict)
}

/** Whether every type of the first is one of the second's: nothing went, something came. */
export function hasMoreTypes({ old, new: head }: SchemaPair): boolean {
  return isSubset(typesOf(old), typesOf(head))
}

/** Whether something that is sent by the rules of the first is refused by those of the second. */
function isRefused(sender: Schema, receiver: Schema, strict: boolean): boolean {
  const types = { from: typesOf(sender), to: typesOf(receiver) }
  return isTypeRefused(types, strict) || isFormatRefused(sender, receiver)
}

function isTypeRefused({ from, to }: Types, strict: boolean): boolean {
  const came = to.filter((each) => !from.includes(each))
  const went = from.filter((each) => !to.includes(each))
  // A receiver without types accepts everything.
  if (came.length + went.length === 0 || to.length === 0 || isSubset(from, to)) return false
  return !isTypeContained(came, went, strict)
}

function isTypeContained(to: readonly string[], from: readonly string[], strict: boolean): boolean {
  const [wide, narrow] = [to[0], from[0]]
  if (to.length === 1 && from.length === 1 && wide && narrow && isSubtype(narrow, wide)) return true
  // In a query or a form everything is text.
  return !strict && (to.length === 0 || (to.length === 1 && wide === 'string'))
}

function isSubset(sub: readonly string[], all: readonly string[]): boolean {
  return sub.length > 0 && sub.every((type) => all.some((each) => isSubtype(type, each)))
}

function isSubtype(sub: string, wide: string): boolean {
  return sub === wide || (sub === 'integer' && wide === 'number')
}

/** The formats that a receiver of one also understands. */
const wider: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  number: { float: ['double'] },
  integer: { int32: ['int64', 'bigint'], int64: ['bigint'] },
  string: { date: ['date-time'], time: ['date-time'] },
}

function isFormatRefused(sender: Schema, receiver: Schema): boolean {
  const [from, to] = [formatOf(sender), formatOf(receiver)]
  if (from === to || to === '') return false
  const types = typesOf(receiver)
  return types.length !== 1 || !wider[types[0] ?? '']?.[from]?.includes(to)
}

function formatOf(schema: Schema): string {
  return asText(schema.node['format']) ?? ''
}

/** A schema's type as people say it: `string/date`, `array<integer>`, `any`. */
export function typeName(schema: Schema): string {
  const types = typesOf(schema).join(' or ') || 'any'
  const format = formatOf(schema)
  return format === '' ? types : `${types}/${format}`
}
