import type { Action, ElementFact } from '../../domain/element-fact.js'

/** A fact while the statements of its text are put together. */
export type SqlFact = ElementFact & {
  readonly table: string
  /** Of a table that is renamed: its new name. */
  readonly becomes?: string
}

export function sqlFact(action: Action, line: number, table: string, column?: string): SqlFact {
  return {
    kind: 'sql',
    line,
    rule: 'sql.statement',
    certainty: 'certain',
    element: column === undefined ? `sql ${table}` : `sql ${table}.${column}`,
    action,
    table,
  }
}
