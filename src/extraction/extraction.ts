import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ExtractFile } from '../facts/index.js'
import { createBeside } from './beside.js'
import { createReader } from './reader.js'

const child = fileURLToPath(new URL('child.js', import.meta.url))

/**
 * The one way to read files: in a child that is started for the first of them and ends when there have been none for a
 * while. Only where the program runs from its sources, as under its tests, there is no child to start and it reads here.
 */
export function createExtraction(): ExtractFile {
  return existsSync(child) ? createBeside({ script: child }) : createReader()
}
