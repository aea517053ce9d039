import { GraphQLError } from 'graphql/error/index.js'
import { type ASTNode, type DefinitionNode, parse } from 'graphql/language/index.js'
import type { Problem } from '../../domain/blob.js'
import { messageOf } from '../../lib/errors.js'

/** More than any schema of one file has: 1 MB holds no more of ordinary words. */
const mostTokens = 250_000

type Parsed = { readonly definitions: readonly DefinitionNode[]; readonly problems: readonly Problem[] }

/** The definitions of a text; none of one with an error, which is then the problem, and none of one that is empty. */
export function parseGraphql(text: string): Parsed {
  if (!/\w|\{/.test(text.replace(/#.*/g, ''))) return { definitions: [], problems: [] }
  try {
    return { definitions: parse(text, { maxTokens: mostTokens }).definitions, problems: [] }
  } catch (error) {
    const line = error instanceof GraphQLError ? error.locations?.[0]?.line : undefined
    return { definitions: [], problems: [{ problem: messageOf(error), ...(line ? { line } : {}) }] }
  }
}

/** Where a node stands, from 1. */
export function lineOf(node: ASTNode): number {
  return node.loc?.startToken.line ?? 1
}
