/**
 * What services promise over HTTP in an OpenAPI description: 3.0, 3.1 and Swagger 2, in YAML or JSON.
 *
 * Two versions are walked together and give *differences*: neutral, each with its lines on both sides. *Rules*, one
 * idea a file, say which of them break somebody, in which direction: of a request the new must accept what the old
 * accepted, of an answer the reverse. Their references are the ids of oasdiff, which is the measure of this kind.
 *
 * A side's documents must hold every file that `isDocument` accepts, at the commit of that side and whether it changed or
 * not: descriptions refer to parts in other files, and parts say nothing of who refers to them.
 *
 * Deliberately absent: no document is fetched, no reference leaves the repository, nothing is validated beyond what a
 * comparison needs, and announcements of an end (sunset dates, stability levels) are not judged, because that takes a
 * clock. A change inside `not` is not judged, because there narrower means wider.
 */
import type { ContractKind } from '../../domain/change.js'
import { compare } from './compare.js'
import { facts } from './facts.js'
import { isDescription, mayBePart } from './is-document.js'
import { rules } from './rules/index.js'

export const openapi: ContractKind = {
  id: 'openapi',
  title: 'OpenAPI',
  rules: rules.map(({ id, reference, level, breaks, why, safeWhen }) => ({
    id,
    reference,
    level,
    breaks,
    why,
    safeWhen,
  })),
  isDocument: (path, text) => isDescription(path, text) || mayBePart(path, text),
  facts,
  compare,
}
