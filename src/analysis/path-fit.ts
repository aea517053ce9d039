/**
 * How a called path meets a promised one. `exact`: the same template. `parameter`: a literal of the call stands where the
 * provider has a parameter or a wildcard. `offset`: one of the two has literal segments before the other, as a gateway or
 * a base address with a path makes them.
 */
export type Fit = 'exact' | 'parameter' | 'offset'

/** The fit of a called path template on a provider's; null when they cannot mean the same route. */
export function fitPath(provider: string, client: string): Fit | null {
  if (provider === client) return 'exact'
  const promised = segmentsOf(provider)
  const called = segmentsOf(client)
  if (called.includes('{*}')) return null
  if (covers(promised, called)) return literalsInCommon(promised, called) > 0 ? 'parameter' : null
  return isOffset(promised, called) || isOffset(called, promised) ? 'offset' : null
}

/** The segments of a path that are neither parameters nor wildcards. */
export function literalsOf(path: string): readonly string[] {
  return segmentsOf(path).filter(isLiteral)
}

export function segmentsOf(path: string): readonly string[] {
  return path.split('/').filter((segment) => segment !== '')
}

export function isLiteral(segment: string): boolean {
  return !segment.includes('{')
}

function covers(promised: readonly string[], called: readonly string[]): boolean {
  const wildcard = promised.indexOf('{*}')
  if (wildcard === -1 && promised.length !== called.length) return false
  const fixed = wildcard === -1 ? promised : promised.slice(0, wildcard)
  return (
    called.length >= fixed.length && fixed.every((segment, at) => coversSegment(segment, called[at] ?? ''))
  )
}

/** A parameter covers a literal, and `{}.json` covers `latest.json`; a literal never covers a parameter. */
function coversSegment(promised: string, called: string): boolean {
  if (promised === called) return true
  if (isLiteral(promised) || !isLiteral(called)) return false
  const parts = promised.split('{}')
  const first = parts[0] ?? ''
  const last = parts.at(-1) ?? ''
  if (called.length <= first.length + last.length) return false
  return (
    called.startsWith(first) &&
    called.endsWith(last) &&
    inOrder(parts.slice(1, -1), called.slice(first.length))
  )
}

function inOrder(parts: readonly string[], text: string): boolean {
  let from = 0
  for (const part of parts) {
    const at = text.indexOf(part, from)
    if (at === -1) return false
    from = at + part.length
  }
  return true
}

function literalsInCommon(promised: readonly string[], called: readonly string[]): number {
  return promised.filter((segment, at) => isLiteral(segment) && segment === called[at]).length
}

/** `tail` is the end of `whole`, what stands before it is literal, and they share a literal. */
function isOffset(whole: readonly string[], tail: readonly string[]): boolean {
  const extra = whole.length - tail.length
  if (extra <= 0 || !whole.slice(0, extra).every(isLiteral)) return false
  return tail.some(isLiteral) && tail.every((segment, at) => segment === whole[extra + at])
}
