import type { Entry } from '../shared/tree.js'

/** A part of a collector: its kind, its type without its own name, and its settings. */
export type Component = {
  readonly part: 'receivers' | 'processors' | 'connectors' | 'exporters'
  readonly type: string
  readonly entry: Entry
}
