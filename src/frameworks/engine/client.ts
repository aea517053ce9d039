import type { ClientFact, Reference } from '../../domain/fact.js'
import type { KnownTypes } from './answer-type.js'
import type { Reading } from './reading.js'
import type { Request } from './request.js'
import { sentFields } from './sends.js'
import { referenceTo } from './target.js'
import { typeName } from './type-text.js'
import { templateOf, type Url } from './url.js'
import { withinOf } from './within.js'

/** A request as a fact; nothing for one of which not even the path or the service is known. */
export function clientFact(reading: Reading, request: Request, known: KnownTypes): readonly ClientFact[] {
  const { url, call, method } = request
  if (!isKnown(url)) return []
  const site = reading.siteOf(call)
  return [
    {
      kind: 'client',
      line: site.line,
      rule: request.rule,
      certainty: request.certainty,
      ...withinOf(reading.code, site.at.scope),
      method: typeof method === 'string' ? method : 'ANY',
      path: templateOf(url),
      base: url.base,
      ...(url.line !== null && url.line !== 0 && url.line !== site.line ? { writtenAt: url.line } : {}),
      sends: sentFields(reading, request.body),
      ...answerTypeOf(reading, request, known),
    },
  ]
}

/** A path with a word in it, or a known service: `fetch(url)` alone says nothing. */
export function isKnown(url: Url): boolean {
  const isService = url.base.type === 'environment' || url.base.type === 'origin'
  const path = url.path.replace(/\{[^}]*\}/g, '')
  return isService || /\w/.test(path) || (url.path === '/' && url.base.type === 'relative')
}

function answerTypeOf(
  reading: Reading,
  request: Request,
  known: KnownTypes,
): { readonly answer?: { readonly type: Reference; readonly list: boolean } } {
  const text = request.answerType ?? known.typeOf(request.answer)
  const type = text === null ? null : typeName(text)
  return type ? { answer: { type: referenceTo(reading, type.name), list: type.list } } : {}
}
