import { type CheckRun, type CheckSuite, fullName, type Repository, type World } from '../world.js'
import { apiOf, appShape, nodeId, repositoryShape, type Shape } from './repository.js'

export function checkRunShape(world: World, repository: Repository, run: CheckRun): Shape {
  const address = `${apiOf(world)}/repos/${fullName(repository)}/check-runs/${run.id}`
  return {
    id: run.id,
    node_id: nodeId('CR', run.id),
    name: run.name,
    head_sha: run.head,
    external_id: run.externalId,
    url: address,
    html_url: `${world.site}/${fullName(repository)}/runs/${run.id}`,
    details_url: run.detailsUrl,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: {
      title: run.title,
      summary: run.summary,
      text: run.text,
      annotations_count: run.annotations.length,
      annotations_url: `${address}/annotations`,
    },
    check_suite: { id: run.suite },
    app: appShape(world),
    pull_requests: openPulls(world, repository, run.head),
  }
}

/** The suite of one app on one commit: as done as its runs, as bad as the worst of them. */
export function checkSuiteShape(world: World, repository: Repository, suite: CheckSuite): Shape {
  const runs = [...repository.checkRuns.values()].filter((run) => run.suite === suite.id)
  const status =
    runs.length === 0
      ? 'queued'
      : runs.every((run) => run.status === 'completed')
        ? 'completed'
        : 'in_progress'
  return {
    id: suite.id,
    node_id: nodeId('CS', suite.id),
    head_branch: suite.branch,
    head_sha: suite.head,
    status,
    conclusion: status === 'completed' ? worst(runs) : null,
    url: `${apiOf(world)}/repos/${fullName(repository)}/check-suites/${suite.id}`,
    before: null,
    after: suite.head,
    pull_requests: openPulls(world, repository, suite.head),
    app: appShape(world),
    repository: repositoryShape(world, repository),
    created_at: suite.createdAt,
    updated_at: suite.createdAt,
    latest_check_runs_count: runs.length,
  }
}

const badness = [
  'failure',
  'timed_out',
  'action_required',
  'cancelled',
  'stale',
  'success',
  'neutral',
  'skipped',
]

function worst(runs: readonly CheckRun[]): string | null {
  return badness.find((each) => runs.some((run) => run.conclusion === each)) ?? null
}

/** Empty for the head of a fork, as on GitHub: never rely on it. */
function openPulls(world: World, repository: Repository, head: string): Shape[] {
  const repo = {
    id: repository.id,
    url: `${apiOf(world)}/repos/${fullName(repository)}`,
    name: repository.name,
  }
  return [...repository.pulls.values()]
    .filter((pull) => pull.headSha === head && pull.state === 'open' && pull.fork === null)
    .map((pull) => ({
      id: pull.id,
      number: pull.number,
      url: `${repo.url}/pulls/${pull.number}`,
      head: { ref: pull.headRef, sha: pull.headSha, repo },
      base: { ref: pull.baseRef, sha: pull.baseSha, repo },
    }))
}
