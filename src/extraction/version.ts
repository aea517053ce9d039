import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What decides what is said of a file. A room that is missing here is found by a test. */
export const decisive = [
  'catalog',
  'contracts',
  'domain',
  'engines',
  'extraction',
  'facts',
  'formats',
  'frameworks',
  'languages',
  'lib',
] as const

const here = fileURLToPath(new URL('.', import.meta.url))

/** Beside this file, where a build has written it. */
export const versionFile = join(here, 'version.txt')

/**
 * Names the extractor: facts that were made by another one are made again. It is told from the contents of everything that
 * makes facts, so that nobody has to remember it: once when the program is built, or here when it runs from its sources.
 */
export function extractorVersion(): string {
  return existsSync(versionFile) ? readFileSync(versionFile, 'utf8') : computeVersion()
}

/** From the code of the rooms and the versions of the packages that they use. */
export function computeVersion(root = join(here, '..')): string {
  const hash = createHash('sha256')
  for (const name of filesOf(root)) hash.update(`${name}\0`).update(readFileSync(join(root, name)))
  const { dependencies } = JSON.parse(readFileSync(join(root, '..', 'package.json'), 'utf8'))
  return hash
    .update(JSON.stringify(dependencies ?? null))
    .digest('hex')
    .slice(0, 16)
}

/** Scripts and texts of the decisive rooms, in one order on every machine. */
function filesOf(root: string): readonly string[] {
  const inRooms = decisive.flatMap((room) =>
    existsSync(join(root, room))
      ? readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((name) => `${room}/${name}`)
      : [`${room}.js`, `${room}.ts`].filter((name) => existsSync(join(root, name))),
  )
  return inRooms.filter((name) => /\.(?:[jt]s|ya?ml|json)$/.test(name)).sort()
}
