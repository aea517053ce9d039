import { readFileSync } from 'node:fs'
import { expect } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'

const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true })

/** The JSON of an output, after it was held against the schema that others rely on. */
export function parseBySchema(name: 'review' | 'diff' | 'facts' | 'map', text: string): unknown {
  const schema = new URL(`../../../schemas/${name}.json`, import.meta.url)
  const valid = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')))
  const value: unknown = JSON.parse(text)
  valid(value)
  expect(valid.errors ?? []).toEqual([])
  return value
}
