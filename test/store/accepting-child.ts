import { writeSync } from 'node:fs'
import { openStore } from '../../src/store/index.js'
import { review } from './shop-jobs.js'

// A front that is going to be killed: accepts deliveries as fast as it can and acknowledges each on standard output.
const [location = '{}', life = ''] = process.argv.slice(2)
const store = await openStore(JSON.parse(location))
for (let n = 0; ; n++) {
  const id = `${life}-${n}`
  await store.deliveries.accept({ id, event: 'pull_request', payload: JSON.stringify({ id }) }, [
    review(id, id),
    review(`${id}-index`, id),
  ])
  writeSync(1, `${id}\n`)
}
