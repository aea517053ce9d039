import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import { startTicker } from '../../src/jobs/ticker.js'

const rhythm = { everyMs: 60_000, random: () => 0.5, onError: () => {} }

describe('A ticker', () => {
  test('begins with a round and comes again by itself', async () => {
    let rounds = 0
    const ticker = startTicker(async () => void rounds++, { ...rhythm, everyMs: 5 })
    await pause(200)
    await ticker.stop()
    expect(rounds).toBeGreaterThan(2)
    const ended = rounds
    await pause(50)
    expect(rounds).toBe(ended)
  })

  test('does not work twice at once, and not in vain when it is woken many times', async () => {
    let rounds = 0
    let most = 0
    let working = 0
    const ticker = startTicker(async () => {
      most = Math.max(most, ++working)
      rounds++
      await pause(20)
      working--
    }, rhythm)
    await pause(5)
    for (let n = 0; n < 10; n++) ticker.wake()
    await pause(150)
    await ticker.stop()
    expect({ most, rounds }).toEqual({ most: 1, rounds: 2 })
  })

  test('lives through a round that throws, and says so', async () => {
    const errors: unknown[] = []
    const ticker = startTicker(() => Promise.reject(new Error('the store is away')), {
      ...rhythm,
      everyMs: 5,
      onError: (error) => errors.push(error),
    })
    await pause(100)
    await ticker.stop()
    expect(errors.length).toBeGreaterThan(1)
  })

  test('is stopped when its round has ended, and stays so when it is woken', async () => {
    let ended = 0
    const ticker = startTicker(async () => {
      await pause(50)
      ended++
    }, rhythm)
    await pause(5)
    expect(ticker.isBusy()).toBe(true)
    await ticker.stop()
    expect(ended).toBe(1)
    ticker.wake()
    await pause(80)
    expect(ended).toBe(1)
  })
})
