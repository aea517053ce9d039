import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Parse } from '../../src/domain/outline.js'
import { createParser } from '../../src/engines/index.js'
import { factsOfFolder } from '../support/facts-of-folder.js'

const folder = fileURLToPath(new URL('fixtures/', import.meta.url))

let parse: Parse
beforeAll(async () => {
  parse = await createParser()
})

describe('files of one repository explain each other', () => {
  test.each(readdirSync(folder))('%s', async (name) => {
    const { wanted, found } = await factsOfFolder(`${folder}${name}`, parse)
    expect(found).toEqual(wanted)
  })
})
