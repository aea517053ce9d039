import type { Breaks, ChangeLevel, Rule } from '../../domain/change.js'
import type { Difference, Spot } from './difference.js'

/** A rule, and how it recognises its difference. */
export type DescriptionRule = Rule & {
  readonly about: Difference['aspect']
  readonly spots: ReadonlySet<Spot>
  readonly when: (difference: Difference) => boolean
  /** What happened, as a sentence without its end; where it happened is put before it. */
  readonly text: (difference: Difference) => string
  /** Whom a change of a request affects: those who send the part, or those who do not. */
  readonly affects: 'sent' | 'missing'
}

type Family = {
  /** The difference that its rules recognise. */
  readonly about: Difference['aspect']
  /** The reference tool's name for it at each spot; spots that are not named are not judged, as the reference does. */
  readonly references: Partial<Record<Spot, string>>
  readonly level: ChangeLevel
  readonly why: string
  readonly safeWhen: string
  readonly when?: (difference: Difference) => boolean
  readonly text: (difference: Difference) => string
  readonly breaks?: Breaks
  readonly affects?: 'sent' | 'missing'
  /** Our own id where it is not `http.` and the reference's name. */
  readonly id?: string
  /** The reference tool does not know it: then the names in `references` are ours alone. */
  readonly isOurs?: true
}

/** The rules of one idea: one for each name that the reference tool gives it. */
export function family(idea: Family): readonly DescriptionRule[] {
  const { references, id, isOurs, when = () => true, breaks = 'consumer', affects = 'sent', ...rest } = idea
  const spots = Object.entries(references) as [Spot, string][] // `Object.entries` widens the keys to string.
  return [...new Set(spots.map(([, reference]) => reference))].map((reference) => ({
    ...rest,
    id: id ?? `http.${reference}`,
    reference: isOurs ? null : reference,
    breaks,
    when,
    affects,
    spots: new Set(spots.flatMap(([spot, name]) => (name === reference ? [spot] : []))),
  }))
}

/** Names of one idea at several spots: `at('max-decreased', 'request-body')` is `request-body-max-decreased`. */
export function at(what: string, ...spots: readonly Spot[]): Partial<Record<Spot, string>> {
  return Object.fromEntries(spots.map((spot) => [spot, `${spot}-${what}`]))
}
