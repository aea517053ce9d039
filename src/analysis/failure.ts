import type { RepositoryName } from '../domain/blob.js'
import type { Dependent, Impact } from '../domain/impact.js'
import { consumersOf, partRelied } from './parties.js'
import { type Shift, shiftOf } from './shift.js'

/** What goes wrong when an old consumer meets the new provider, in one or two sentences. */
export function failureOf(impact: Impact, provider: RepositoryName): string {
  const [first] = impact.dependents
  const part = partRelied(impact)
  if (!first || !part) return 'No consumer is known.'
  const consumers = consumersOf(impact, provider)
  const several = consumers.names.length > 1
  const fails = failures[shiftOf(impact.change)](part, several, first.use)
  const together = impact.dependents.some(({ fact }) => fact.repository === provider)
  return `${consumers.text} ${fails}.${together ? ` ${deployedTogether}` : ''}`
}

type Failure = (part: string, several: boolean, use: Dependent['use']) => string

const failures: Readonly<Record<Shift, Failure>> = {
  gone: (part, several, use) => `still ${verb(use, several)} ${part}, which is no longer promised`,
  required: (part, several) => `${several ? 'do' : 'does'} not give ${part}, which is now required`,
  refused: (part, several) => `still ${verb('sends', several)} ${part}, which is no longer accepted`,
  altered: (part, several) => `still ${several ? 'rely' : 'relies'} on the old form of ${part}`,
}

function verb(use: Dependent['use'], several: boolean): string {
  if (use === 'does not send') return several ? 'leave out' : 'leaves out'
  return several ? use.replace(/s$/, '') : use
}

const deployedTogether =
  'This pull request leaves consumers in this repository as they are, so deploying both together does not help; nor would it help open browsers and instances that still run during a rolling deploy.'
