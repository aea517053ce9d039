import { z } from 'zod'
import type { CommitId } from '../domain/blob.js'
import type { Annotation, CheckPlan } from '../domain/plan.js'
import { understand } from './client/answer.js'
import type { RepositoryClient } from './client/client.js'

export type CheckName = CheckPlan['name']

/** Both, in the order in which they are made. Constant: branch protection names them. */
export const checkNames: readonly CheckName[] = ['Interlock', 'Interlock AI review']

/** A check run of ours on a commit. */
export type CheckRun = {
  readonly id: number
  readonly name: string
  readonly status: string
  readonly conclusion: string | null
  readonly startedAt: Date | null
  readonly externalId: string | null
}

export type CheckState =
  | { readonly status: 'queued' | 'in_progress' }
  | { readonly status: 'completed'; readonly conclusion: Ending }

/** `cancelled` does not satisfy a required check, `skipped` would: for a head that a newer one replaced. */
export type Ending = CheckPlan['conclusion'] | 'cancelled'

export type CheckOutput = {
  readonly title: string
  readonly summary: string
  readonly annotations?: readonly Annotation[]
}

const runShape = z.object({
  id: z.number().int(),
  name: z.string(),
  status: z.string(),
  conclusion: z.string().nullish(),
  started_at: z.string().nullish(),
  external_id: z.string().nullish(),
  app: z.object({ id: z.number() }).nullish(),
})

/** What we call a run, so that it can be found again when the answer to its creation is lost. */
export function externalId(name: CheckName, head: CommitId): string {
  return `${name === 'Interlock' ? 'interlock' : 'interlock-ai'}:${head}`
}

export async function createCheckRun(
  client: RepositoryClient,
  name: CheckName,
  head: CommitId,
): Promise<CheckRun> {
  const response = await client.octokit.rest.checks.create({
    ...client.at,
    name,
    head_sha: head,
    external_id: externalId(name, head),
    status: 'queued',
  })
  return runOf(understand(runShape, response, 'the creation of a check run'))
}

/** Sets a run's state. Annotations are added to those it has: GitHub cannot take one away. */
export async function updateCheckRun(
  client: RepositoryClient,
  id: number,
  state: CheckState,
  output?: CheckOutput,
): Promise<void> {
  const response = await client.octokit.rest.checks.update({
    ...client.at,
    check_run_id: id,
    ...state,
    ...(output ? { output: outputOf(output) } : {}),
  })
  understand(runShape, response, 'the update of a check run')
}

/** The newest run of each name on a commit that our app made. Runs of other apps under our name are not ours. */
export async function listOwnCheckRuns(
  client: RepositoryClient,
  head: CommitId,
): Promise<readonly CheckRun[]> {
  const listed = await client.octokit.paginate(client.octokit.rest.checks.listForRef, {
    ...client.at,
    ref: head,
    app_id: client.identity.appId,
    filter: 'latest',
    per_page: 100,
  })
  return understand(z.array(runShape), { data: listed }, 'the check runs of a commit')
    .filter((run) => run.app?.id === client.identity.appId)
    .map(runOf)
}

const annotationShape = z.object({
  path: z.string(),
  start_line: z.number(),
  message: z.string().nullish(),
  title: z.string().nullish(),
})

/** A key for each annotation that a run has; equal to `annotationKey` of what we sent. */
export async function listAnnotationKeys(client: RepositoryClient, id: number): Promise<ReadonlySet<string>> {
  const listed = await client.octokit.paginate(client.octokit.rest.checks.listAnnotations, {
    ...client.at,
    check_run_id: id,
    per_page: 100,
  })
  const annotations = understand(z.array(annotationShape), { data: listed }, 'the annotations of a run')
  return new Set(
    annotations.map((each) =>
      annotationKey({
        path: each.path,
        startLine: each.start_line,
        title: each.title ?? '',
        message: each.message ?? '',
      }),
    ),
  )
}

export function annotationKey(
  annotation: Pick<Annotation, 'path' | 'startLine' | 'title' | 'message'>,
): string {
  return JSON.stringify([annotation.path, annotation.startLine, annotation.title, annotation.message.trim()])
}

function outputOf({ title, summary, annotations = [] }: CheckOutput) {
  return {
    title,
    summary,
    annotations: annotations.map((each) => ({
      path: each.path,
      start_line: each.startLine,
      end_line: each.endLine,
      annotation_level: each.level,
      title: each.title,
      message: each.message,
    })),
  }
}

function runOf(run: z.infer<typeof runShape>): CheckRun {
  return {
    id: run.id,
    name: run.name,
    status: run.status,
    conclusion: run.conclusion ?? null,
    startedAt: run.started_at ? new Date(run.started_at) : null,
    externalId: run.external_id ?? null,
  }
}
