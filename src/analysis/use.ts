import type { Touch } from '../domain/change.js'
import type { Element } from '../domain/element.js'
import { answerElement, parameterElement, requestElement, routeElement } from '../domain/element.js'
import type { ClientFact, FieldFact, SentField } from '../domain/fact.js'
import type { Dependent } from '../domain/impact.js'

export type Use = Dependent['use']

/**
 * What a call does with the touched part; null when it has nothing to do with it, or when that is not known. `calls`
 * for a body or a parameter that is now required means: the route is called, and what is sent is not known.
 */
export function useOfCall(touch: Touch, client: ClientFact): Use | null {
  if (touch.type === 'route') return 'calls'
  if (touch.type === 'answer') return null
  if (touch.type === 'parameter')
    return touch.affects === 'missing' || touch.where === 'path' ? 'calls' : null
  if (touch.affects === 'sent')
    return client.sends?.some((each) => isAtOrBelow(each.name, touch.field)) ? 'sends' : null
  return client.sends === null ? 'calls' : missingUse(touch.field, client.sends)
}

/** Whether a read field is the touched one or lies below it: who reads `customer.email` relies on `customer`. */
export function readsTouched(touch: Extract<Touch, { type: 'answer' }>, fact: FieldFact): boolean {
  return fact.access === 'read' && isAtOrBelow(fact.field, touch.field)
}

/** A field that is required below an object is missing only for those who send the object. */
function missingUse(field: string, sends: readonly SentField[]): Use | null {
  const names = sends.map((each) => each.name)
  if (names.some((name) => isAtOrBelow(name, field))) return null
  const parent = field.slice(0, Math.max(field.lastIndexOf('.'), field.lastIndexOf('['), 0))
  if (parent === '') return 'does not send'
  return names.some((name) => name !== parent && isAtOrBelow(name, parent)) ? 'does not send' : null
}

function isAtOrBelow(field: string, ancestor: string): boolean {
  if (ancestor === '') return true
  return field === ancestor || field.startsWith(`${ancestor}.`) || field.startsWith(`${ancestor}[`)
}

/** The address of what a touch is about. */
export function touchedElement(touch: Touch): Element {
  switch (touch.type) {
    case 'route':
      return routeElement(touch.method, touch.path)
    case 'answer':
      return answerElement(touch.method, touch.path, touch.status, touch.field)
    case 'request':
      return requestElement(touch.method, touch.path, touch.field)
    case 'parameter':
      return parameterElement(touch.method, touch.path, touch.where, touch.name)
  }
}
