import type { Cursor } from './cursor.js'
import type {
  ProtoEnum,
  ProtoEnumValue,
  ProtoExtension,
  ProtoField,
  ProtoMessage,
  ProtoOption,
  ProtoRange,
} from './model.js'
import { parseOptionList, parseOptionStatement } from './parse-options.js'

/** Messages are not nested deeper. */
const mostLevels = 30

/** What is met inside of a message, a group or an `extend`, while it is read. */
type Body = {
  readonly scope: string
  readonly depth: number
  readonly fields: ProtoField[]
  readonly oneofs: string[]
  readonly messages: ProtoMessage[]
  readonly enums: ProtoEnum[]
  readonly extensions: ProtoExtension[]
  readonly options: ProtoOption[]
  readonly reserved: Reserved
  readonly extensionRanges: ProtoRange[]
}

type Reserved = { readonly names: string[]; readonly ranges: ProtoRange[] }

/** `message Order { … }` behind its first word. */
export function parseMessage(cursor: Cursor, scope: string, depth = 0): ProtoMessage | null {
  const { line } = cursor.peek()
  const name = cursor.takeName()
  if (name === null || depth > mostLevels || !cursor.take('{')) return cursor.refuse('a message')
  return { name, line, ...bodyOf(cursor, qualified(scope, name), depth) }
}

export function qualified(scope: string, name: string): string {
  return scope === '' ? name : `${scope}.${name}`
}

function bodyOf(cursor: Cursor, fullName: string, depth: number): Omit<ProtoMessage, 'name' | 'line'> {
  const { scope, depth: _, ...body } = parseBody(cursor, fullName, depth)
  return { fullName: scope, ...body }
}

/** `{ … }` behind its brace. */
function parseBody(cursor: Cursor, scope: string, depth: number): Body {
  const body: Body = {
    scope,
    depth,
    fields: [],
    oneofs: [],
    messages: [],
    enums: [],
    extensions: [],
    options: [],
    reserved: { names: [], ranges: [] },
    extensionRanges: [],
  }
  while (!cursor.done && !cursor.take('}')) parseMember(cursor, body, null)
  return body
}

/** Words that begin a statement only when no field follows them: a field may be of a type called `message`. */
const statements: Readonly<Record<string, (cursor: Cursor, body: Body) => void>> = {
  message: (cursor, body) => push(body.messages, parseMessage(cursor, body.scope, body.depth + 1)),
  enum: (cursor, body) => push(body.enums, parseEnum(cursor, body.scope)),
  oneof: parseOneof,
  extend: (cursor, body) => push(body.extensions, parseExtension(cursor, body.scope, body.depth + 1)),
  option: (cursor, body) => push(body.options, parseOptionStatement(cursor)),
  reserved: (cursor, body) => parseReserved(cursor, body.reserved),
  extensions: (cursor, body) => parseRanges(cursor, body.extensionRanges),
}

function parseMember(cursor: Cursor, body: Body, oneof: string | null): void {
  const { text } = cursor.peek()
  const parse = Object.hasOwn(statements, text) && !isField(cursor) ? statements[text] : undefined
  if (cursor.take(';')) return
  if (parse) {
    cursor.next()
    parse(cursor, body)
  } else parseField(cursor, body, oneof)
}

/** `message message = 1;` */
function isField(cursor: Cursor): boolean {
  return cursor.peek(1).type === 'name' && cursor.peek(2).text === '='
}

function parseOneof(cursor: Cursor, body: Body): void {
  const name = cursor.takeName()
  if (name === null || !cursor.take('{')) return void cursor.refuse('a oneof')
  body.oneofs.push(name)
  while (!cursor.done && !cursor.take('}')) parseMember(cursor, body, name)
}

const labels = ['optional', 'required', 'repeated'] as const

