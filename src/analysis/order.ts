import type { RepositoryName } from '../domain/blob.js'
import type { Touch } from '../domain/change.js'
import type { Impact } from '../domain/impact.js'
import { elementRelied } from './impact.js'
import { type Shift, shiftOf } from './shift.js'
import { touchedElement } from './use.js'

/**
 * Orders of deployment that pass only through safe states, in words; when no single order does, the three steps that make
 * one: expand, migrate, contract. Empty when nobody relies on the change.
 */
export function orders(impact: Impact, provider: RepositoryName): readonly string[] {
  const [first] = impact.dependents
  if (!first) return []
  const relied = elementRelied(impact.change, first)
  const touch =
    impact.change.touches.find((each) => touchedElement(each) === relied) ?? impact.change.touches[0]
  if (!touch) return []
  const consumers = whoMustMove(impact, provider)
  return [advice[shiftOf(impact.change)](partOf(touch), consumers, provider)]
}

/** What a touch is about, as a person says it, with code in backticks. */
export function partOf(touch: Touch): string {
  switch (touch.type) {
    case 'route':
      return `\`${touch.method} ${touch.path}\``
    case 'answer':
    case 'request':
      return touch.field === '' ? 'the body' : `\`${touch.field}\``
    case 'parameter':
      return `the ${touch.where} parameter \`${touch.name}\``
  }
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

function whoMustMove(impact: Impact, provider: RepositoryName): string {
  const names = [
    ...new Set(
      impact.dependents.map(({ fact }) =>
        fact.repository === provider ? `\`${fact.path}\`` : fact.repository,
      ),
    ),
  ]
  const shown = names.slice(0, 3)
  const more = names.length - shown.length
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(' and ')
}
