import type { Problem } from '../../domain/blob.js'
import { pathTemplate } from '../../domain/element.js'
import type { RouteFact } from '../../domain/fact.js'
import { documentSet } from '../shared/document-set.js'
import { asText } from '../shared/json.js'
import { isDescription } from './is-document.js'
import type { Operation } from './read/operation.js'
import { readDescription } from './read/read-description.js'

/**
 * The routes that one document describes, each at the line of its method, with the path of the first server before
 * them. Paths that stand in other files are not seen from here; what cannot be parsed is a problem.
 */
export function facts(
  path: string,
  text: string,
): { readonly facts: readonly RouteFact[]; readonly problems: readonly Problem[] } {
  if (!isDescription(path, text)) return { facts: [], problems: [] }
  const documents = documentSet(new Map([[path, text]]))
  const description = readDescription(documents, path)
  return {
    facts: (description?.operations ?? []).map(routeFact),
    problems: documents.document(path)?.problems ?? [],
  }
}

function routeFact(operation: Operation): RouteFact {
  return {
    kind: 'route',
    line: operation.line?.line ?? 1,
    rule: 'openapi.operation',
    certainty: 'certain',
    method: operation.method,
    path: pathTemplate(operation.path),
    receiver: null,
    handler: asText(operation.node['operationId']),
    guards: [],
    source: 'description',
  }
}
