import { type HttpMethod, httpMethods } from '../../../domain/element.js'
import type { DocumentSet } from '../../shared/document-set.js'
import { asList, asObject, isObject, type Json, type JsonObject, objectEntries } from '../../shared/json.js'
import type { Description, Operation } from './operation.js'
import { bodyAndParameters, readResponses } from './read-operation.js'
import { readSecurity } from './read-security.js'
import { serverPath } from './server-path.js'

/** What a document describes; null when it is not a description of an API at all (a part that others refer to). */
export function readDescription(documents: DocumentSet, path: string): Description | null {
  const document = documents.document(path)
  const root = asObject(document?.root)
  if (!document || !root || !('openapi' in root || 'swagger' in root)) return null
  const webhooks = asObject(root['webhooks']) ?? {}
  const paths = asObject(root['paths']) ?? {}
  const line = documents.lineOf(root, 'paths') ?? { path, line: 1 }
  const isFound = Object.values(paths).every((item) => documents.resolve(item).value !== null)
  return {
    path,
    operations: objectEntries(root['paths']).flatMap(([template]) => readPath(documents, root, template)),
    webhooks: new Map(Object.keys(webhooks).map((name) => [name, documents.lineOf(webhooks, name)])),
    line,
    isWhole: document.problems.length === 0 && isFound,
  }
}

function readPath(documents: DocumentSet, root: JsonObject, template: string): readonly Operation[] {
  const paths = asObject(root['paths']) ?? {}
  const item = documents.resolve(paths[template]).value
  if (!isObject(item) || !template.startsWith('/')) return []
  return httpMethods.flatMap((method) => {
    const node = item[method.toLowerCase()]
    return isObject(node) ? [readOperation(documents, { root, item, node, method, template })] : []
  })
}

type Context = {
  readonly root: JsonObject
  readonly item: JsonObject
  readonly node: JsonObject
  readonly method: HttpMethod
  readonly template: string
}

function readOperation(documents: DocumentSet, context: Context): Operation {
  const { root, item, node, method, template } = context
  const isSwagger = 'swagger' in root
  const media = (kind: 'consumes' | 'produces') => mediaNames(node[kind] ?? root[kind])
  return {
    method,
    template,
    path: `${serverPath(root, item, node)}${template}`,
    node,
    line: documents.lineOf(item, method.toLowerCase()),
    pathLine: documents.lineOf(asObject(root['paths']) ?? {}, template),
    ...bodyAndParameters(documents, item, node, isSwagger ? media('consumes') : null),
    responses: readResponses(documents, node, isSwagger ? media('produces') : null),
    security: readSecurity(documents, root, node),
    isWhole: partsOf(item, node).every((part) => documents.resolve(part).value !== null),
  }
}

/** Everything of an operation that may be a reference and must be there to tell what is gone. */
function partsOf(item: JsonObject, node: JsonObject): readonly Json[] {
  const responses = objectEntries(node['responses']).map(([, each]) => each)
  const parameters = [...asList(item['parameters']), ...asList(node['parameters'])]
  return [
    ...parameters,
    ...responses,
    ...asList(node['requestBody'] === undefined ? [] : [node['requestBody']]),
  ]
}

/** Swagger 2 names media types apart from the schemas; JSON when it names none. */
function mediaNames(value: Json | undefined): readonly string[] {
  const names = Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
  return names.length > 0 ? names : ['application/json']
}
