import { type JobKind, type JobPayloads, jobPayloads } from '../domain/job.js'
import { type JobHandler, type JobRun, type OnDead, Permanent } from '../jobs/index.js'
import type { Job } from '../store/index.js'
import { answerCommand, buryCommand } from './answer-command.js'
import { forget, learnInstallation, rerun } from './keep-repositories.js'
import type { AppParts } from './parts.js'
import { buryGroup, reviewGroup } from './review-group.js'
import { buryReview, reviewPull } from './review-pull.js'

type Work = { readonly [Kind in JobKind]: (payload: JobPayloads[Kind], run: JobRun) => Promise<void> }

/** What is done for each kind of job. */
export function handlersOf(parts: AppParts): Readonly<Record<JobKind, JobHandler>> {
  const work: Work = {
    review: (payload, run) => reviewPull(parts, payload, run),
    'merge-group': (payload, run) => reviewGroup(parts, payload, run),
    command: (payload, run) => answerCommand(parts, payload, run),
    rerun: (payload) => rerun(parts, payload),
    index: (payload, run) => parts.work.index(payload, run.signal),
    install: (payload) => learnInstallation(parts, payload),
    forget: (payload) => forget(parts, payload),
  }
  const handler =
    <Kind extends JobKind>(kind: Kind): JobHandler =>
    (run) =>
      work[kind](payloadOf(kind, run.job), run)
  return {
    review: handler('review'),
    'merge-group': handler('merge-group'),
    command: handler('command'),
    rerun: handler('rerun'),
    index: handler('index'),
    install: handler('install'),
    forget: handler('forget'),
  }
}

/** What is left to say about a job that is dead: nobody may wait for it. */
export function onDeadOf(parts: AppParts): OnDead {
  return async (job) => {
    if (job.kind === 'review') await buryReview(parts, payloadOf('review', job), job.id)
    if (job.kind === 'merge-group') await buryGroup(parts, payloadOf('merge-group', job), job.id)
    if (job.kind === 'command') await buryCommand(parts, payloadOf('command', job))
  }
}

/** A row of the queue, parsed at its door: another version may have written it. */
function payloadOf<Kind extends JobKind>(kind: Kind, job: Job): JobPayloads[Kind] {
  const read = jobPayloads[kind].safeParse(job.payload)
  if (read.success) return read.data
  throw new Permanent(`The payload of this ${kind} job is not understood`)
}
