import { first } from './0001-first.js'
import { index } from './0002-index.js'

/** `sql` is understood by both engines once `{identity}`, `{bytes}` and `{keyed}` are spelt; statements end with `;` at a line's end. */
export type Migration = { readonly number: number; readonly name: string; readonly sql: string }

/**
 * In the order they are applied. A released one is never edited: the next release adds another, which the previous
 * release can live with (expand now, contract one release later).
 */
export const migrations: readonly Migration[] = [
  { number: 1, name: 'first', sql: first },
  { number: 2, name: 'index', sql: index },
]
