import { conformance } from './conformance.js'
import { sqliteDatabase } from './databases.js'

conformance('SQLite', sqliteDatabase)
