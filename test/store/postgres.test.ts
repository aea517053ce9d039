import { describe, expect, test } from '@jest/globals'
import { openStore } from '../../src/store/index.js'
import { conformance } from './conformance.js'
import { postgresDatabase } from './databases.js'

const server = process.env['TEST_DATABASE_URL']

if (server) {
  conformance('Postgres', postgresDatabase(server))
  describe('The store on Postgres', () => {
    livesThroughARestart(server)
    isRefused(server)
  })
} else
  describe('The store on Postgres', () => {
    test.skip('is tested when TEST_DATABASE_URL names a server', () => {})
  })

function livesThroughARestart(url: string): void {
  test('works again after the server has ended its connections', async () => {
    const database = await postgresDatabase(url)()
    const location = new URL(database.location.url ?? '')
    location.searchParams.set('application_name', `interlock ${process.pid}`)
    const store = await openStore({ url: location.href })
    await Promise.all([store.ping(), store.ping(), store.ping()])
    await database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'interlock ${process.pid}'`,
    )
    const delivery = { id: 'd-1', event: 'push', payload: '{}' }
    expect(await store.deliveries.accept(delivery, [])).toBe('accepted')
    await Promise.all([store.ping(), store.ping(), store.ping()])
    await store.close()
    await database.drop()
  })
}

function isRefused(url: string): void {
  test('says that the server has no such database', async () => {
    const location = new URL(url)
    location.pathname = '/not_there'
    await expect(openStore({ url: location.href })).rejects.toMatchObject({
      code: 'database-unreachable',
      message: expect.stringContaining('not_there'),
    })
  })
}
