import type { RepositoryName } from '../domain/blob.js'
import type { Impact } from '../domain/impact.js'
import { consumersOf, partRelied } from './parties.js'
import { type Shift, shiftOf } from './shift.js'

/**
 * Orders of deployment that pass only through safe states, in words; when no single order does, the three steps that make
 * one: expand, migrate, contract. Empty when nobody relies on the change.
 */
export function orders(impact: Impact, provider: RepositoryName): readonly string[] {
  const part = partRelied(impact)
  if (impact.dependents.length === 0 || part === null) return []
  const shift = shiftOf(impact.change)
  const isOwn = impact.dependents.every(({ fact }) => fact.repository === provider)
  if (isOwn && (shift === 'gone' || shift === 'required')) return [within(consumersOf(impact, provider).text)]
  return [advice[shift](part, consumersOf(impact, provider).text, provider)]
}

/** Consumers in the provider's own repository are mended there; open browsers and rolling deploys still keep them apart. */
function within(consumers: string): string {
  return `Mend ${consumers} in a release before this one; in the same release only where both sides are replaced at once.`
}

type Advice = (part: string, consumers: string, provider: RepositoryName) => string

const advice: Readonly<Record<Shift, Advice>> = {
  gone: (part, consumers, provider) =>
    `Deploy ${consumers} first, no longer relying on ${part}; then ${provider}.`,
  required: (part, consumers, provider) => `Deploy ${consumers} first, giving ${part}; then ${provider}.`,
  refused: (part, consumers, provider) =>
    `Expand: ${provider} makes ${part} optional. Migrate: ${consumers} no longer gives it. Contract: ${provider} stops accepting it.`,
  altered: (part, consumers, provider) =>
    `Expand: ${provider} offers the new form of ${part} beside the old one. Migrate: ${consumers} moves to the new form. Contract: ${provider} drops the old one.`,
}
