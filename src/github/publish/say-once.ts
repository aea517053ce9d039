import { isUnclear, UnknownOutcome } from '../client/errors.js'
import { type Publishing, settle, stillCurrent } from './context.js'

export type Saying = {
  readonly key: string
  readonly digest: string
  /** GitHub's id of it, when it stands there already. */
  readonly find: () => Promise<string | null>
  readonly create: () => Promise<string>
}

/**
 * Says something exactly once, and gives GitHub's id of it. The intent is kept first; where an earlier intent never
 * learnt its id, or the answer is lost now, we read back before we would say it again.
 */
export async function sayOnce(publishing: Publishing, saying: Saying): Promise<string> {
  const { outbox } = publishing
  const earlier = outbox.get(saying.key)
  if (earlier?.remoteId) return earlier.remoteId
  const standing = earlier ? await saying.find() : null
  const id = standing ?? (await create(publishing, saying))
  await outbox.put(saying.key, id, saying.digest)
  return id
}

async function create(publishing: Publishing, saying: Saying): Promise<string> {
  await stillCurrent(publishing)
  await publishing.outbox.put(saying.key, null, saying.digest)
  try {
    return await saying.create()
  } catch (error) {
    if (!isOutcomeUnknown(error)) {
      await publishing.outbox.remove(saying.key) // refused: it does not stand there
      throw error
    }
    const found = await readBack(publishing, saying.find)
    if (found === null) throw error // the job comes back, finds the intent, and reads again
    return found
  }
}

/** Looks twice with a pause before each, for a thing that may have been made although its answer was lost. */
export async function readBack<T>(publishing: Publishing, find: () => Promise<T | null>): Promise<T | null> {
  await settle(publishing)
  const found = await find()
  if (found !== null) return found
  await settle(publishing)
  return find()
}

export function isOutcomeUnknown(error: unknown): boolean {
  return error instanceof UnknownOutcome || isUnclear(error)
}
