import { createHash } from 'node:crypto'

/** What a finding is about: the same meaning is the same finding, wherever its lines move and however it is worded. */
export type Meaning = {
  readonly rule: string
  readonly kind: string
  readonly element: string
  readonly consumers: readonly {
    readonly repository: string
    readonly path: string
    readonly element: string
  }[]
}

/** The identity of a finding: ten hexadecimal digits, short enough to type after `dismiss`. */
export function fingerprint({ rule, kind, element, consumers }: Meaning): string {
  const places = consumers.map((each) => [each.repository, each.path, each.element].join('\0'))
  const meaning = JSON.stringify([rule, kind, element, [...new Set(places)].sort()])
  return createHash('sha256').update(meaning).digest('hex').slice(0, 10)
}
