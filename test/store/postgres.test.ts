import { describe, test } from '@jest/globals'
import { conformance } from './conformance.js'
import { postgresDatabase } from './databases.js'

const server = process.env['TEST_DATABASE_URL']

if (server) conformance('Postgres', postgresDatabase(server))
else
  describe('The store on Postgres', () => {
    test.skip('is tested when TEST_DATABASE_URL names a server', () => {})
  })
