import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { UserError } from '../../src/lib/errors.js'
import { readEnvironment, withEnvFile } from '../../src/settings/index.js'
import { temporaryFolder } from '../support/git.js'
import { read } from '../support/source.js'

function folderWith(text: string): string {
  const directory = temporaryFolder()
  writeFileSync(join(directory, '.env'), text)
  return directory
}

describe('.env of the folder', () => {
  test('is read where it is', () => {
    const directory = folderWith('# ours\nAPP_ID=7\nPORT=4000\n')
    expect(withEnvFile({ HOST: '::1' }, directory)).toEqual({ HOST: '::1', APP_ID: '7', PORT: '4000' })
  })

  test('is nothing where it is not', () => {
    expect(withEnvFile({ PORT: '1' }, temporaryFolder())).toEqual({ PORT: '1' })
  })

  test('gives way to the real environment, also where that is empty', () => {
    const directory = folderWith('PORT=4000\nANTHROPIC_API_KEY=of-the-file\n')
    expect(withEnvFile({ PORT: '1', ANTHROPIC_API_KEY: '' }, directory)).toEqual({
      PORT: '1',
      ANTHROPIC_API_KEY: '',
    })
  })

  test('never mixes its file of a secret with the secret of the real environment', () => {
    const directory = folderWith('PRIVATE_KEY_FILE=/of/the/file\nWEBHOOK_SECRET=of-the-file\n')
    const real = { PRIVATE_KEY: 'real', WEBHOOK_SECRET_FILE: '/real' }
    expect(withEnvFile(real, directory)).toEqual(real)
  })

  test('is refused in words when it cannot be read', () => {
    const directory = temporaryFolder()
    mkdirSync(join(directory, '.env'))
    expect(() => withEnvFile({}, directory)).toThrow(UserError)
  })

  test('that was copied from the example changes nothing', () => {
    const directory = folderWith(read('.env.example'))
    expect(readEnvironment(withEnvFile({}, directory))).toEqual(readEnvironment({}))
  })
})
