/**
 * What Interlock remembers: deliveries, jobs, repositories, facts, reviews and what was said, in one database. SQLite by
 * default, Postgres for many instances; every query is written once (`queries/`), and `engine.ts` is all in which the
 * two differ. Absent on purpose: edges between facts (joins are computed when asked), object mapping, a cache, and a
 * message broker: a job must become durable in the transaction of its delivery.
 */
export type { Clock } from './engine.js'
export { openStore, type StoreLocation } from './open-store.js'
export type {
  DeadJob,
  Deliveries,
  Delivery,
  FactScope,
  FactTable,
  FoundFact,
  IndexChange,
  IndexedFile,
  IndexTable,
  Job,
  JobState,
  JobTable,
  NewJob,
  Publication,
  PublicationTable,
  RepositoryTable,
  ReviewTable,
  Store,
  StoredReview,
} from './store.js'
