import { writeSync } from 'node:fs'
import pino from 'pino'
import { assemble } from '../../../src/assembly/index.js'
import type { Environment } from '../../../src/settings/index.js'

// A server that is going to be killed. It tells its port, and lives until then.
const [environment = '{}'] = process.argv.slice(2)
// The test that starts this wrote it a moment ago.
const { app } = await assemble(JSON.parse(environment) as Environment, pino({ level: 'silent' }), {
  settleMs: 20,
  reconcileMs: 3_600_000,
  // A killed server's jobs are another's when their leases end.
  worker: { pollMs: 20, random: () => 0, leaseMs: 600 },
})
writeSync(1, `${await app.start(0, '127.0.0.1')}\n`)
