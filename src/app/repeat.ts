/** Work that is done at the start and every so often, never twice at once. */
export type Repeated = {
  start(): void
  /** Does it now, or waits for the round that is under way. Never rejects. */
  round(): Promise<void>
  /** No round begins after this; resolves when the one under way has ended. */
  stop(): Promise<void>
}

export function repeat(
  work: () => Promise<void>,
  everyMs: number,
  onError: (error: unknown) => void,
): Repeated {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  const round = (): Promise<void> => {
    running ??= work()
      .catch(onError)
      .finally(() => {
        running = undefined
      })
    return running
  }
  return {
    start(): void {
      void round()
      timer = setInterval(() => void round(), everyMs)
    },
    round,
    async stop(): Promise<void> {
      clearInterval(timer)
      await running
    },
  }
}
