import { createLog } from '../../src/assembly/log.js'

// Logs secrets in every place where one can come to stand.
const token = `ghs_${'a1'.repeat(30)}`
const log = createLog('info')
log.info({ token }, 'a field')
log.info(`a message with ${token}`)
log.error({ err: new Error(`fetching https://x-access-token:hunter2hunter2@github.com failed`) }, 'an error')
log.warn({ deep: { list: [`sk-ant-${'b2'.repeat(20)}`] } }, 'something nested')
