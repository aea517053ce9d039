import type { Reading } from './reading.js'
import { guardsOf } from './router.js'

/** Guards that a call later in the same chain puts on everything before it: `Router::new().route("/", get(f)).layer(auth)`. */
export function guardsOver(reading: Reading, call: number | undefined): readonly string[] {
  if (call === undefined) return []
  return reading.allRecognised('guard').flatMap(({ call: guard, found }) => {
    const { rule, callee } = found
    const isOver = rule.earlier && callee.steps.slice(0, -1).some((step) => step.call === call)
    return isOver ? guardsOf(reading, rule, guard) : []
  })
}
