import type { Origin } from '../../domain/fact.js'
import { isKnown } from './client.js'
import { isResponseMember } from './path-of-field.js'
import { type Provenance, provenance } from './provenance.js'
import type { Reading } from './reading.js'
import type { Request } from './request.js'
import { referenceTo } from './target.js'
import type { ForeignRequest } from './through.js'
import type { Trace } from './trace.js'
import { typeName } from './type-text.js'
import { templateOf } from './url.js'

/** Requests by the calls whose values carry their answers. */
export type Answers = {
  readonly own: ReadonlyMap<number, readonly Request[]>
  readonly foreign: ReadonlyMap<number, ForeignRequest>
}

export function indexAnswers(requests: readonly Request[], foreign: readonly ForeignRequest[]): Answers {
  const own = new Map<number, Request[]>()
  for (const request of requests) {
    const known = own.get(request.answer.at)
    if (known) known.push(request)
    else own.set(request.answer.at, [request])
  }
  return { own, foreign: new Map(foreign.map((request) => [request.call, request])) }
}

export function hasAnswer({ own, foreign }: Answers, call: number): boolean {
  return own.has(call) || foreign.has(call)
}

/** What a trace reads of the answer to a request; null when it comes from none. */
export function fromAnswer(reading: Reading, answers: Answers, trace: Trace): readonly Provenance[] | null {
  const at = trace.steps.findLastIndex((step) => step.call !== undefined && hasAnswer(answers, step.call))
  const call = trace.steps[at]?.call
  if (call === undefined) return null
  const through = answers.foreign.get(call)
  const found = through
    ? [foreignAnswer(reading, through, trace, at + 1)]
    : (answers.own.get(call) ?? []).map((request) => ownAnswer(reading, request, trace, at + 1))
  return found.filter((each) => each !== null)
}

function ownAnswer(reading: Reading, request: Request, trace: Trace, from: number): Provenance | null {
  const { members, needed } = request.answer
  const first = trace.steps[from]?.name ?? ''
  const isMember = members.includes(first)
  if (!isKnown(request.url) || (!isMember && (needed || isResponseMember(first)))) return null
  const method = typeof request.method === 'string' ? request.method : 'ANY'
  const origin: Origin = { type: 'answer', method, path: templateOf(request.url), base: request.url.base }
  const found = provenance(reading, origin, trace, isMember ? from + 1 : from)
  const type = found?.shape === null && request.answerType !== null ? typeName(request.answerType) : null
  if (!found || !type) return found
  return { ...found, shape: { type: referenceTo(reading, type.name), below: found.field } }
}

/** The members of the response stay in the field: only the wrapper knows which of them it has taken. */
function foreignAnswer(
  reading: Reading,
  request: ForeignRequest,
  trace: Trace,
  from: number,
): Provenance | null {
  const { through, url } = request
  const origin: Origin = { type: 'answer', method: 'ANY', path: templateOf(url), base: url.base, through }
  return provenance(reading, origin, trace, trace.steps[from]?.name === 'json()' ? from + 1 : from)
}
