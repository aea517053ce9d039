import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { UserError } from '../../src/lib/errors.js'
import { openStore, type StoreLocation } from '../../src/store/index.js'

const folder = mkdtempSync(join(tmpdir(), 'interlock-open-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The user error of a store that cannot be opened. */
async function refusal(location: StoreLocation): Promise<UserError> {
  const error: unknown = await openStore(location).then(
    (store) => store.close(),
    (reason) => reason,
  )
  if (error instanceof UserError) return error
  throw new Error(`Not refused as a user error: ${error}`)
}

describe('Opening the store', () => {
  test('makes the folder, and keeps it from other users of the machine', async () => {
    const directory = join(folder, 'new', 'home')
    const store = await openStore({ directory, url: '' })
    await store.ping()
    await store.close()
    expect(statSync(directory).mode & 0o077).toBe(0)
  })

  test('asks for a place', async () => {
    expect((await refusal({})).code).toBe('database-url')
  })

  test('refuses an address of another kind without repeating it', async () => {
    const error = await refusal({ url: 'mysql://interlock:s3cret@db/interlock', directory: folder })
    expect(error.code).toBe('database-url')
    expect(error.message).not.toContain('s3cret')
  })

  test('says that a folder cannot be used', async () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    const error = await refusal({ directory: join(file, 'home') })
    expect(error).toMatchObject({ code: 'database-unreachable', message: expect.stringContaining(file) })
  })

  test('keeps a file that is no database as it is', async () => {
    const file = join(folder, 'interlock.db')
    writeFileSync(file, 'not a database, but somebody may want it back'.repeat(99))
    const before = statSync(file)
    expect((await refusal({ directory: folder })).code).toBe('database-unreachable')
    expect(statSync(file).size).toBe(before.size)
  })

  test('says that a server does not answer, without the password', async () => {
    const error = await refusal({ url: 'postgres://interlock:s3cret@127.0.0.1:1/interlock' })
    expect(error.code).toBe('database-unreachable')
    expect(error.message).toMatch(/ECONNREFUSED/)
    expect(error.message).not.toContain('s3cret')
  })
})
