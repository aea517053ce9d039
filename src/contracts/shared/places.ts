import type { LineCounter } from 'yaml'
import type { Line } from '../../domain/place.js'

/** Offsets of one value in its text; lines are counted only when somebody asks. */
type Place = {
  readonly file: FilePlaces
  readonly at: number
  readonly keys: ReadonlyMap<string, number> | readonly number[]
}

export type FilePlaces = {
  readonly path: string
  readonly lines: LineCounter
  readonly remember: (value: object, at: number, keys: Place['keys']) => void
  /** The offset of a key of a value that was remembered. */
  readonly offsetOf: (value: object, key: string) => number | undefined
  readonly lineAt: (offset: number) => number
}

/** Remembers where values stand without touching them. */
export class Places {
  private readonly places = new WeakMap<object, Place>()

  of(path: string, lines: LineCounter): FilePlaces {
    const file: FilePlaces = {
      path,
      lines,
      remember: (value, at, keys) => this.places.set(value, { file, at, keys }),
      offsetOf: (value, key) => this.offset(value, key),
      lineAt: (offset) => Math.max(1, lines.linePos(offset).line),
    }
    return file
  }

  pathOf(value: object): string | null {
    return this.places.get(value)?.file.path ?? null
  }

  lineOf(value: object, key?: string): Line | null {
    const place = this.places.get(value)
    const offset = key === undefined ? place?.at : this.offset(value, key)
    return place && offset !== undefined ? { path: place.file.path, line: place.file.lineAt(offset) } : null
  }

  private offset(value: object, key: string): number | undefined {
    const keys = this.places.get(value)?.keys
    return keys instanceof Map ? keys.get(key) : (keys as readonly number[] | undefined)?.[Number(key)]
  }
}