function parseField(cursor: Cursor, body: Body, oneof: string | null): void {
  const label = labels.find((each) => cursor.peek().text === each && cursor.peek(1).text !== '=') ?? null
  if (label) cursor.next()
  const type = parseType(cursor)
  const { line } = cursor.peek()
  const name = cursor.takeName()
  const number = name !== null && cursor.take('=') ? cursor.takeNumber() : null
  if (type === null || name === null || number === null) return void cursor.refuse('a field')
  const options = parseOptionList(cursor)
  if (type === 'group' && body.depth < mostLevels && cursor.take('{')) {
    const fullName = qualified(body.scope, name)
    body.messages.push({ name, line, ...bodyOf(cursor, fullName, body.depth + 1) })
    body.fields.push({ name: name.toLowerCase(), number, type: name, label, oneof, options, line })
  } else if (cursor.take(';')) body.fields.push({ name, number, type, label, oneof, options, line })
  else cursor.refuse('a field')
}

function parseType(cursor: Cursor): string | null {
  const type = cursor.takeName()
  if (type !== 'map' || !cursor.take('<')) return type
  const key = cursor.takeName()
  const value = cursor.take(',') ? cursor.takeName() : null
  return key !== null && value !== null && cursor.take('>') ? `map<${key}, ${value}>` : null
}

/** `extend google.protobuf.MethodOptions { … }` behind its first word. */
export function parseExtension(cursor: Cursor, scope: string, depth = 0): ProtoExtension | null {
  const { line } = cursor.peek()
  const of = cursor.takeName()
  if (of === null || depth > mostLevels || !cursor.take('{')) return cursor.refuse('an extension')
  return { of, line, fields: parseBody(cursor, scope, depth).fields }
}

/** `enum Status { … }` behind its first word. */
export function parseEnum(cursor: Cursor, scope: string): ProtoEnum | null {
  const { line } = cursor.peek()
  const name = cursor.takeName()
  if (name === null || !cursor.take('{')) return cursor.refuse('an enum')
  const values: ProtoEnumValue[] = []
  const options: ProtoOption[] = []
  const reserved: Reserved = { names: [], ranges: [] }
  while (!cursor.done && !cursor.take('}')) {
    if (cursor.take(';')) continue
    const isValue = cursor.peek(1).text === '='
    if (!isValue && cursor.take('option')) push(options, parseOptionStatement(cursor))
    else if (!isValue && cursor.take('reserved')) parseReserved(cursor, reserved)
    else push(values, parseEnumValue(cursor))
  }
  return { name, fullName: qualified(scope, name), values, options, reserved, line }
}

function parseEnumValue(cursor: Cursor): ProtoEnumValue | null {
  const { line } = cursor.peek()
  const name = cursor.takeName()
  const number = name !== null && cursor.take('=') ? cursor.takeNumber() : null
  if (name === null || number === null) return cursor.refuse('a value of an enum')
  const options = parseOptionList(cursor)
  return cursor.take(';') ? { name, number, options, line } : cursor.refuse('a value of an enum')
}

/** `reserved 2, 9 to 11, "old";`, in editions also `reserved old;`. */
function parseReserved(cursor: Cursor, reserved: Reserved): void {
  if (cursor.peek().type === 'number' || cursor.peek().text === '-') parseRanges(cursor, reserved.ranges)
  else parseReservedNames(cursor, reserved)
}

function parseReservedNames(cursor: Cursor, reserved: Reserved): void {
  while (cursor.peek().type === 'text' || cursor.peek().type === 'name') {
    reserved.names.push(cursor.next().text)
    cursor.take(',')
  }
  if (!cursor.take(';')) cursor.refuse('a reservation')
}

function parseRanges(cursor: Cursor, ranges: ProtoRange[]): void {
  for (;;) {
    const from = cursor.takeNumber()
    if (from === null) break
    const to = cursor.take('to') ? (cursor.take('max') ? Infinity : cursor.takeNumber()) : from
    ranges.push({ from, to: to ?? from })
    if (!cursor.take(',')) break
  }
  parseOptionList(cursor)
  if (!cursor.take(';')) cursor.refuse('a range')
}

export function push<T>(list: T[], item: T | null): void {
  if (item !== null) list.push(item)
}
