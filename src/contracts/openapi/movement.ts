import type { Difference } from './difference.js'

type Values = Pick<Difference, 'from' | 'to'>

/** A number that both sides give became smaller. */
export function fell({ from, to }: Values): boolean {
  return typeof from === 'number' && typeof to === 'number' && to < from
}

/** A number that both sides give became larger. */
export function rose({ from, to }: Values): boolean {
  return typeof from === 'number' && typeof to === 'number' && to > from
}

export function appeared({ from, to }: Values): boolean {
  return from === undefined && to !== undefined
}

export function vanished({ from, to }: Values): boolean {
  return from !== undefined && to === undefined
}

/** Both sides say something, and not the same. */
export function changed({ from, to }: Values): boolean {
  return from !== undefined && to !== undefined
}
