import type { z } from 'zod'
import { findCommit, listRefs } from '../git/read.js'
import { notFound, unprocessable } from '../http/refusal.js'
import { type Call, get, numberParam, patch, post, type Route, repositoryOf } from '../http/route.js'
import { checkRunShape, checkSuiteShape } from '../shapes/check.js'
import { type CheckRun, type CheckSuite, type Repository, timestamp, type World } from '../world.js'
import { completion, createBody, updateBody } from './check-run-body.js'

const repository = '/repos/{owner}/{repo}'

/** Check runs: written by apps alone, read by everybody. */
export const checkRunRoutes: readonly Route[] = [
  post(`${repository}/check-runs`, 'checks:write', createBody, async (call) => {
    const where = repositoryOf(call)
    const head = /^[0-9a-f]{40,64}$/.test(call.body.head_sha)
      ? await findCommit(where.directory, call.body.head_sha)
      : null
    if (head === null) throw unprocessable(`No commit found for SHA: ${call.body.head_sha}`)
    const suite = await suiteFor(call.world, where, head)
    const run = newRun(call.world, suite, call.body.name)
    fill(call.world, run, call.body)
    where.checkRuns.set(run.id, run)
    announceRun(call.world, where, run, 'created')
    return { status: 201, body: checkRunShape(call.world, where, run) }
  }),
  patch(`${repository}/check-runs/{id}`, 'checks:write', updateBody, (call) => {
    const where = repositoryOf(call)
    const run = runOf(call)
    fill(call.world, run, call.body)
    if (call.body.status === 'completed' || call.body.conclusion)
      announceRun(call.world, where, run, 'completed')
    return { body: checkRunShape(call.world, where, run) }
  }),
  get(`${repository}/check-runs/{id}`, 'checks:read', (call) => ({
    body: checkRunShape(call.world, repositoryOf(call), runOf(call)),
  })),
  get(`${repository}/check-runs/{id}/annotations`, 'checks:read', (call) => ({
    list: runOf(call).annotations,
  })),
  get(`${repository}/commits/{ref+}/check-runs`, 'checks:read', async (call) => {
    const where = repositoryOf(call)
    const runs = await runsAt(call, where)
    return {
      list: runs.map((run) => checkRunShape(call.world, where, run)),
      wrap: (check_runs, total_count) => ({ total_count, check_runs }),
    }
  }),
  get(`${repository}/commits/{ref+}/check-suites`, 'checks:read', async (call) => {
    const where = repositoryOf(call)
    const head = await headOf(call, where)
    const suites = [...where.suites.values()].filter((each) => each.head === head)
    return {
      list: suites.map((suite) => checkSuiteShape(call.world, where, suite)),
      wrap: (check_suites, total_count) => ({ total_count, check_suites }),
    }
  }),
]

function runOf(call: Call): CheckRun {
  const run = repositoryOf(call).checkRuns.get(numberParam(call, 'id'))
  if (!run) throw notFound()
  return run
}

async function headOf(call: Call, where: Repository): Promise<string> {
  const head = await findCommit(where.directory, call.params['ref'] ?? '')
  if (head === null) throw unprocessable(`No commit found for SHA: ${call.params['ref']}`)
  return head
}

/** Newest first; unless all are wanted, the newest of each name. */
async function runsAt(call: Call, where: Repository): Promise<CheckRun[]> {
  const head = await headOf(call, where)
  const name = call.query.get('check_name')
  const status = call.query.get('status')
  const appId = call.query.get('app_id')
  if (appId !== null && appId !== String(call.world.app.id)) return []
  const runs = [...where.checkRuns.values()]
    .reverse()
    .filter(
      (run) =>
        run.head === head &&
        (name === null || run.name === name) &&
        (status === null || run.status === status),
    )
  if (call.query.get('filter') === 'all') return runs
  return runs.filter((run, at) => runs.findIndex((each) => each.name === run.name) === at)
}

/** The suite of our app on a commit; GitHub makes it at the push, or with the first run. */
export async function suiteFor(world: World, where: Repository, head: string): Promise<CheckSuite> {
  const known = [...where.suites.values()].find((each) => each.head === head)
  if (known) return known
  const branch = (await listRefs(where.directory, 'refs/heads/'))
    .find((each) => each.id === head)
    ?.ref.slice(11)
  const suite = { id: world.nextId(), head, branch: branch ?? '', createdAt: timestamp(world) }
  where.suites.set(suite.id, suite)
  return suite
}

function newRun(world: World, suite: CheckSuite, name: string): CheckRun {
  return {
    id: world.nextId(),
    suite: suite.id,
    head: suite.head,
    name,
    externalId: '',
    detailsUrl: null,
    status: 'queued',
    conclusion: null,
    startedAt: timestamp(world),
    completedAt: null,
    title: null,
    summary: null,
    text: null,
    annotations: [],
    actions: [],
  }
}

/** Takes over what was sent; annotations are added to those already there. */
function fill(world: World, run: CheckRun, body: z.infer<typeof updateBody>): void {
  Object.assign(run, completion(run, body, timestamp(world)))
  if (body.name !== undefined) run.name = body.name
  if (body.external_id !== undefined) run.externalId = body.external_id
  if (body.details_url !== undefined) run.detailsUrl = body.details_url
  if (body.started_at !== undefined) run.startedAt = body.started_at
  if (body.actions !== undefined) run.actions = body.actions
  if (!body.output) return
  run.title = body.output.title ?? run.title
  run.summary = body.output.summary
  run.text = body.output.text ?? run.text
  run.annotations.push(
    ...(body.output.annotations ?? []).map((each) => ({ title: null, raw_details: null, ...each })),
  )
}

export function announceRun(world: World, where: Repository, run: CheckRun, action: string): void {
  const payload = {
    check_run: { ...checkRunShape(world, where, run), check_suite: suiteShape(world, where, run) },
  }
  world.announce({ event: 'check_run', action, repository: where, sender: world.app.bot, payload })
}

function suiteShape(world: World, where: Repository, run: CheckRun): unknown {
  const suite = where.suites.get(run.suite)
  return suite ? checkSuiteShape(world, where, suite) : { id: run.suite }
}
