import { compareContent, plain } from './compare-content.js'
import { compareParameters } from './compare-parameters.js'
import { compareResponses } from './compare-responses.js'
import type { Comparing } from './comparing.js'
import type { Difference, Site } from './difference.js'
import type { OperationPair } from './pairing.js'

/** Every neutral difference between two versions of an operation. */
export function compareOperation(comparing: Comparing, pair: OperationPair): readonly Difference[] {
  const site: Site = { method: pair.new.method, path: pair.new.path, old: pair.old, new: pair.new }
  const differences = [
    ...compareSecurity(pair, site),
    ...compareParameters(comparing, pair, site),
    ...compareBody(comparing, pair, site),
    ...compareResponses(comparing, pair, site),
  ]
  // What is missing on a side that could not be read whole is unknown, not gone.
  if (pair.old.isWhole && pair.new.isWhole) return differences
  return differences.filter(({ aspect }) => !ofPresence.has(aspect))
}

const ofPresence: ReadonlySet<Difference['aspect']> = new Set(['parameter', 'body', 'status', 'header'])

function compareSecurity({ old, new: head }: OperationPair, site: Site): readonly Difference[] {
  const [from, to] = [old.security.alternatives, head.security.alternatives]
  if (JSON.stringify(from) === JSON.stringify(to)) return []
  const security = plain('security', 'operation', site)
  return [{ ...security, from, to, old: old.security.line, new: head.security.line }]
}

function compareBody(
  comparing: Comparing,
  { old, new: head }: OperationPair,
  site: Site,
): readonly Difference[] {
  const [before, after] = [old.body, head.body]
  if (!before && !after) return []
  if (!before || !after) {
    const body = plain('body', 'request-body', site)
    return [
      {
        ...body,
        from: before ? before.required : undefined,
        to: after ? after.required : undefined,
        old: before?.line ?? null,
        new: after?.line ?? head.line,
      },
    ]
  }
  const required = {
    ...plain('body-required', 'request-body', site),
    from: before.required,
    to: after.required,
  }
  return [
    ...(before.required === after.required ? [] : [{ ...required, old: before.line, new: after.line }]),
    ...compareContent(comparing, site, { old: before.content, new: after.content, line: after.line }),
  ]
}
