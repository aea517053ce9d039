import { writeSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { createWorker } from '../../src/jobs/index.js'
import { openStore } from '../../src/store/index.js'

// A worker that is going to be killed: says when a lane's job begins and ends, and exits once there is nothing to do.
const [directory = ''] = process.argv.slice(2)
const store = await openStore({ directory })
const worker = createWorker({
  store,
  leaseMs: 600,
  pollMs: 30,
  handlers: {
    review: async ({ job, signal }) => {
      writeSync(1, `begin ${Date.now()} ${job.lane}\n`)
      await pause(20, null, { signal })
      writeSync(1, `end ${Date.now()} ${job.lane}\n`)
    },
  },
})
worker.start()
await worker.idle()
await worker.stop()
await store.close()
