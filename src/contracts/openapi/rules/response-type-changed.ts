import { type SchemaPair, typesOf } from '../../shared/schema/schema.js'
import type { Difference } from '../difference.js'
import { isStronglyTyped } from '../media-type.js'
import { at, family } from '../rule.js'
import { hasMoreTypes, isWidened, typeName } from '../type-change.js'

const idea = {
  about: 'type',
  level: 'breaking',
  why: 'A caller that reads the old type gets one it does not expect.',
  safeWhen: 'Callers read both types.',
  text: ({ pair }: Difference) =>
    pair ? `the type changed from ${typeName(pair.old)} to ${typeName(pair.new)}` : '',
} as const

function isBroken({ pair, site, spot }: Difference) {
  return pair !== null && isWidened(pair, spot !== 'response-header' && isStronglyTyped(site.mediaType))
}

export const responseTypeChanged = [
  ...family({
    ...idea,
    references: at('type-changed', 'response-body', 'response-property', 'response-header'),
    when: (difference) => isBroken(difference) && difference.pair !== null && !gainsTypes(difference.pair),
  }),
  ...family({
    ...idea,
    references: at('type-generalized', 'response-body', 'response-property', 'response-header'),
    when: (difference) => isBroken(difference) && difference.pair !== null && gainsTypes(difference.pair),
  }),
]

function gainsTypes(pair: SchemaPair): boolean {
  return typesOf(pair.old).join() !== typesOf(pair.new).join() && hasMoreTypes(pair)
}
