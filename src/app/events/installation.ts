import { z } from 'zod'
import { priority } from '../../jobs/index.js'
import type { NewJob } from '../../store/index.js'
import { installation, job, reading } from './reading.js'

const repositories = z.array(z.object({ id: z.number().int(), full_name: z.string() }))

/** The app was installed, came back from a suspension, or covers other repositories: learn which. */
export const installationGrew = reading(z.object({ installation }), (payload) => [
  installOf(payload.installation.id),
])

/** The app was removed or suspended: nothing of the installation may be asked or known any more. */
export const installationEnded = reading(z.object({ installation }), (payload) => [
  forgetOf(payload.installation.id, null),
])

export const repositoriesAdded = installationGrew

export const repositoriesRemoved = reading(
  z.object({ installation, repositories_removed: repositories }),
  (payload) => [forgetOf(payload.installation.id, payload.repositories_removed)],
)

/** Learns of an installation's repositories as GitHub lists them; never from the payload, which can be out of date. */
export function installOf(installation: number): NewJob {
  const lane = `installation:${installation}`
  return job('install', { installation }, { key: `install:${installation}`, lane, priority: priority.bot })
}

export function forgetOf(installation: number, gone: z.infer<typeof repositories> | null): NewJob {
  const named = gone?.map(({ id, full_name }) => ({ id, name: full_name })) ?? null
  return job(
    'forget',
    { installation, repositories: named },
    // Never coalesced: each names other repositories. The lane keeps it apart from learning.
    { key: null, lane: `installation:${installation}`, priority: priority.command },
  )
}
