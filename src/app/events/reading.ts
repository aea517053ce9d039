import { z } from 'zod'
import type { JobKind, JobPayloads } from '../../domain/job.js'
import { priority } from '../../jobs/index.js'
import type { NewJob } from '../../store/index.js'

/**
 * Which jobs a payload causes. A pure function: null when the payload is not in the shape we rely on, which is told of
 * and never guessed about.
 */
export type ReadEvent = (payload: unknown) => readonly NewJob[] | null

export const installation = z.object({ id: z.number().int() })
export const repository = z.object({
  id: z.number().int(),
  full_name: z.string(),
  default_branch: z.string().nullish(),
})

/** A reader made of a shape and what to do with it. */
export function reading<T>(shape: z.ZodType<T>, jobs: (payload: T) => readonly NewJob[]): ReadEvent {
  return (payload) => {
    const read = shape.safeParse(payload)
    return read.success ? jobs(read.data) : null
  }
}

/** Where a payload's pull request or repository is, in the terms of a job. */
export function whereOf(payload: {
  readonly installation: z.infer<typeof installation>
  readonly repository: z.infer<typeof repository>
}) {
  return {
    installation: payload.installation.id,
    repositoryId: payload.repository.id,
    repository: payload.repository.full_name,
  }
}

/**
 * Reviews of one pull request share a key, so that the newest push wins, and its lane, so that one runs at a time.
 * `urgency` is a priority of the queue.
 */
export function reviewOf(payload: JobPayloads['review'], urgency: number = priority.person): NewJob {
  const place = `${payload.repositoryId}#${payload.number}`
  return job('review', payload, { key: `review:${place}`, lane: `pull:${place}`, priority: urgency })
}

export function indexOf(payload: JobPayloads['index']): NewJob {
  const key = `index:${payload.repositoryId}`
  return job('index', payload, { key, lane: key, priority: priority.backfill })
}

export function job<Kind extends JobKind>(
  kind: Kind,
  payload: JobPayloads[Kind],
  place: Pick<NewJob, 'key' | 'lane' | 'priority'>,
): NewJob {
  return { kind, payload, ...place }
}
