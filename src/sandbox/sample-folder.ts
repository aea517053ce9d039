import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { z } from 'zod'
import type { Files } from './git/write.js'

const commitShape = z.strictObject({
  date: z.iso.datetime(),
  author: z.string().optional(),
  message: z.string(),
  files: z.array(z.string()),
})

const pullShape = z.strictObject({
  number: z.number(),
  author: z.string(),
  branch: z.string(),
  title: z.string(),
  body: z.string(),
  commits: z.array(commitShape),
})

export type SampleCommit = {
  readonly date: Date
  readonly author: string | null
  readonly message: string
  readonly files: Files
}

export type SamplePull = Omit<z.infer<typeof pullShape>, 'commits'> & {
  readonly commits: readonly SampleCommit[]
}

/** The commits of a sample repository, oldest first, from its `history.json`, `files/` and `earlier/`. */
export async function readHistory(folder: string): Promise<SampleCommit[]> {
  const rows = z.array(commitShape).parse(JSON.parse(await readFile(join(folder, 'history.json'), 'utf8')))
  return commitsIn(folder, rows)
}

/** The pull requests of a sample repository, in the order in which they are opened. */
export async function readPulls(folder: string): Promise<SamplePull[]> {
  const parent = join(folder, 'pulls')
  const names = existsSync(parent) ? (await readdir(parent)).sort() : []
  return Promise.all(
    names.map(async (name) => {
      const own = join(parent, name)
      const pull = pullShape.parse(JSON.parse(await readFile(join(own, 'pull.json'), 'utf8')))
      return { ...pull, commits: await commitsIn(own, pull.commits) }
    }),
  )
}

/** Every file of a sample as its last commit has it, by its path in the repository. */
export async function readFiles(folder: string): Promise<Files> {
  const root = join(folder, 'files')
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const paths = entries.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name))
  const read = async (path: string): Promise<[string, string]> => [
    relative(root, path).replaceAll('\\', '/'),
    await readFile(path, 'utf8'),
  ]
  return Object.fromEntries(await Promise.all(paths.map(read)))
}

/** A commit takes each file as `earlier/<its number>/` has it, and otherwise as it is in the end. */
function commitsIn(folder: string, rows: readonly z.infer<typeof commitShape>[]): Promise<SampleCommit[]> {
  return Promise.all(
    rows.map(async (row, at) => {
      const earlier = join(folder, 'earlier', String(at + 1).padStart(2, '0'))
      const texts = row.files.map(async (path): Promise<[string, string]> => {
        const own = join(earlier, path)
        return [path, await readFile(existsSync(own) ? own : join(folder, 'files', path), 'utf8')]
      })
      const files: Files = Object.fromEntries(await Promise.all(texts))
      return { date: new Date(row.date), author: row.author ?? null, message: row.message, files }
    }),
  )
}
