/**
 * GraphQL: what a schema declares, and what operations and fragments select, in files and in texts of code. A selection is
 * spelt by its path until the schema of the repository says which types it goes through. Deliberately absent: a document is
 * not validated, and directives that are applied mean nothing.
 */
import type { DocumentFacts, Format } from '../../domain/format.js'
import { operationFacts } from './operation-facts.js'
import { parseGraphql } from './parse.js'
import { schemaFacts } from './schema-facts.js'

export const graphql: Format = {
  id: 'graphql',
  mayBe: (path) => /\.(?:graphqls?|gqls?)$/i.test(path),
  facts: (_path, text) => read(text),
}

/**
 * What a GraphQL text inside of code says, with lines from 1. Parts that only running will tell are to be left out of it;
 * a selection that is empty without them is read as one of nothing. Other texts say nothing, and are no problem.
 */
export function readGraphql(text: string): DocumentFacts {
  if (!mayBeGraphql.test(text)) return nothing
  const { facts, problems } = read(text)
  if (!problems.length) return { facts, problems }
  return { ...read(text.replace(/\{(\s*)\}/g, '{__typename$1}')), problems: [] }
}

const nothing: DocumentFacts = { facts: [], problems: [] }

const mayBeGraphql =
  /^\s*\{|\b(?:query|mutation|subscription|fragment|type|input|enum|interface|union|scalar|schema|directive)\b[^{]*[{=(@]|\bscalar\s/

function read(text: string): DocumentFacts {
  const { definitions, problems } = parseGraphql(text)
  return { facts: [...schemaFacts(definitions), ...operationFacts(definitions)], problems }
}
