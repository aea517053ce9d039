import type { Annotation, CheckPlan } from '../../domain/plan.js'
import { redact } from '../../lib/redact.js'
import { annotationKey, listAnnotationKeys, updateCheckRun } from '../check-run.js'
import { hasStatus } from '../client/errors.js'
import { type Publishing, settle, stillCurrent } from './context.js'
import { isOutcomeUnknown } from './say-once.js'

/** GitHub takes so many in one request. */
const batchSize = 50

/**
 * Completes a run, its annotations sent in batches; the last batch completes it. `mayHaveSome`: an earlier attempt may
 * have sent a part of them, so those that stand there are left out. A lost answer is repeated once in that way.
 */
export async function completeWithAnnotations(
  publishing: Publishing,
  id: number,
  plan: CheckPlan,
  mayHaveSome: boolean,
): Promise<void> {
  try {
    await send(publishing, id, plan, await missing(publishing, id, plan, mayHaveSome))
  } catch (error) {
    if (hasStatus(error, 422)) return sendWithout(publishing, id, plan)
    if (!isOutcomeUnknown(error)) throw error
    await settle(publishing)
    await send(publishing, id, plan, await missing(publishing, id, plan, true))
  }
}

/** An annotation that GitHub cannot place must not keep the check pending; the summary says everything as well. */
async function sendWithout(publishing: Publishing, id: number, plan: CheckPlan): Promise<void> {
  publishing.log.warn({ annotations: plan.annotations.length }, 'annotations refused; left out')
  await send(publishing, id, plan, [])
}

async function missing(
  { client }: Publishing,
  id: number,
  { annotations }: CheckPlan,
  mayHaveSome: boolean,
): Promise<readonly Annotation[]> {
  const bounded = annotations.map(withinLimits)
  if (!mayHaveSome || bounded.length === 0) return bounded
  const standing = await listAnnotationKeys(client, id)
  return bounded.filter((each) => !standing.has(annotationKey(each)))
}

async function send(
  publishing: Publishing,
  id: number,
  { title, summary, conclusion }: CheckPlan,
  annotations: readonly Annotation[],
): Promise<void> {
  const batches = Math.max(1, Math.ceil(annotations.length / batchSize))
  for (let batch = 0; batch < batches; batch++) {
    await stillCurrent(publishing)
    const last = batch === batches - 1
    await updateCheckRun(
      publishing.client,
      id,
      last ? { status: 'completed', conclusion } : { status: 'in_progress' },
      { title, summary, annotations: annotations.slice(batch * batchSize, (batch + 1) * batchSize) },
    )
  }
}

/** Without secrets, and within GitHub's limits: 255 characters of title, 64 KB of message. */
function withinLimits(annotation: Annotation): Annotation {
  return {
    ...annotation,
    title: redact(annotation.title).slice(0, 255),
    message: redact(annotation.message).slice(0, 16_000),
  }
}
