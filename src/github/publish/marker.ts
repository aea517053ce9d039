import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a comment of ours is: a finding's, one that was fixed, the summary, an answer to a command. */
export type MarkerKind = 'fp' | 'fixed' | 'summary' | 'reply'

/** The pull request that a marker belongs to: copied to another one, it is not believed. */
export type MarkerScope = {
  readonly repositoryId: number
  readonly number: number
  /** The key that markers are signed with now, then earlier ones. Never empty. */
  readonly keys: readonly string[]
}

/** A hidden line that tells us later which comment this is; signed, so that nobody can paste one. */
export function markerOf(scope: MarkerScope, kind: MarkerKind, id: string): string {
  return `<!-- interlock:${kind}=${id} ${sign(scope.keys[0] ?? '', scope, kind, id)} -->`
}

/** The id of the comment's marker of a kind; null when it has none that we signed for this pull request. */
export function readMarker(scope: MarkerScope, kind: MarkerKind, body: string): string | null {
  // Ours is the last line; anything before it may be quoted text.
  const matched = /<!-- interlock:(\w+)=(\S+) ([0-9a-f]{32}) -->\s*$/.exec(body)
  const [, found, id = '', signature = ''] = matched ?? []
  if (found !== kind) return null
  const genuine = scope.keys.some((key) => equal(sign(key, scope, kind, id), signature))
  return genuine ? id : null
}

/** A body with a marker as its last line, within GitHub's limit of 65,536 characters. */
export function withMarker(scope: MarkerScope, kind: MarkerKind, id: string, body: string): string {
  const marker = markerOf(scope, kind, id)
  return `${body.slice(0, 65_000).trimEnd()}\n\n${marker}`
}

/** A body without any marker of ours. */
export function withoutMarker(body: string): string {
  return body.replace(/\s*<!-- interlock:\w+=\S+ [0-9a-f]{32} -->\s*$/, '')
}

function sign(key: string, { repositoryId, number }: MarkerScope, kind: MarkerKind, id: string): string {
  const said = JSON.stringify(['interlock-marker', repositoryId, number, kind, id])
  return createHmac('sha256', key).update(said).digest('hex').slice(0, 32)
}

function equal(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
}
