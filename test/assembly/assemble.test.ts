import { existsSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import pino from 'pino'
import { assemble } from '../../src/assembly/index.js'
import { type Environment, readEnvironment } from '../../src/settings/index.js'
import { temporaryFolder } from '../support/git.js'

const app = { id: 71, privateKey: '-----BEGIN RSA PRIVATE KEY-----' }

async function refusal(given: Partial<Environment>): Promise<unknown> {
  const environment = { ...readEnvironment({}), directory: `${temporaryFolder()}/interlock`, ...given }
  const code = await assemble(environment, pino({ level: 'silent' })).then(
    () => 'assembled',
    (error: { code: string }) => error.code,
  )
  return { code, opened: existsSync(environment.directory) }
}

describe('a server', () => {
  it('is not assembled without a webhook secret, and opens nothing', async () => {
    expect(await refusal({ app })).toEqual({ code: 'missing-webhook-secret', opened: false })
  })

  it('is not assembled without an identity, and opens nothing', async () => {
    expect(await refusal({ webhookSecrets: ['secret'] })).toEqual({ code: 'missing-app', opened: false })
  })

  it('is not assembled with a secret of blanks', async () => {
    expect(await refusal({ app, webhookSecrets: ['   '] })).toEqual({
      code: 'missing-webhook-secret',
      opened: false,
    })
  })
})
