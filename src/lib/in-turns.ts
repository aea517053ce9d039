/** Longest turn before others have theirs, in milliseconds: what waits for the event loop does not notice it. */
const turn = 8

/** The value of long work that is done in steps, while everything else that waits for the event loop has its turn. */
export async function inTurns<Value>(steps: Generator<void, Value>): Promise<Value> {
  for (let until = performance.now() + turn; ; ) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() < until) continue
    await new Promise((go) => setImmediate(go))
    until = performance.now() + turn
  }
}

/** The same value at once. */
export function atOnce<Value>(steps: Generator<void, Value>): Value {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
