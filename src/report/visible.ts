import { redact } from '../lib/redact.js'

/** Characters that cannot be seen, that turn the direction of text, or that drive a terminal (Trojan Source, T4). */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800]/gu

/**
 * A text of a repository as one line that hides nothing: line breaks and tabs are spaces, what cannot be seen is written
 * out (`\u{202e}`), secrets are replaced, and nothing can pass for one of our own hidden markers.
 */
export function visible(text: string): string {
  return redact(text)
    .replace(/[\t\r\n]+/g, ' ')
    .replace(unseen, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
    .replaceAll('<!--', '<! --')
    .trim()
}

/** At most so many UTF-16 units, the last an ellipsis where something was cut; pairs of backticks and surrogates stay. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text
  const cut = text
    .slice(0, limit - 2)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()
  return (cut.split('`').length - 1) % 2 === 1 ? `${cut}…\`` : `${cut}…`
}

/** `1 finding`, `2 findings`, `3 repositories`. */
export function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun.replace(/y$/, 'ie')}s`}`
}
