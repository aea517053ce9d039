import type { ClientFact, Through } from '../../domain/fact.js'
import type { KnownTypes } from './answer-type.js'
import { constantOf } from './environment.js'
import type { Reading } from './reading.js'
import { sentFields } from './sends.js'
import { foreignOf, referenceTo, targetOf } from './target.js'
import { textsOf } from './text.js'
import { typeName } from './type-text.js'
import { readUrl, templateOf, type Url } from './url.js'
import { withinOf } from './within.js'

/** A call of a function of another file with something like a path: a request, if that function turns out to make one. */
export type ForeignRequest = { readonly call: number; readonly through: Through; readonly url: Url }

export function foreignRequests(
  reading: Reading,
  isTaken: (call: number) => boolean,
): readonly ForeignRequest[] {
  // Few calls are given a path, and whether a rule explains one is asked of every kind of rule: so that comes last.
  return [...reading.code.outline.calls.keys()].flatMap((call) => {
    const found = foreignRequest(reading, call)
    return found.length && isTaken(call) ? [] : found
  })
}

function foreignRequest(reading: Reading, call: number): readonly ForeignRequest[] {
  const site = reading.siteOf(call)
  if (!site.arguments.some((each) => mayBePath(each.type)) || targetOf(reading, call) !== null) return []
  const foreign = reading
    .calleesOf(call)
    .map((trace) => foreignOf(reading, trace))
    .find((each) => each !== null)
  if (!foreign) return []
  for (const [argument, value] of site.arguments.entries()) {
    if (!mayBePath(value.type)) continue
    const urls = textsOf(reading, value, site.at)
      .map((text) => readUrl(reading, text))
      .filter(looksLikePath)
    if (urls.length === 0) continue
    const texts = site.arguments.map((each) => constantOf(reading, each, site.at))
    return urls.map((url) => ({ call, url, through: { ...foreign, argument, arguments: texts } }))
  }
  return []
}

function mayBePath(type: string): boolean {
  return /^(?:text|format|name|call|choice)$/.test(type)
}

/** `/orders/{}`, perhaps after a base; no sentence, no file. */
function looksLikePath({ path, parameter }: Url): boolean {
  return (
    parameter === null && /^\/[\w{~-][^\s"'<>\\]*$/.test(path) && /\w/.test(path.replace(/\{[^}]*\}/g, ''))
  )
}

export function foreignClientFact(reading: Reading, request: ForeignRequest, known: KnownTypes): ClientFact {
  const { call, url, through } = request
  const site = reading.siteOf(call)
  const bodies = site.arguments.flatMap((value, index) =>
    index === through.argument ? [] : (sentFields(reading, { value, at: site.at }) ?? []),
  )
  const text =
    reading.code.outline.calls[call]?.typeArguments[0] ??
    known.typeOf({ at: call, members: ['data', 'json()'], needed: false })
  const type = text === null ? null : typeName(text)
  return {
    kind: 'client',
    line: site.line,
    rule: 'wrapper.call',
    certainty: 'certain',
    ...withinOf(reading.code, site.at.scope),
    method: 'ANY',
    path: templateOf(url),
    base: url.base,
    ...(url.line !== null && url.line !== 0 && url.line !== site.line ? { writtenAt: url.line } : {}),
    through,
    sends: bodies.length ? bodies : null,
    ...(type ? { answer: { type: referenceTo(reading, type.name), list: type.list } } : {}),
  }
}
