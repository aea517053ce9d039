import { expect, test } from '@jest/globals'
import { atOnce, inTurns } from '../../src/lib/in-turns.js'

function* steps(count: number): Generator<void, number> {
  for (let at = 0; at < count; at++) {
    const until = performance.now() + 2
    while (performance.now() < until);
    yield
  }
  return count
}

test('long work lets others have their turn, and comes to the same', async () => {
  let turns = 0
  const timer = setInterval(() => {
    turns += 1
  }, 1)
  expect(await inTurns(steps(100))).toBe(100)
  clearInterval(timer)
  expect(turns).toBeGreaterThan(5)
  expect(atOnce(steps(3))).toBe(3)
})
