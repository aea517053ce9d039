import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises'
import {
  CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from 'kysely'
import { errorCode } from '../error-code.js'

/**
 * Kysely's SQLite, waiting for other writers as a server must. Transactions begin with `begin immediate`: the one writer
 * is chosen there, while a plain `begin` that reads and then writes fails at once when another process wrote in between.
 * And the wait lets other work go on: SQLite's own stops the whole process, which then cannot even acknowledge a delivery
 * that needs no lock, nor finish the transaction of a second connection of its own, for which it waits.
 */
export class PatientDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig

  constructor(config: SqliteDialectConfig) {
    super(config)
    this.#config = config
  }

  override createDriver(): SqliteDriver {
    return new PatientDriver(this.#config)
  }
}

class PatientDriver extends SqliteDriver {
  #turned = performance.now()

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection()
    await this.#letOthersIn()
    return {
      executeQuery: (query) => patiently(() => connection.executeQuery(query)),
      streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
    }
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  /** Its answers are there at once, so a row of queries would keep timers and sockets waiting until the last of them. */
  async #letOthersIn(): Promise<void> {
    if (performance.now() - this.#turned < longestTurnMs) return
    await turn()
    this.#turned = performance.now()
  }
}

const longestTurnMs = 10
const patienceMs = 10_000

/** A statement that found the database locked has done nothing, so it can be given again. */
async function patiently<R>(give: () => Promise<QueryResult<R>>): Promise<QueryResult<R>> {
  const end = performance.now() + patienceMs
  for (;;) {
    try {
      return await give()
    } catch (error) {
      if (!isBusy(error) || performance.now() > end) throw error
      await pause(1 + Math.random() * 10)
    }
  }
}

/** Another process writes, or repairs the log after a crash. Not SQLITE_BUSY_SNAPSHOT: repeating does not cure that one. */
function isBusy(error: unknown): boolean {
  return /^SQLITE_BUSY(_RECOVERY)?$/.test(errorCode(error))
}
