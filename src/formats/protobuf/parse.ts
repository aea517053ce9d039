import type { Problem } from '../../domain/blob.js'
import { Cursor } from './cursor.js'
import type {
  ProtoEnd,
  ProtoEnum,
  ProtoExtension,
  ProtoFile,
  ProtoMessage,
  ProtoMethod,
  ProtoOption,
  ProtoService,
} from './model.js'
import { parseEnum, parseExtension, parseMessage, push, qualified } from './parse-message.js'
import { parseOptionStatement } from './parse-options.js'
import { tokensOf } from './tokens.js'

type Writable = {
  syntax: string
  package: string
  readonly imports: { readonly path: string; readonly line: number }[]
  readonly options: ProtoOption[]
  readonly messages: ProtoMessage[]
  readonly enums: ProtoEnum[]
  readonly services: ProtoService[]
  readonly extensions: ProtoExtension[]
}

/**
 * What a text in the Protocol Buffers language says: proto2, proto3 and editions. Needs no other file: imports are named,
 * not followed. A statement that is not understood is left out and is a problem; what stands around it is read.
 */
export function parseProto(text: string): {
  readonly file: ProtoFile
  readonly problems: readonly Problem[]
} {
  const cursor = new Cursor(tokensOf(text))
  const file: Writable = {
    syntax: 'proto2',
    package: '',
    imports: [],
    options: [],
    messages: [],
    enums: [],
    services: [],
    extensions: [],
  }
  while (!cursor.done) {
    if (cursor.take(';') || cursor.take('}')) continue
    const { type, text: word } = cursor.peek()
    const parse = type === 'name' && Object.hasOwn(statements, word) ? statements[word] : undefined
    if (!parse) cursor.refuse('a statement')
    else {
      cursor.next()
      parse(cursor, file)
    }
  }
  return { file, problems: cursor.problems }
}

const statements: Readonly<Record<string, (cursor: Cursor, file: Writable) => void>> = {
  syntax: parseSyntax,
  edition: parseSyntax,
  package: (cursor, file) => {
    file.package = cursor.takeName() ?? ''
    if (!cursor.take(';')) cursor.refuse('a package')
  },
  import: parseImport,
  option: (cursor, file) => push(file.options, parseOptionStatement(cursor)),
  message: (cursor, file) => push(file.messages, parseMessage(cursor, file.package)),
  enum: (cursor, file) => push(file.enums, parseEnum(cursor, file.package)),
  extend: (cursor, file) => push(file.extensions, parseExtension(cursor, file.package)),
  service: (cursor, file) => push(file.services, parseService(cursor, file.package)),
}

function parseSyntax(cursor: Cursor, file: Writable): void {
  cursor.take('=')
  if (cursor.peek().type === 'text') file.syntax = cursor.next().text
  if (!cursor.take(';')) cursor.refuse('a syntax')
}

function parseImport(cursor: Cursor, file: Writable): void {
  if (cursor.peek().type === 'name') cursor.next()
  const { type, line } = cursor.peek()
  if (type === 'text') file.imports.push({ path: cursor.next().text, line })
  if (!cursor.take(';')) cursor.refuse('an import')
}

function parseService(cursor: Cursor, scope: string): ProtoService | null {
  const { line } = cursor.peek()
  const name = cursor.takeName()
  if (name === null || !cursor.take('{')) return cursor.refuse('a service')
  const methods: ProtoMethod[] = []
  const options: ProtoOption[] = []
  while (!cursor.done && !cursor.take('}')) {
    if (cursor.take(';')) continue
    if (cursor.take('rpc')) push(methods, parseMethod(cursor))
    else if (cursor.take('option')) push(options, parseOptionStatement(cursor))
    else cursor.refuse('a method')
  }
  return { name, fullName: qualified(scope, name), methods, options, line }
}

/** `rpc Get(GetRequest) returns (stream Order) { option … }` behind its first word. */
function parseMethod(cursor: Cursor): ProtoMethod | null {
  const { line } = cursor.peek()
  const name = cursor.takeName()
  const request = parseEnd(cursor)
  const response = cursor.take('returns') ? parseEnd(cursor) : null
  if (name === null || !request || !response) return cursor.refuse('a method')
  const options: ProtoOption[] = []
  if (!cursor.take('{')) cursor.take(';')
  else
    while (!cursor.done && !cursor.take('}')) {
      if (cursor.take(';')) continue
      if (cursor.take('option')) push(options, parseOptionStatement(cursor))
      else cursor.refuse('a statement of a method')
    }
  return { name, request, response, options, line }
}

function parseEnd(cursor: Cursor): ProtoEnd | null {
  if (!cursor.take('(')) return null
  const stream = cursor.peek().text === 'stream' && cursor.peek(1).type === 'name' && cursor.take('stream')
  const type = cursor.takeName()
  return type !== null && cursor.take(')') ? { type, stream } : null
}
