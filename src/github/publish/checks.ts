import type { CommitId } from '../../domain/blob.js'
import type { CheckPlan } from '../../domain/plan.js'
import { redact } from '../../lib/redact.js'
import {
  type CheckName,
  type CheckOutput,
  checkNames,
  createCheckRun,
  type Ending,
  externalId,
  listOwnCheckRuns,
  updateCheckRun,
} from '../check-run.js'
import { hasStatus, isForbidden } from '../client/errors.js'
import { completeWithAnnotations } from './annotations.js'
import { type Publishing, stillCurrent } from './context.js'
import { sayOnce } from './say-once.js'

/** The state of a run as the outbox keeps it: `open` while GitHub shows it as pending. */
const open = 'open'
const completed = 'completed'

/** `vanished`: the commit is no longer in the repository, so there is nothing to report on. */
export type Begun = 'begun' | 'vanished'

/**
 * Makes sure that each of our two runs stands on the head exactly once: the required one in progress, the advisory one
 * queued behind it. Runs on earlier heads that are still pending are cancelled: nobody else will end them.
 */
export async function beginChecks(publishing: Publishing, head: CommitId): Promise<Begun> {
  await cancelOpenChecks(publishing, 'A newer commit is being reviewed.', head)
  try {
    for (const name of checkNames) await pending(publishing, name, head)
    return 'begun'
  } catch (error) {
    if (hasStatus(error, 422)) return 'vanished'
    if (!isForbidden(error)) throw error
    publishing.log.warn({ permission: 'checks' }, 'check runs may not be written here')
    return 'begun'
  }
}

async function pending(publishing: Publishing, name: CheckName, head: CommitId): Promise<void> {
  const key = keyOf(name, head)
  const before = publishing.outbox.get(key)
  const id = await ensureRun(publishing, name, head)
  const status = name === 'Interlock' ? 'in_progress' : 'queued'
  const fresh = before === undefined
  // A new run is queued already. A run that was completed before is opened again: a second one would confuse GitHub.
  if (fresh && status === 'queued') return
  await stillCurrent(publishing)
  await updateCheckRun(publishing.client, id, { status })
  if (before?.digest === completed) await publishing.outbox.put(key, String(id), 'reopened')
}

/** The id of our run of a name on a commit, made when there is none. */
async function ensureRun(publishing: Publishing, name: CheckName, head: CommitId): Promise<number> {
  const { client } = publishing
  const id = await sayOnce(publishing, {
    key: keyOf(name, head),
    digest: open,
    find: async () => {
      const runs = await listOwnCheckRuns(client, head)
      const found = runs.find((run) => run.externalId === externalId(name, head))
      return found ? String(found.id) : null
    },
    create: async () => String((await createCheckRun(client, name, head)).id),
  })
  return Number(id)
}

/** Completes a run with what the plan says. */
export async function completeCheck(
  publishing: Publishing,
  head: CommitId,
  plan: CheckPlan,
  notice: string,
): Promise<void> {
  const key = keyOf(plan.name, head)
  const id = await ensureRun(publishing, plan.name, head)
  // Annotations add up, so what an earlier attempt may have sent must be asked for before any is sent again.
  const mayHaveSome = publishing.outbox.get(key)?.digest !== open
  await publishing.outbox.put(key, String(id), 'sending')
  await completeWithAnnotations(
    publishing,
    id,
    { ...plan, summary: join(redact(plan.summary), notice) },
    mayHaveSome,
  )
  await publishing.outbox.put(key, String(id), completed)
}

/** Ends every run that is still pending, except those of a head. */
export async function cancelOpenChecks(
  publishing: Publishing,
  why: string,
  except: CommitId | null = null,
): Promise<void> {
  const pendingRuns = publishing.outbox
    .under('check:')
    .filter((said) => said.digest !== completed && said.remoteId !== null)
    .filter((said) => except === null || !said.key.endsWith(`:${except}`))
  for (const said of pendingRuns) {
    await endRun(publishing, { key: said.key, id: Number(said.remoteId) }, 'cancelled', {
      title: 'Superseded',
      summary: why,
    })
  }
}

/** Ends both runs of a head alike: for a review that could not be made. */
export async function endChecks(
  publishing: Publishing,
  head: CommitId,
  conclusion: Ending,
  output: CheckOutput,
): Promise<void> {
  for (const name of checkNames) {
    const id = await ensureRun(publishing, name, head)
    await endRun(publishing, { key: keyOf(name, head), id }, conclusion, output)
  }
}

async function endRun(
  publishing: Publishing,
  { key, id }: { readonly key: string; readonly id: number },
  conclusion: Ending,
  output: CheckOutput,
): Promise<void> {
  await stillCurrent(publishing)
  try {
    await updateCheckRun(publishing.client, id, { status: 'completed', conclusion }, output)
  } catch (error) {
    // The run is gone with its commit, or may not be written any more: there is nothing left to end.
    if (!isForbidden(error) && !hasStatus(error, 404, 422)) throw error
  }
  await publishing.outbox.put(key, String(id), completed)
}

function keyOf(name: CheckName, head: CommitId): string {
  return `check:${name}:${head}`
}

/** GitHub takes 65,535 characters. */
function join(summary: string, notice: string): string {
  const room = 65_000 - notice.length
  const text = summary.length > room ? `${summary.slice(0, room)}\n\n… cut: the rest is too long` : summary
  return notice ? `${text}\n\n${notice}` : text
}
