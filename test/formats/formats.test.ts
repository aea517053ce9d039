import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Parse } from '../../src/domain/outline.js'
import { createParser } from '../../src/engines/index.js'
import { formats } from '../../src/formats/index.js'
import { factsOfFolder } from '../support/facts-of-folder.js'

const folder = fileURLToPath(new URL('fixtures/', import.meta.url))
const fixtures = readdirSync(folder)

let parse: Parse
beforeAll(async () => {
  // Settings of a framework show only in its routes.
  parse = await createParser(['java'])
})

describe('each format gives the facts that its files name, and no others', () => {
  test.each(fixtures)('%s', async (name) => {
    const { wanted, found } = await factsOfFolder(`${folder}${name}`, parse)
    expect(found).toEqual(wanted)
  })

  test('every format has files, and every folder of files a format', () => {
    expect([...fixtures].sort()).toEqual(formats.map((format) => format.id).sort())
  })
})

test.each(['\0', '{', '- a: [', `${'['.repeat(5_000)}`, '{{', 'a: &a [*a]', '<<<<<<< HEAD'])(
  'reads %j in any format without throwing',
  (text) => {
    const names = [
      '.env',
      'compose.yaml',
      'Dockerfile',
      'a.json',
      'a.proto',
      'a.sql',
      'a.graphql',
      'Chart.yaml',
      'templates/a.yaml',
      'otel.yaml',
      'a.conf.tmpl',
      '.github/workflows/a.yml',
      'a.sh',
      'Makefile',
      'a.md',
    ]
    for (const format of formats) for (const name of names) format.facts(name, text)
  },
)
