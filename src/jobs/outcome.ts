import { messageOf, UserError } from '../lib/errors.js'
import { redact } from '../lib/redact.js'
import { RetryLater } from '../lib/retry-later.js'
import { Interrupted, type Interruption } from './handler.js'
import { Permanent } from './permanent.js'

/** What a handler did: returned, threw, or was interrupted before it did either. */
export type Ending =
  | { readonly type: 'returned' }
  | { readonly type: 'threw'; readonly error: unknown }
  | { readonly type: 'interrupted'; readonly why: Interruption }

/** What is to be told to the store. */
export type Outcome =
  | { readonly type: 'done' }
  /** Without a `retryAt`: never again. */
  | { readonly type: 'failed'; readonly error: string; readonly retryAt: Date | null }
  | { readonly type: 'released'; readonly runAt: Date }
  /** Nothing: the job is somebody else's. */
  | { readonly type: 'lost' }

/** The time, how often the job was tried, and a number from 0 to 1 to spread the retries of many jobs. */
export type Moment = { readonly now: number; readonly attempts: number; readonly random: number }

export function outcomeOf(ending: Ending, moment: Moment): Outcome {
  switch (ending.type) {
    case 'returned':
      return { type: 'done' }
    case 'interrupted':
      return afterInterruption(ending.why, moment)
    case 'threw':
      return afterError(ending.error, moment)
  }
}

function afterInterruption(why: Interruption, { now }: Moment): Outcome {
  switch (why) {
    case 'lease-lost':
      return { type: 'lost' }
    case 'stopping':
      return { type: 'released', runAt: new Date(now) }
    case 'superseded':
      // The store sees the newer job; were it gone, this one would run again.
      return { type: 'failed', error: new Interrupted(why).message, retryAt: new Date(now) }
    case 'deadline':
      // Never again: a check may not stay pending for the length of several deadlines.
      return { type: 'failed', error: new Interrupted(why).message, retryAt: null }
  }
}

function afterError(error: unknown, moment: Moment): Outcome {
  if (error instanceof RetryLater) return { type: 'released', runAt: sensible(error.at, moment.now) }
  const final = error instanceof Permanent || error instanceof UserError
  const retryAt = final ? null : new Date(moment.now + pauseMs(moment))
  return { type: 'failed', error: redact(messageOf(error)), retryAt }
}

const second = 1_000
const day = 86_400 * second

/** A wrong header of the other side must neither spin the worker nor bury the job. */
function sensible(at: Date, now: number): Date {
  const wanted = Number.isNaN(at.getTime()) ? now + 60 * second : at.getTime()
  return new Date(Math.min(Math.max(wanted, now + second), now + day))
}

/** 5 s, 20 s, 80 s, 320 s and then 10 min, each longer or shorter by up to a quarter. */
export function pauseMs({ attempts, random }: Pick<Moment, 'attempts' | 'random'>): number {
  const pause = Math.min(5 * second * 4 ** Math.max(0, attempts - 1), 600 * second)
  return Math.round(pause * (0.75 + random / 2))
}
