import type { EmbeddedLanguage, ReadEmbedded } from '../domain/format.js'
import { readGraphql } from './graphql/index.js'
import { readSql } from './sql/index.js'

/** Who reads texts of other languages that code holds. */
export const embedded: Readonly<Record<EmbeddedLanguage, ReadEmbedded>> = {
  graphql: readGraphql,
  sql: readSql,
}
