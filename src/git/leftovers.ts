import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Git holds a lock for the moment of moving a ref. One older than this belonged to a process that was killed. */
const lockAge = 60_000

/** Half a pack that nobody goes on writing; no fetch takes this long. */
const packAge = 24 * 3600_000

/** Removes what killed processes left in a mirror: locks that would fail every later fetch, and halves of packs. */
export async function removeLeftovers(directory: string, now: number): Promise<void> {
  const top = await names(directory)
  const refs = (await names(join(directory, 'refs'), true)).map((name) => join('refs', name))
  const packs = (await names(join(directory, 'objects', 'pack'))).map((name) => join('objects', 'pack', name))
  const locks = [...top, ...refs].filter((name) => name.endsWith('.lock'))
  const halves = packs.filter((name) => name.includes('/tmp_'))
  for (const name of locks) await removeOlder(join(directory, name), now - lockAge)
  for (const name of halves) await removeOlder(join(directory, name), now - packAge)
}

/** Names in a folder; none when it is not there. */
function names(folder: string, recursive = false): Promise<readonly string[]> {
  return readdir(folder, { recursive }).catch(() => [])
}

async function removeOlder(path: string, moment: number): Promise<void> {
  const entry = await stat(path).catch(() => null)
  if (entry && entry.mtimeMs < moment) await rm(path, { force: true })
}
