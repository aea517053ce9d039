import { compareContent, compareSchemas, plain } from './compare-content.js'
import type { Comparing } from './comparing.js'
import type { Difference, Site } from './difference.js'
import type { OperationPair } from './pairing.js'
import type { Header, Operation, Response } from './read/operation.js'

/** Differences of the answers: statuses, their content and headers. */
export function compareResponses(
  comparing: Comparing,
  { old, new: head }: OperationPair,
  site: Site,
): readonly Difference[] {
  return [...old.responses].flatMap(([status, before]) => {
    const named = { ...site, status }
    const after = head.responses.get(status) ?? rangeOf(head, status)
    if (after) {
      return [
        ...compareHeaders(comparing, before, after, named),
        ...compareContent(comparing, named, { old: before.content, new: after.content, line: after.line }),
      ]
    }
    return [{ ...plain('status', 'response', named), from: status, old: before.line, new: head.line }]
  })
}

/** `2XX` answers for `200` where that is not described itself. */
function rangeOf({ responses }: Operation, status: string): Response | undefined {
  return /^\d\d\d$/.test(status) ? responses.get(`${status.charAt(0)}XX`) : undefined
}

function compareHeaders(
  comparing: Comparing,
  old: Response,
  head: Response,
  site: Site,
): readonly Difference[] {
  return [...old.headers].flatMap(([key, before]) => {
    const named = { ...site, header: before.name }
    const after = head.headers.get(key)
    if (after) return compareHeader(comparing, before, after, named)
    const header = plain('header', 'response-header', named)
    return [{ ...header, from: before.required, old: before.line, new: head.line }]
  })
}

function compareHeader(comparing: Comparing, old: Header, head: Header, site: Site): readonly Difference[] {
  const required = plain('header-required', 'response-header', site)
  const schemas = compareSchemas(comparing, old.schema, head.schema, {
    root: 'response-header',
    inside: 'response-header',
    site,
  })
  return [
    ...(old.required === head.required
      ? []
      : [{ ...required, from: old.required, to: head.required, old: old.line, new: head.line }]),
    ...schemas.filter(({ field }) => field === ''),
  ]
}
