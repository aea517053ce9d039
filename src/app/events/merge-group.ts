import { z } from 'zod'
import type { MergeGroupJob } from '../../domain/job.js'
import { priority } from '../../jobs/index.js'
import { installation, job, type ReadEvent, reading, repository, whereOf } from './reading.js'

/** A merge queue's group: nothing is merged before our check stands on it, so it goes before reviews. */
function mergeGroup(action: MergeGroupJob['action']): ReadEvent {
  return reading(
    z.object({
      installation,
      repository,
      merge_group: z.object({
        head_sha: z.string(),
        head_ref: z.string(),
        base_sha: z.string(),
        base_ref: z.string(),
      }),
    }),
    (payload) => {
      const { head_sha: head, head_ref: headRef, base_sha: base, base_ref: baseRef } = payload.merge_group
      const asked = { ...whereOf(payload), head, headRef, base, baseRef, action }
      // One key for both actions: a group that is gone supersedes the check of it.
      const key = `merge-group:${asked.repositoryId}:${head}`
      return [job('merge-group', asked, { key, lane: key, priority: priority.command })]
    },
  )
}

export const mergeGroupRequested = mergeGroup('check')
export const mergeGroupDestroyed = mergeGroup('destroyed')
