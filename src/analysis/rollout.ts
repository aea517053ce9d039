import type { RepositoryName } from '../domain/blob.js'
import type { Impact } from '../domain/impact.js'
import type { Outcome, RolloutCell, RolloutState, RolloutTable } from '../domain/rollout.js'
import { failureOf } from './failure.js'
import { orders } from './order.js'
import { type Shift, shiftOf } from './shift.js'

/**
 * Every state that a rollout of one change passes through: provider and consumer each before (`old`) and after (`new`);
 * for stored data, which version wrote it. A new consumer is one that was mended for this change. Three-valued: what
 * depends on something that is not known is `unknown`, and an order that passes through it is not called safe.
 */
export function enumerateRollout(impact: Impact, provider: RepositoryName): RolloutTable {
  const cells =
    impact.change.rule.breaks === 'stored' ? storedCells(impact, provider) : liveCells(impact, provider)
  const failing = cells.find((each) => each.outcome === 'breaks') ?? null
  return { cells, witness: failing ?? doubtful(impact, cells), safeOrders: orders(impact, provider) }
}

function liveCells(impact: Impact, provider: RepositoryName): readonly RolloutCell[] {
  const shift = shiftOf(impact.change)
  const [outcome, why] = mended[shift]
  return [
    cell(
      { provider: 'old', consumer: 'old', data: 'any' },
      'safe',
      'Both sides keep what is promised today.',
    ),
    cell({ provider: 'old', consumer: 'new', data: 'any' }, outcome, why),
    cell({ provider: 'new', consumer: 'old', data: 'any' }, met(impact), failureOf(impact, provider)),
    cell({ provider: 'new', consumer: 'new', data: 'any' }, 'safe', 'Both sides keep the new promise.'),
  ]
}

function storedCells(impact: Impact, provider: RepositoryName): readonly RolloutCell[] {
  const old = `${provider} as it will be reads what an earlier release wrote.`
  return [
    cell(
      { provider: 'old', consumer: 'old', data: 'old' },
      'safe',
      'Both sides keep what is promised today.',
    ),
    cell(
      { provider: 'old', consumer: 'old', data: 'new' },
      'unknown',
      'After a roll-back, the old release reads new data.',
    ),
    cell(
      { provider: 'new', consumer: 'new', data: 'old' },
      impact.change.rule.level === 'breaking' ? 'breaks' : 'unknown',
      old,
    ),
    cell({ provider: 'new', consumer: 'new', data: 'new' }, 'safe', 'Data and readers keep the new promise.'),
  ]
}

/** What the old provider is to a mended consumer. */
const mended: Readonly<Record<Shift, readonly [Outcome, string]>> = {
  gone: ['safe', 'A consumer that no longer relies on it does not mind that it is still there.'],
  required: ['safe', 'The old provider does not ask for what the consumer already gives.'],
  refused: ['unknown', 'Safe when the old provider does not require what the consumer no longer gives.'],
  altered: ['breaks', 'The old provider does not have the new form yet.'],
}

function met(impact: Impact): Outcome {
  if (impact.dependents.length === 0) return 'unknown'
  return impact.change.rule.level === 'breaking' ? 'breaks' : 'unknown'
}

function doubtful(impact: Impact, cells: readonly RolloutCell[]): RolloutCell | null {
  if (impact.dependents.length === 0 && impact.change.rule.breaks !== 'stored') return null
  return cells.find((each) => each.outcome === 'unknown' && each.provider === 'new') ?? null
}

function cell(state: RolloutState, outcome: Outcome, reason: string): RolloutCell {
  return { ...state, outcome, reason }
}
