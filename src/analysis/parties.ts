import type { RepositoryName } from '../domain/blob.js'
import type { Touch } from '../domain/change.js'
import type { Impact } from '../domain/impact.js'
import { isTestFile } from '../lib/test-file.js'
import { elementRelied } from './impact.js'
import { touchedElement } from './use.js'

/** Who relies on a change by name: other repositories, and files of the provider's own; in words, three and a count. */
export function consumersOf(
  impact: Impact,
  provider: RepositoryName,
): { readonly names: readonly string[]; readonly text: string } {
  const real = impact.dependents.filter((each) => !isTestFile(each.fact.path))
  const relevant = real.length > 0 ? real : impact.dependents
  const names = [
    ...new Set(
      relevant.map(({ fact }) => (fact.repository === provider ? quoted(fact.path) : fact.repository)),
    ),
  ]
  const [shown, more] = [names.slice(0, 3), names.length - 3]
  return { names, text: more > 0 ? `${shown.join(', ')} and ${more} more` : listed(shown) }
}

/** The part of the contract that the first dependent relies on; null when a change touches nothing. */
export function partRelied(impact: Impact): string | null {
  const [first] = impact.dependents
  const relied = first ? elementRelied(impact.change, first) : impact.change.element
  const { touches } = impact.change
  const touch = touches.find((each) => touchedElement(each) === relied) ?? touches[0]
  return touch ? partOf(touch) : null
}

/** What a touch is about, as a person says it, with code in backticks. */
export function partOf(touch: Touch): string {
  switch (touch.type) {
    case 'route':
      return quoted(`${touch.method} ${touch.path}`)
    case 'answer':
    case 'request':
      return touch.field === '' ? 'the body' : quoted(touch.field)
    case 'parameter':
      return `the ${touch.where} parameter ${quoted(touch.name)}`
  }
}

/** Code in prose: between backticks, of which it may hold none itself. */
export function quoted(code: string): string {
  return `\`${code.replaceAll('`', "'")}\``
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(names: readonly string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '')
}
