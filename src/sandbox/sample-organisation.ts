import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type NewCommit, type Person, writeCommits } from './git/write.js'
import { readHistory, readPulls, type SampleCommit, type SamplePull } from './sample-folder.js'
import type { Sandbox } from './sandbox.js'
import { type Pull, userNamed } from './world.js'

const samples = fileURLToPath(new URL('./samples/acme', import.meta.url))

const repositories = [
  { name: 'orders', description: 'Takes orders for the shop' },
  { name: 'web', description: "The shop's order pages" },
  { name: 'billing', description: 'Invoices, and their nightly comparison with the orders' },
  { name: 'notifications', description: 'Writes to customers about their orders' },
]

const people: Readonly<Record<string, string>> = {
  mira: 'Mira Novak',
  dana: 'Dana Okafor',
  jonas: 'Jonas Weber',
  lena: 'Lena Fischer',
  priya: 'Priya Raman',
  samuel: 'Samuel Osei',
  tomasz: 'Tomasz Zielinski',
  ines: 'Ines Duarte',
}

export type SampleOrganisation = { readonly pulls: readonly Pull[] }

/**
 * The order shop: four repositories with their history and two open pull requests on `orders`. The first, written by a
 * machine, passes its own tests and breaks `web` and `billing`; the second only adds. Commit ids are the same everywhere.
 */
export async function createSampleOrganisation(sandbox: Sandbox): Promise<SampleOrganisation> {
  for (const [login, name] of Object.entries(people)) {
    sandbox.world.users.set(login, { ...userNamed(sandbox.world, login), name })
  }
  for (const repository of repositories) await createSampleRepository(sandbox, repository)
  const pulls: Pull[] = []
  for (const pull of await readPulls(join(samples, 'orders'))) pulls.push(await openSamplePull(sandbox, pull))
  return { pulls }
}

async function createSampleRepository(
  sandbox: Sandbox,
  wanted: { readonly name: string; readonly description: string },
): Promise<void> {
  const repository = await sandbox.addRepository(wanted)
  for (const login of Object.keys(people)) sandbox.setPermission(wanted.name, login, 'write')
  const history = await readHistory(join(samples, wanted.name))
  await writeCommits(repository.directory, onto('refs/heads/main', null, history, 'dana'))
}

async function openSamplePull(sandbox: Sandbox, pull: SamplePull): Promise<Pull> {
  const { directory } = sandbox.repository('orders')
  const ref = `refs/heads/${pull.branch}`
  await writeCommits(directory, onto(ref, 'refs/heads/main', pull.commits, pull.author))
  const { title, body, branch, author } = pull
  const date = new Date((pull.commits.at(-1)?.date.getTime() ?? 0) + 60_000)
  return sandbox.openPullRequest('orders', { title, body, branch, author, date })
}

/** Commits in a row on one ref, built on another or on nothing. */
function onto(ref: string, start: string | null, rows: readonly SampleCommit[], author: string): NewCommit[] {
  return rows.map((row) => ({
    ref,
    from: start,
    message: row.message,
    author: personOf(row.author ?? author),
    date: row.date,
    files: row.files,
  }))
}

function personOf(login: string): Person {
  return { name: people[login] ?? login, email: `${login.replace('[bot]', '')}@acme.example` }
}
