/** Work that is done when woken and every so often, never twice at once. */
export type Ticker = {
  /** Does the work soon: now, or once more after the round that is under way. */
  wake(): void
  isBusy(): boolean
  /** No round begins after this; resolves when the one under way has ended. */
  stop(): Promise<void>
}

export type Rhythm = {
  /** Between rounds, longer or shorter by up to a quarter, so that many processes do not come at once. */
  readonly everyMs: number
  readonly random: () => number
  /** A round that threw; the next comes all the same. */
  readonly onError: (error: unknown) => void
}

/** A ticker that begins with a first round. */
export function startTicker(work: () => Promise<void>, { everyMs, random, onError }: Rhythm): Ticker {
  let timer: NodeJS.Timeout | undefined
  let round: Promise<void> | null = null
  let again = false
  let stopped = false

  async function tick(): Promise<void> {
    do {
      again = false
      await work().catch(onError)
    } while (again && !stopped)
    round = null
    if (!stopped) timer = setTimeout(wake, everyMs * (0.75 + random() / 2))
  }

  function wake(): void {
    clearTimeout(timer)
    if (stopped) return
    if (round) again = true
    // In a later turn, so that work that wakes its own ticker finds `round` set.
    else round = Promise.resolve().then(tick)
  }

  async function stop(): Promise<void> {
    stopped = true
    clearTimeout(timer)
    await round
  }

  wake()
  return { wake, isBusy: () => round !== null, stop }
}
