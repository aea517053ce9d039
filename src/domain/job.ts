import { z } from 'zod'

/**
 * What each kind of job needs to know, as it is kept in the queue. A payload only names things: whatever can have moved
 * since the delivery (the head, the title, a permission) is asked of GitHub again when the job runs.
 */
const repository = z.object({
  installation: z.number().int(),
  repositoryId: z.number().int(),
  repository: z.string(),
})

const pull = repository.extend({ number: z.number().int() })

/**
 * Bring what we say about a pull request up to date with whatever it is when the job runs: review it at its head, or
 * complete its checks when it was closed.
 */
export const reviewJob = pull.extend({
  /** The comment that asked for it, so that it can be told when the review is done. */
  comment: z.number().int().optional(),
})
export type ReviewJob = z.infer<typeof reviewJob>

/** Somebody wrote a command in a comment on a pull request. */
export const commandJob = pull.extend({
  comment: z.number().int(),
  author: z.string(),
  /** The line that holds the command, without the space around it. */
  line: z.string(),
})
export type CommandJob = z.infer<typeof commandJob>

/** Somebody asked GitHub to run our check on a commit again: review the pull requests whose head it is. */
export const rerunJob = repository.extend({ head: z.string() })
export type RerunJob = z.infer<typeof rerunJob>

/** Bring the facts of a repository's default branch up to date. */
export const indexJob = repository
export type IndexJob = z.infer<typeof indexJob>

/** A merge queue wants the combined tree checked. */
export const mergeGroupJob = repository.extend({
  head: z.string(),
  base: z.string(),
  baseRef: z.string(),
  headRef: z.string(),
  /** `destroyed`: the group is gone, so its check only has to be completed. */
  action: z.enum(['check', 'destroyed']),
})
export type MergeGroupJob = z.infer<typeof mergeGroupJob>

/** Learn which repositories an installation covers, and index them. */
export const installJob = z.object({ installation: z.number().int() })
export type InstallJob = z.infer<typeof installJob>

/** Forget what must no longer be known. No repositories: everything of the installation. */
export const forgetJob = z.object({
  installation: z.number().int(),
  repositories: z.array(z.object({ id: z.number().int(), name: z.string() })).nullable(),
})
export type ForgetJob = z.infer<typeof forgetJob>

/** The payload of each kind of job. */
export type JobPayloads = {
  readonly review: ReviewJob
  readonly command: CommandJob
  readonly rerun: RerunJob
  readonly index: IndexJob
  readonly 'merge-group': MergeGroupJob
  readonly install: InstallJob
  readonly forget: ForgetJob
}

export type JobKind = keyof JobPayloads

/** The door of the queue: a row is parsed by the schema of its kind before anything runs. */
export const jobPayloads: { readonly [Kind in JobKind]: z.ZodType<JobPayloads[Kind]> } = {
  review: reviewJob,
  command: commandJob,
  rerun: rerunJob,
  index: indexJob,
  'merge-group': mergeGroupJob,
  install: installJob,
  forget: forgetJob,
}
