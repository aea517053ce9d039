import type { Cursor } from './cursor.js'
import type { ProtoOption, ProtoValue } from './model.js'

/** Aggregates are not written deeper. */
const mostLevels = 30

/** `option (name) = value;` behind its first word; null when it is not understood. */
export function parseOptionStatement(cursor: Cursor): ProtoOption | null {
  const option = parseOption(cursor)
  if (!option || !cursor.take(';')) return cursor.refuse('an option')
  return option
}

/** `[deprecated = true, (validate.rules).string.min_len = 1]`, if there is one here. */
export function parseOptionList(cursor: Cursor): readonly ProtoOption[] {
  const options: ProtoOption[] = []
  if (!cursor.take('[')) return options
  while (!cursor.done && !cursor.take(']')) {
    const option = parseOption(cursor)
    if (option) options.push(option)
    else cursor.next()
    cursor.take(',')
  }
  return options
}

function parseOption(cursor: Cursor): ProtoOption | null {
  const { line } = cursor.peek()
  const name = parseOptionName(cursor)
  if (name === null || !cursor.take('=')) return null
  const value = parseValue(cursor, 0)
  return value === null ? null : { name, value, line }
}

function parseOptionName(cursor: Cursor): string | null {
  let name = ''
  while (cursor.peek().type === 'name' || cursor.peek().text === '(') {
    if (!cursor.take('(')) name += cursor.next().text
    else {
      name += `(${(cursor.takeName() ?? '').replace(/^\./, '')})`
      if (!cursor.take(')')) return null
      if (cursor.take('.')) name += '.'
    }
  }
  return name === '' ? null : name
}

/** A scalar, `{ … }`, `< … >` or `[ … ]`; null when it is none, or too deep. */
function parseValue(cursor: Cursor, depth: number): ProtoValue | null {
  if (depth > mostLevels) return null
  if (cursor.take('{')) return parseAggregate(cursor, '}', depth)
  if (cursor.take('<')) return parseAggregate(cursor, '>', depth)
  if (cursor.take('[')) return parseList(cursor, depth)
  const sign = cursor.take('-') ? '-' : ''
  const { type, text } = cursor.peek()
  if (type === 'symbol') return null
  cursor.next()
  return `${sign}${text}${type === 'text' ? parseMoreText(cursor) : ''}`
}

/** Texts that follow each other are one. */
function parseMoreText(cursor: Cursor): string {
  let text = ''
  while (cursor.peek().type === 'text') text += cursor.next().text
  return text
}

function parseAggregate(cursor: Cursor, close: string, depth: number): readonly ProtoOption[] | null {
  const fields: ProtoOption[] = []
  while (!cursor.take(close)) {
    const field = parseAggregateField(cursor, depth)
    if (!field) return null
    fields.push(field)
    if (!cursor.take(',')) cursor.take(';')
  }
  return fields
}

function parseAggregateField(cursor: Cursor, depth: number): ProtoOption | null {
  const { line } = cursor.peek()
  const name = cursor.takeName() ?? parseBracketName(cursor)
  if (name === null) return null
  cursor.take(':')
  const value = parseValue(cursor, depth + 1)
  return value === null ? null : { name, value, line }
}

/** `[shop.v1.extension]`, `[type.googleapis.com/shop.v1.Order]` */
function parseBracketName(cursor: Cursor): string | null {
  if (!cursor.take('[')) return null
  let name = ''
  while (!cursor.done && !cursor.take(']')) name += cursor.next().text
  return `[${name}]`
}

function parseList(cursor: Cursor, depth: number): ProtoValue | null {
  const items: ProtoValue[] = []
  while (!cursor.take(']')) {
    const item = parseValue(cursor, depth + 1)
    if (item === null) return null
    items.push(item)
    cursor.take(',')
  }
  return { items }
}
