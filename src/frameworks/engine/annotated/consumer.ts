import type { MethodOrAny } from '../../../domain/element.js'
import type { ClientFact, Reference, ResultFact, SentField, UrlBase } from '../../../domain/fact.js'
import type { Definition } from '../../../domain/outline.js'
import type { Reading } from '../reading.js'
import { sentFields } from '../sends.js'
import { takeFirst } from '../take.js'
import { referenceTo } from '../target.js'
import { textsOf } from '../text.js'
import { typeName } from '../type-text.js'
import { readUrl, templateOf, type Url } from '../url.js'
import { annotationsOn } from './annotation.js'
import { bodyOf } from './body.js'
import { type Annotated, annotatedClasses } from './classes.js'
import { type Path, pathsBelow, placesOn } from './places.js'
import { settledBase } from './settled.js'

/** The requests that annotated interfaces name, and what their methods give to those who call them. */
export function readAnnotatedClients(reading: Reading): readonly (ClientFact | ResultFact)[] {
  const known = annotatedClasses(reading).filter(({ form }) => form.form.side === 'consumer')
  return known.flatMap((found) =>
    found.isMarked ? found.methods.flatMap((method) => clientsOf(reading, found, method)) : [],
  )
}

function clientsOf(reading: Reading, found: Annotated, method: number): readonly (ClientFact | ResultFact)[] {
  const own = placesOn(reading, found.form, method)
  const declared = reading.code.outline.definitions[method]
  if (own.methods === null || !declared) return []
  const methods = own.methods.length ? own.methods : (['ANY'] as const)
  return pathsBelow(found.own.paths, own.paths).flatMap((path) =>
    methods.flatMap((each) => clientOf(reading, { found, declared, method, line: own.line }, { path, each })),
  )
}

type Declared = {
  readonly found: Annotated
  readonly declared: Definition
  readonly method: number
  readonly line: number
}

function clientOf(
  reading: Reading,
  { found, declared, method, line }: Declared,
  { path, each }: { readonly path: Path; readonly each: MethodOrAny },
): readonly (ClientFact | ResultFact)[] {
  const base = baseOf(reading, found)
  const written = /^https?:\/\//.test(path.path) ? readUrl(reading, [{ text: path.path, line }]) : null
  const url: Url = written ?? {
    base: base.base,
    path: `${base.path}/${path.path}`,
    line: null,
    parameter: null,
  }
  const answer = answerOf(reading, declared)
  const kept = { line, rule: found.form.rule, certainty: 'certain' } as const
  const called = { method: each, path: templateOf(url), base: url.base }
  const client: ClientFact = {
    kind: 'client',
    ...kept,
    within: `${found.name}.${declared.name}`,
    ...called,
    sends: sentBy(reading, found, method),
    ...(answer ? { answer } : {}),
  }
  const result: ResultFact = {
    kind: 'result',
    ...kept,
    name: declared.name,
    owner: found.name,
    origin: { type: 'answer', ...called },
    type: answer?.type ?? null,
    ...(answer?.list ? { list: true } : {}),
  }
  return [client, result]
}

function baseOf(reading: Reading, { form, definition }: Annotated): { base: UrlBase; path: string } {
  for (const { decorator, site } of annotationsOn(reading, form, definition)) {
    if (!form.form.match.name.includes(decorator.name)) continue
    const taken = takeFirst(reading.tracer, form.form.url ?? [], site, null)
    const [text] = taken ? textsOf(reading, taken.value, taken.at) : []
    if (text) return settledBase(readUrl(reading, text))
  }
  return { base: { type: 'relative' }, path: '' }
}

function answerOf(
  reading: Reading,
  { returnType }: Definition,
): { readonly type: Reference; readonly list: boolean } | null {
  const type = returnType === null ? null : typeName(returnType)
  return type && { type: referenceTo(reading, type.name), list: type.list }
}

/** The fields of the body, where this blob declares what it is. */
function sentBy(reading: Reading, { form }: Annotated, method: number): readonly SentField[] | null {
  const name = bodyOf(reading, form, method)?.name
  if (name === undefined) return null
  return sentFields(reading, {
    value: { type: 'name', name },
    at: { scope: method, line: Number.MAX_SAFE_INTEGER },
  })
}
