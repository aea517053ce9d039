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
  if (affects.includes('sent')) return isPartGone(change) ? 'refused' : 'altered'
  return isPartGone(change) || loosened.test(change.rule.id) ? 'gone' : 'altered'
}

/** Whether something stood at the base that the head does not have: a route, a field, a value, a bound. */
export function isTaken(change: Change): boolean {
  return /removed|unset/.test(change.rule.id)
}

/** Whether a whole part of the contract is gone, not just something that was said of it. */
export function isPartGone(change: Change): boolean {
  return /[.-](property|field|parameter|header|cookie|body|route|operation|path)-removed$/.test(
    change.rule.id,
  )
}

/** Whether the route itself is gone, so that every call of it fails. */
export function isRouteGone(change: Change): boolean {
  return /[.-](route|operation|path)-removed$/.test(change.rule.id)
}

/** A consumer that tolerates the absence, or the new value, works with the old provider as well. */
const loosened = /became-(optional|nullable|not-required)|enum-value-added/
