import { UserError } from '../lib/errors.js'
import type { Clock, Engine } from './engine.js'
import { migrate } from './migrate.js'
import { openPostgres } from './postgres/postgres-engine.js'
import { deliveries } from './queries/deliveries.js'
import { facts } from './queries/facts.js'
import { index } from './queries/index-table.js'
import { jobs } from './queries/jobs.js'
import { publications } from './queries/publications.js'
import { ping } from './queries/pulse.js'
import { repositories } from './queries/repositories.js'
import { reviews } from './queries/reviews.js'
import { openSqlite } from './sqlite/sqlite-engine.js'
import type { Store } from './store.js'

export type StoreLocation = {
  /** `postgres://…`: a shared database. Wins over `directory`. */
  readonly url?: string | undefined
  /** The folder of the embedded database. */
  readonly directory?: string | undefined
  /** Default: the machine's for the embedded database, the server's for a shared one. */
  readonly clock?: Clock
}

/**
 * A store that is migrated and ready. Throws a user error: `database-url` for an address that is not of Postgres,
 * `database-unreachable`, `database-newer`, `database-differs`.
 */
export async function openStore(location: StoreLocation): Promise<Store> {
  const engine = openEngine(location)
  try {
    await migrate(engine)
    return storeOn(engine)
  } catch (error) {
    await engine.db.destroy()
    throw engine.explain(error)
  }
}

function openEngine({ url, directory, clock }: StoreLocation): Engine {
  if (url && /^postgres(ql)?:\/\//.test(url)) return openPostgres(url, clock)
  // The address may hold a password, so it is not repeated.
  if (url) throw new UserError('database-url', 'The database address must begin with `postgres://`.')
  if (directory) return openSqlite(directory, clock)
  throw new UserError(
    'database-url',
    'Neither a database address nor a folder for the embedded one is given.',
  )
}

function storeOn(engine: Engine): Store {
  return {
    deliveries: deliveries(engine),
    jobs: jobs(engine),
    repositories: repositories(engine),
    facts: facts(engine),
    index: index(engine),
    reviews: reviews(engine),
    publications: publications(engine),
    ping: () => ping(engine),
    close: () => engine.db.destroy(),
  }
}
