import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Parse } from '../../src/domain/outline.js'
import { createParser } from '../../src/engines/index.js'
import { frameworks } from '../../src/frameworks/index.js'
import { factsOfFolder } from '../support/facts-of-folder.js'

const folder = fileURLToPath(new URL('fixtures/', import.meta.url))
const fixtures = readdirSync(folder)

let parse: Parse
beforeAll(async () => {
  parse = await createParser()
})

describe('each framework gives the facts that its sources name, and no others', () => {
  test.each(fixtures)('%s', async (name) => {
    const { wanted, found } = await factsOfFolder(`${folder}${name}`, parse)
    expect(found).toEqual(wanted)
  })

  test('every framework has sources, and every folder of sources a framework', () => {
    expect([...fixtures].sort()).toEqual(frameworks.map((framework) => framework.id).sort())
  })
})
