import { maxDepth, maxNodes, type Reading, remembered } from './reading.js'
import type { Entry, Tree } from './tree.js'

/** The one document of a JSON text with the lines of its values, which `JSON.parse` does not tell. */
export const readJson = remembered((text): Reading => {
  try {
    return { documents: [new Reader(text).document()], problem: null }
  } catch (error) {
    return { documents: [], problem: error instanceof JsonError ? error.message : 'is not JSON' }
  }
})

class JsonError extends Error {}

class Reader {
  #at = 0
  #line = 1
  #nodes = 0

  constructor(readonly text: string) {}

  document(): Tree {
    if (this.text.startsWith('\uFEFF')) this.#at = 1
    const tree = this.#value(0)
    this.#skip()
    if (this.#at < this.text.length) this.#fail('more than one value')
    return tree
  }

  #value(depth: number): Tree {
    this.#nodes++
    if (depth > maxDepth || this.#nodes > maxNodes) this.#fail('too deep or too large')
    this.#skip()
    const line = this.#line
    const first = this.text[this.#at]
    if (first === '{') return { type: 'map', line, entries: this.#inside('}', () => this.#entry(depth)) }
    if (first === '[') return { type: 'list', line, items: this.#inside(']', () => this.#value(depth + 1)) }
    if (first === '"') return { type: 'text', text: this.#string(), line, isBlock: false }
    const word = this.#match(/[-+\w.]+/y)
    return word === 'null' ? { type: 'empty', line } : { type: 'text', text: word, line, isBlock: false }
  }

  #inside<T>(end: string, read: () => T): readonly T[] {
    const all: T[] = []
    this.#at++
    for (this.#skip(); this.text[this.#at] !== end; this.#skip()) {
      if (all.length > 0) this.#expect(',')
      all.push(read())
    }
    this.#at++
    return all
  }

  #entry(depth: number): Entry {
    this.#skip()
    const line = this.#line
    const key = this.#string()
    this.#skip()
    this.#expect(':')
    return { key, line, value: this.#value(depth + 1) }
  }

  #string(): string {
    const start = this.#at
    for (let at = start + 1; this.text[start] === '"'; at++) {
      at = this.text.indexOf('"', at)
      if (at === -1) break
      if (this.#isEscaped(at)) continue
      this.#at = at + 1
      const written = this.text.slice(start, at + 1)
      return written.includes('\\') ? String(JSON.parse(written)) : written.slice(1, -1)
    }
    return this.#fail('a text does not end')
  }

  #isEscaped(at: number): boolean {
    let before = at - 1
    while (this.text[before] === '\\') before--
    return (at - before) % 2 === 0
  }

  #skip(): void {
    for (; ; this.#at++) {
      const code = this.text.charCodeAt(this.#at)
      if (code === 10) this.#line++
      else if (code !== 32 && code !== 9 && code !== 13) return
    }
  }

  #expect(sign: string): void {
    if (this.text[this.#at] !== sign) this.#fail(`\`${sign}\` is missing`)
    this.#at++
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at
    const [word] = pattern.exec(this.text) ?? this.#fail('a value is missing')
    this.#at += word.length
    return word
  }

  #fail(what: string): never {
    throw new JsonError(`is not JSON: ${what} in line ${this.#line}`)
  }
}
