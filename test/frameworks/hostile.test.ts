import { describe, expect, test } from '@jest/globals'
import { createMatcher, frameworks } from '../../src/frameworks/index.js'
import { languages } from '../../src/languages/index.js'
import { outlineOf } from '../languages/outlined.js'

const many = 150

/** Sources whose names lead to each other in every way: tracing one by one would take longer than the universe. */
const sources: readonly (readonly [string, string, string])[] = [
  [
    'members that are made of each other',
    'a.go',
    `package a\nimport "net/http"\ntype C struct {}\n${functions(many, (at) => `func (c *C) f${at}() *C { return &C{a: c.a, b: c.b, h: c.h} }`)}\nfunc (c *C) g() { c.h.Get("/orders"); http.Get("/orders") }`,
  ],
  [
    'members that take turns',
    'a.ts',
    `class C {\n${functions(many, (at) => `f${at}() { this.a = this.b.c; this.b = this.a.c }`)}\n g() { this.a.get('/orders'); fetch('/orders') }\n}`,
  ],
  [
    'doubling names',
    'a.ts',
    `${functions(60, (at) => `const a${at + 1} = c ? a${at}.b : a${at}.d`)}\na60.get('/orders')\nfetch('/orders')`,
  ],
  [
    'functions that call each other twice',
    'a.py',
    `import requests\n${functions(60, (at) => `def f${at}(x):\n  return f${at + 1}(x) or f${at + 1}(f${at + 1}(x))\n`)}\nrequests.get(f0('/orders'))\nrequests.get('/orders')`,
  ],
]

function functions(count: number, one: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => one(at)).join('\n')
}

describe('a hostile text', () => {
  test.each(sources)('with %s is matched, and what stands beside them is found', (_what, path, source) => {
    const language = languages.find(({ extensions }) => extensions.some((each) => path.endsWith(each)))
    const started = performance.now()
    const { facts } = createMatcher(frameworks)(outlineOf(path, source), language?.id ?? '')
    expect(performance.now() - started).toBeLessThan(20_000)
    expect(facts.some((fact) => fact.kind === 'client' && fact.path === '/orders')).toBe(true)
  })
})
