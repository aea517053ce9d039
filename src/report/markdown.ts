import type { Place } from '../domain/place.js'
import { clip, visible } from './visible.js'

/** Where a place can be looked at, or null when there is no such page. Every link of ours is made by this. */
export type LinkTo = (place: Place) => string | null

/** A code span that shows any text as it is: with a fence longer than any run of backticks in it. */
export function codeSpan(text: string): string {
  const clean = visible(text)
  const longest = Math.max(0, ...(clean.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = clean === '' || clean.startsWith('`') || clean.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${clean}${pad}${fence}`
}

/**
 * Untrusted prose as Markdown that shows it and does nothing: no mention, reference, command, link, image, HTML or
 * layout. Text between two backticks becomes code; everything else is plain.
 */
export function prose(text: string): string {
  const parts = visible(text).split('`')
  // An odd backtick has no partner; as an apostrophe it still keeps apart what stands on its two sides.
  const odd = parts.length % 2 === 0 ? [parts.splice(-2).join("'")] : []
  const shown = [...parts, ...odd].map((part, at) => (at % 2 === 1 ? codeOrQuotes(part) : plain(part)))
  return shown
    .join('')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([-+=])/, '\\$1')
}

/** A place as a link to its line; without a page, as code. */
export function placeLink(place: Place, linkTo: LinkTo): string {
  const label = codeSpan(clip(`${place.path}:${place.line}`, 200))
  const address = linkTo(place)
  return address !== null && /^https?:\/\/[^\s()<>\\[\]`"']+$/.test(address)
    ? `[${label}](${address})`
    : label
}

/**
 * Permanent links into a server's repositories, such as `https://github.com`: the exact line at the exact commit. Null
 * for a name or commit that GitHub would not make.
 */
export function permalinks(server: string): LinkTo {
  return ({ repository, commit, path, line }) => {
    if (!/^[\w.-]+\/[\w.-]+$/.test(repository) || !/^[0-9a-f]{40,64}$/.test(commit)) return null
    const encoded = path
      .replace(/\p{Cs}/gu, '\uFFFD')
      .split('/')
      .map(encodeSegment)
      .join('/')
    return `${server.replace(/\/+$/, '')}/${repository}/blob/${commit}/${encoded}#L${line}`
  }
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16)}`)
}

function codeOrQuotes(text: string): string {
  return text.trim() === '' ? `'${text}'` : codeSpan(text)
}

/** Word by word: what GitHub would act on, whatever is escaped around it, is shown as code. */
function plain(text: string): string {
  return text
    .split(/( +)/)
    .map((word) => (acting.test(word) ? code(word) : escaped(word)))
    .join('')
}

/** A word as code; the mark that ends a sentence or a clause stays outside. */
function code(word: string): string {
  const bare = word.replace(/[.,;:)]+$/, '')
  return bare === '' ? escaped(word) : `${codeSpan(bare)}${word.slice(bare.length)}`
}

function escaped(word: string): string {
  return word
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\*_[\]~$#>|]/g, '\\$&')
}

/** Mentions, addresses, references to threads and commits, commands, emoji names. */
const acting = /@|:\/\/|www\.|#\d|\bGH-\d|^\W*\/\w|:[\w+-]+:|(?=[0-9a-f]*\d)\b[0-9a-f]{7,64}\b/i
