import type { Line } from '../../../domain/place.js'
import type { DocumentSet } from '../../shared/document-set.js'
import { asList, asText, isObject, type Json, type JsonObject, objectEntries } from '../../shared/json.js'
import type { Body, Header, Media, Operation, Parameter, ParameterPlace, Response } from './operation.js'

const places: ReadonlySet<string> = new Set(['query', 'header', 'cookie', 'path'])

type Found = { readonly node: JsonObject; readonly line: Line | null; readonly ofPath: boolean }

/**
 * Parameters and body of an operation; those of the path hold for it unless it declares them itself. `media` is given
 * for Swagger 2, where the body is a parameter: then it names the media types of the body.
 */
export function bodyAndParameters(
  documents: DocumentSet,
  item: JsonObject,
  node: JsonObject,
  media: readonly string[] | null,
): Pick<Operation, 'parameters' | 'body'> {
  const found = new Map<string, Found>()
  for (const [holder, ofPath] of [[item, true] as const, [node, false] as const]) {
    for (const each of asList(holder['parameters'])) {
      const { value } = documents.resolve(each)
      if (!isObject(value) || !isObject(each)) continue
      found.set(`${value['in']} ${value['name']}`, { node: value, line: documents.lineOf(value), ofPath })
    }
  }
  const all = [...found.values()]
  return {
    parameters: all.flatMap((each) => readParameter(documents, each)),
    body: media ? swaggerBody(all, media) : readBody(documents, node),
  }
}

function readParameter(documents: DocumentSet, { node, line, ofPath }: Found): readonly Parameter[] {
  const [where, name] = [asText(node['in']), asText(node['name'])]
  if (where === null || name === null || !places.has(where)) return []
  const style = asText(node['style']) ?? (where === 'query' || where === 'cookie' ? 'form' : 'simple')
  const [content] = objectEntries(node['content'])
  return [
    {
      // `places` has just said that it is one.
      where: where as ParameterPlace,
      name,
      required: node['required'] === true,
      deprecated: node['deprecated'] === true,
      // A parameter of Swagger 2 is its own schema.
      schema: node['schema'] ?? content?.[1]['schema'] ?? ('type' in node ? node : undefined),
      isFormExploded: style === 'form' && node['explode'] !== false,
      ofPath,
      line: documents.lineOf(node, 'name') ?? line,
    },
  ]
}

function readBody(documents: DocumentSet, operation: JsonObject): Body | null {
  const { value } = documents.resolve(operation['requestBody'])
  if (!isObject(value)) return null
  return {
    required: value['required'] === true,
    content: readContent(documents, value['content']),
    line: documents.lineOf(value),
  }
}

function swaggerBody(all: readonly Found[], media: readonly string[]): Body | null {
  const body = all.find(({ node }) => node['in'] === 'body')
  const fields = all.filter(({ node }) => node['in'] === 'formData')
  const schema = body ? body.node['schema'] : formSchema(fields)
  const line = (body ?? fields[0])?.line ?? null
  if (schema === undefined) return null
  const names = body ? media : ['application/x-www-form-urlencoded']
  const required = (body ? [body] : fields).some(({ node }) => node['required'] === true)
  return { required, content: names.map((name) => ({ name, schema, line })), line }
}

function formSchema(fields: readonly Found[]): Json | undefined {
  if (fields.length === 0) return undefined
  const named = fields.map(({ node }) => [String(node['name']), node] as const)
  return {
    type: 'object',
    properties: Object.fromEntries(named),
    required: named.filter(([, node]) => node['required'] === true).map(([name]) => name),
  }
}

function readContent(documents: DocumentSet, value: Json | undefined): readonly Media[] {
  return objectEntries(value).map(([name, media]) => ({
    name,
    schema: media['schema'],
    line: documents.lineOf(media),
  }))
}

/** Responses by status, as the document spells it (`200`, `2XX`, `default`). */
export function readResponses(
  documents: DocumentSet,
  operation: JsonObject,
  media: readonly string[] | null,
): ReadonlyMap<string, Response> {
  const responses = objectEntries(operation['responses']).flatMap(([status, each]) => {
    const { value } = documents.resolve(each)
    if (!isObject(value)) return []
    const line = documents.lineOf(value)
    const content = media ? swaggerContent(value, media, line) : readContent(documents, value['content'])
    return [[status, { content, headers: readHeaders(documents, value['headers']), line }] as const]
  })
  return new Map(responses)
}

function swaggerContent(response: JsonObject, media: readonly string[], line: Line | null): readonly Media[] {
  return 'schema' in response ? media.map((name) => ({ name, schema: response['schema'], line })) : []
}

function readHeaders(documents: DocumentSet, value: Json | undefined): ReadonlyMap<string, Header> {
  const headers = objectEntries(value).flatMap(([name, each]) => {
    const node = documents.resolve(each).value
    if (!isObject(node)) return []
    const schema = node['schema'] ?? ('type' in node ? node : undefined)
    const line = documents.lineOf(node)
    return [[name.toLowerCase(), { name, required: node['required'] === true, schema, line }] as const]
  })
  return new Map(headers)
}
