import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Permanent } from '../../src/jobs/index.js'
import { outcomeOf, pauseMs } from '../../src/jobs/outcome.js'
import { UserError } from '../../src/lib/errors.js'
import { RetryLater } from '../../src/lib/retry-later.js'

const now = Date.UTC(2026, 10, 21, 8)
const moment = { now, attempts: 1, random: 0.5 }
const threw = (error: unknown) => outcomeOf({ type: 'threw', error }, moment)

describe('The outcome of a job', () => {
  test('is done when the handler returned', () => {
    expect(outcomeOf({ type: 'returned' }, moment)).toEqual({ type: 'done' })
  })

  test('is another attempt after an error, with its message and without its secrets', () => {
    expect(threw(new Error('401 with ghs_0123456789abcdefghijABCDEFGHIJ012345'))).toEqual({
      type: 'failed',
      error: '401 with <<SECRET:github-token>>',
      retryAt: new Date(now + 5_000),
    })
    expect(threw('a thrown text')).toMatchObject({ type: 'failed', error: 'a thrown text' })
  })

  test.each([
    ['a permanent error', new Permanent('gone')],
    ['a mistake that a person can mend', new UserError('unknown-revision', 'gone')],
  ])('is final after %s', (_, error) => {
    expect(threw(error)).toEqual({ type: 'failed', error: 'gone', retryAt: null })
  })

  test.each([
    ['the time that GitHub named', now + 3_600_000, now + 3_600_000],
    ['a second from now for a time that has passed', now - 60_000, now + 1_000],
    ['a day from now for a time that is absurd', now + 1e12, now + 86_400_000],
    ['a minute from now for no time', Number.NaN, now + 60_000],
  ])('comes back at %s', (_, asked, runAt) => {
    expect(threw(new RetryLater(new Date(asked), 'limited'))).toEqual({
      type: 'released',
      runAt: new Date(runAt),
    })
  })

  test('of an interrupted job is what the interruption says', () => {
    const of = (why: 'lease-lost' | 'superseded' | 'deadline' | 'stopping') =>
      outcomeOf({ type: 'interrupted', why }, moment)
    expect(of('lease-lost')).toEqual({ type: 'lost' })
    expect(of('stopping')).toEqual({ type: 'released', runAt: new Date(now) })
    expect(of('superseded')).toMatchObject({ type: 'failed', retryAt: new Date(now) })
    expect(of('deadline')).toMatchObject({ type: 'failed', retryAt: null })
  })
})

describe('The pause before the next attempt', () => {
  test('grows fourfold, to ten minutes', () => {
    expect([1, 2, 3, 4, 5, 60].map((attempts) => pauseMs({ attempts, random: 0.5 }) / 1_000)).toEqual([
      5, 20, 80, 320, 600, 600,
    ])
  })

  test('is spread by a quarter to both sides', () => {
    const attempts = fc.integer({ min: 1, max: 9 })
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
    fc.assert(
      fc.property(attempts, random, (tried, chance) => {
        const middle = pauseMs({ attempts: tried, random: 0.5 })
        const pause = pauseMs({ attempts: tried, random: chance })
        expect(Math.abs(pause - middle)).toBeLessThanOrEqual(middle / 4 + 1)
      }),
    )
  })
})
