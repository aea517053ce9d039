/**
 * SQL of any dialect: what statements define, read and write, in files and in texts of code. Our own reader, because files mix
 * dialects, clients' commands and templates, and what is not understood must not hide the rest. Names are as written where they
 * are quoted, and in small letters where not; schemas before tables are dropped. Deliberately absent: bodies of routines, what
 * takes a migration back, indexes, and columns that a `*` or several tables leave open.
 */
import type { ElementFact } from '../../domain/element-fact.js'
import type { DocumentFacts, Format } from '../../domain/format.js'
import { definitionFacts } from './definition.js'
import { isSql } from './is-sql.js'
import { netFacts } from './net.js'
import { queryFacts } from './query.js'
import type { SqlFact } from './sql-fact.js'
import { type Statement, statementsOf } from './statements.js'

export const sql: Format = {
  id: 'sql',
  mayBe: (path) => /\.sql$/i.test(path) && !takesBack.test(path) && !isMigration.test(path),
  facts: (_path, text) => ({ facts: netFacts(statementsOf(text).flatMap(factsOf)), problems: [] }),
}

/** Migrations: what they define. The rows that they read and write were those of the schema as it was then. */
export const sqlMigration: Format = {
  id: 'sql-migration',
  mayBe: (path) => /\.sql$/i.test(path) && !takesBack.test(path) && isMigration.test(path),
  facts: (_path, text) => ({
    facts: netFacts(
      statementsOf(text).flatMap(({ tokens }) => (definitionFacts(tokens) ?? []).filter(isSpeakable)),
    ),
    problems: [],
  }),
}

/** A folder of migrations, `12_orders.sql`, `V1.2__orders.sql`, `12_orders.up.sql`, `up.sql` */
const isMigration =
  /(?:^|\/)(?:[\w-]*migrations?|migrate|changelogs?|flyway|liquibase)\/|(?:^|\/)(?:V?\d[\d.]*[_-][^/]*|R__[^/]*|[^/]*\.up|up)\.sql$/i

/** `1_orders.down.sql`, `down.sql`, Flyway's `U1__orders.sql` */
const takesBack = /(?:^|[/._-])down\.sql$|(?:^|\/)U\d[\w.]*__[^/]*\.sql$/i

/**
 * What SQL inside of code says, with lines from 1. Parts that only running will tell are placeholders: `?`, `$1`, `:name`,
 * `%s`. A text that is a sentence, and one of which any statement is not understood, says nothing.
 */
export function readSql(text: string): DocumentFacts {
  if (!begins.test(text)) return nothing
  const statements = statementsOf(text)
  const isWhole = statements.length > 0 && statements.every(({ tokens }) => isSql(tokens))
  return isWhole ? { facts: netFacts(statements.flatMap(factsOf)), problems: [] } : nothing
}

const nothing: DocumentFacts = { facts: [], problems: [] }

const begins =
  /^[\s(]*(?:--[^\n]*\n\s*|\/\*[^*]*\*\/\s*)*\(?(?:select|insert|update|delete|with|replace|create|alter|drop|truncate)\s/i

/** What one statement says; a name in it that holds more than a name is left out. */
function factsOf({ tokens, name }: Statement): readonly SqlFact[] {
  const facts = (definitionFacts(tokens) ?? queryFacts(tokens)).filter(isSpeakable)
  return name === null ? facts : facts.map((fact) => ({ ...fact, within: name }))
}

function isSpeakable({ kind, element }: ElementFact): boolean {
  return kind !== 'sql' || /^sql [^\s.?%${}]+(?:\.[^.?%${}]+)?$/u.test(element)
}
