import type { Transaction } from 'kysely'
import type { Engine } from './engine.js'
import type { Tables } from './tables.js'

/** Each conflict means that somebody else moved on, so this many in a row is a bug and not bad luck. */
const mostConflicts = 50

/** What the work gives, tried again from its start while it conflicts with a transaction that won. */
export async function retryConflict<T>(engine: Engine, work: () => Promise<T>): Promise<T> {
  for (let conflicts = 0; ; conflicts++) {
    try {
      return await work()
    } catch (error) {
      if (!engine.isConflict(error) || conflicts >= mostConflicts) throw error
    }
  }
}

/** The same, with all of the work in one transaction. */
export function inTransaction<T>(
  engine: Engine,
  work: (transaction: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  return retryConflict(engine, () => engine.db.transaction().execute(work))
}
