/**
 * Runs work on sets of things one after another, and joins those who wait for the next run: callers at once share one. Who
 * comes while a run is under way gets a run that begins later, because what that one sees may be older than the question.
 */
export type SharedRuns = {
  /** Settles when a run that began after this call has treated `wanted`; it fails only for what its own `wanted` does. */
  run(wanted: readonly string[]): Promise<void>
  /** Runs something else alone, in turn. */
  alone<T>(work: () => Promise<T>): Promise<T>
}

type Batch = { readonly wanted: Set<string>; callers: number; readonly done: Promise<void> }

export function shareRuns(
  work: (wanted: readonly string[]) => Promise<void>,
  /** Whether a failure may be another caller's fault. */
  isOthersFault: (error: unknown) => boolean,
): SharedRuns {
  let last: Promise<unknown> = Promise.resolve()
  let next: Batch | null = null

  const alone = <T>(each: () => Promise<T>): Promise<T> => {
    const done = last.then(each)
    // Who waits in line does not care how the one before fared.
    last = done.catch(() => undefined)
    return done
  }

  const openBatch = (): Batch => {
    const wanted = new Set<string>()
    const done = alone(async () => {
      await new Promise(setImmediate)
      next = null
      await work([...wanted])
    })
    return { wanted, callers: 0, done }
  }

  const run = async (wanted: readonly string[]): Promise<void> => {
    next ??= openBatch()
    const batch = next
    batch.callers += 1
    for (const each of wanted) batch.wanted.add(each)
    try {
      await batch.done
    } catch (error) {
      if (batch.callers === 1 || !isOthersFault(error)) throw error
      await alone(() => work(wanted))
    }
  }

  return { run, alone }
}
