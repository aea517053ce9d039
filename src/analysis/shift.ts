import type { Change } from '../domain/change.js'

/**
 * What a change asks of a consumer, which decides the order of deployment.
 * `gone`: to stop relying on something. `required`: to give something more. `refused`: to stop giving something.
 * `altered`: to rely on another form, which the old provider does not have.
 */
export type Shift = 'gone' | 'required' | 'refused' | 'altered'

export function shiftOf(change: Change): Shift {
  const affects = change.touches.flatMap((each) => ('affects' in each ? [each.affects] : []))
  if (affects.includes('missing')) return 'required'
  if (affects.includes('sent')) return taken.test(change.rule.id) ? 'refused' : 'altered'
  return taken.test(change.rule.id) || loosened.test(change.rule.id) ? 'gone' : 'altered'
}

/** Whether something that was promised is no longer there at all. */
export function isTaken(change: Change): boolean {
  return taken.test(change.rule.id)
}

const taken = /removed|deleted|dropped/
/** A consumer that tolerates the absence, or the new value, works with the old provider as well. */
const loosened = /became-(optional|nullable|not-required)|enum-value-added|not-required/
