/** Times named steps, in whole milliseconds. */
export type Stopwatch = {
  readonly time: <Value>(step: string, work: () => Promise<Value>) => Promise<Value>
  readonly times: () => Readonly<Record<string, number>>
}

export function stopwatch(now: () => number): Stopwatch {
  const start = now()
  const steps: Record<string, number> = {}
  return {
    time: async (step, work) => {
      const began = now()
      try {
        return await work()
      } finally {
        steps[step] = Math.round(now() - began)
      }
    },
    times: () => ({ ...steps, total: Math.round(now() - start) }),
  }
}
