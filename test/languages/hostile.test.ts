import { describe, expect, test } from '@jest/globals'
import { outlineOf } from './outlined.js'

const deep = 10_000
const some = 5_000

/** Sources that nobody writes: each must be outlined within seconds, and never throw. */
const sources: readonly (readonly [string, string, string])[] = [
  ['nested parentheses', 'a.ts', `${'('.repeat(deep)}x${')'.repeat(deep)}`],
  ['nested lists', 'a.ts', `x = ${'['.repeat(some)}${']'.repeat(some)}`],
  ['nested calls', 'a.ts', `${'f('.repeat(deep)}${')'.repeat(deep)}`],
  ['nested functions', 'a.ts', `${'x => '.repeat(some)}1`],
  ['nested patterns', 'a.ts', `const ${'{a:'.repeat(some)}b${'}'.repeat(some)} = x`],
  ['nested types', 'a.ts', `type A = ${'{a:'.repeat(some)}B${'}'.repeat(some)}`],
  ['a long chain of calls', 'a.ts', `a${'.b()'.repeat(deep)}`],
  ['a long name', 'a.ts', `x = a${'.b'.repeat(some)}`],
  ['a long sum', 'a.ts', `x = 'a'${"+'b'".repeat(deep)}`],
  ['a long choice', 'a.ts', `x = a${'||b'.repeat(some)}`],
  ['half a megabyte on one line', 'a.ts', `x=${'{"a":[1,2,"bbb"]};x='.repeat(20_000)}1`],
  ['garbage', 'a.ts', '%$#@ {{ ( [ "'.repeat(10_000)],
  ['scripts that never end', 'a.vue', '<script "'.repeat(deep)],
  ['nested dictionaries', 'a.py', `x = ${'{"a":'.repeat(some)}1${'}'.repeat(some)}`],
  ['a long chain of calls', 'a.py', `a${'.b()'.repeat(some)}`],
  ['a long sum', 'a.py', `x = 'a'${"+'b'".repeat(some)}`],
  [
    'placeholders that never end',
    'a.py',
    `x = "${'{a'.repeat(some)}".format(a=1)\ny = "%(a)${'0'.repeat(some)}" % {"a": 1}`,
  ],
  ['a long chain of calls', 'a.rb', `x = a${'.b(1)'.repeat(some)}`],
  ['a long sum', 'a.rb', `x = 'a'${"+'b'".repeat(some)}`],
  ['nested hashes', 'a.rb', `x = ${'{a: '.repeat(some)}1${'}'.repeat(some)}`],
  ['nested blocks', 'a.rb', `${'scope :a do\n'.repeat(2_000)}${'end\n'.repeat(2_000)}`],
  ['nested modules', 'a.rb', `${'module A\n'.repeat(500)}${'end\n'.repeat(500)}`],
  ['many here-documents', 'a.rb', 'a = <<~A\n  b\nA\n'.repeat(some)],
  ['nested macros', 'a.rs', `fn a() { m!${'('.repeat(some)}${')'.repeat(some)} }`],
  ['nested blocks', 'a.rs', `fn a() { ${'{'.repeat(some)}${'}'.repeat(some)} }`],
  ['nested types', 'a.rs', `fn a(b: ${'Vec<'.repeat(some)}C${'>'.repeat(some)}) {}`],
  ['nested uses', 'a.rs', `use ${'a::{'.repeat(some)}b${'}'.repeat(some)};`],
  ['a long chain of calls', 'a.rs', `fn a() { b${'.c(|d| d)'.repeat(some)} }`],
  ['a long sum', 'a.rs', `fn a() { "b"${' + "c"'.repeat(some)} }`],
  ['nested literals', 'a.go', `package a\nvar a = T${'{a:T'.repeat(some)}${'}'.repeat(some)}`],
  ['nested literals without types', 'a.go', `package a\nvar a = []T${'{'.repeat(some)}${'}'.repeat(some)}`],
  ['a long chain of calls', 'a.go', `package a\nvar a = a${'.b()'.repeat(some)}`],
  ['a long sum', 'a.go', `package a\nvar a = "a"${'+"b"'.repeat(some)}`],
  ['nested parentheses', 'A.java', `class A { Object a = ${'('.repeat(some)}x${')'.repeat(some)}; }`],
  ['a long chain of calls', 'A.java', `class A { Object a = a${'.b()'.repeat(some)}; }`],
  ['a long chain of getters', 'A.java', `class A { Object a = a${'.getB()'.repeat(some)}; }`],
  ['a long sum', 'A.java', `class A { String a = "a"${'+"b"'.repeat(some)}; }`],
  ['nested classes', 'A.java', `${'class A { '.repeat(2_000)}${'}'.repeat(2_000)}`],
  ['nested annotations', 'A.java', `@A(${'@A('.repeat(2_000)}${')'.repeat(2_000)}) class A {}`],
  ['many names', 'A.java', `class A { void a() { ${'var a = b; '.repeat(some)} } }`],
  ['nested parentheses', 'A.kt', `val a = ${'('.repeat(some)}x${')'.repeat(some)}`],
  ['a long chain of calls', 'A.kt', `val a = a${'.b()'.repeat(some)}`],
  ['a long sum', 'A.kt', `val a = "a"${'+"b"'.repeat(some)}`],
  ['a long choice', 'A.kt', `val a = a${' ?: b'.repeat(some)}`],
  ['nested blocks', 'A.kt', `fun a() { ${'route("/a") { '.repeat(2_000)}${'}'.repeat(2_000)} }`],
  ['nested classes', 'A.kt', `${'class A {\n'.repeat(1_000)}${'}\n'.repeat(1_000)}`],
  ['many annotations', 'A.kt', '@A("a")\n@B\nclass C { }\n'.repeat(1_000)],
  ['strings and comments that never end', 'A.kt', '"$'.concat('{ """ /* class A {\n').repeat(2_000)],
  [
    'many spaces',
    'A.kt',
    `fun a() {\n${' '.repeat(200_000)}get${' '.repeat(200_000)}class A${' '.repeat(200_000)}`,
  ],
  ['nested arrays', 'a.php', `<?php $x = ${'['.repeat(some)}${']'.repeat(some)};`],
  ['a long chain of calls', 'a.php', `<?php $a${'->b()'.repeat(some)};`],
  ['a long sum', 'a.php', `<?php $x = 'a'${".'b'".repeat(some)};`],
  ['nested functions', 'a.php', `<?php ${'fn() => '.repeat(some)}1;`],
  ['annotations that never end', 'a.php', `<?php\n/** ${'@A({"a"={'.repeat(2_000)} */\nfunction f() {}`],
  ['many commented members', 'a.php', `<?php class A {${'/** @A("x") */ function f() {}\n'.repeat(5_000)}}`],
  ['a long chain of calls', 'a.cs', `var a = a${'.b()'.repeat(some)};`],
  ['a long sum', 'a.cs', `var a = "a"${'+"b"'.repeat(some)};`],
  ['nested classes', 'a.cs', `${'class A { int a; '.repeat(2_000)}${'}'.repeat(2_000)}`],
  ['nested objects', 'a.cs', `var a = ${'new { a = '.repeat(3_000)}1${'}'.repeat(3_000)};`],
]

describe('a hostile text', () => {
  test.each(sources)('of %s (%s) is outlined', (_what, path, source) => {
    const started = performance.now()
    expect(outlineOf(path, source).problems.length).toBeLessThanOrEqual(10)
    expect(performance.now() - started).toBeLessThan(20_000)
  })

  test('loses nothing that lies deep but its place in a value', () => {
    expect(outlineOf('a.ts', `${'f('.repeat(5_000)}${')'.repeat(5_000)}`).calls).toHaveLength(5_000)
    expect(outlineOf('a.go', `package a\nvar a = a${'.b()'.repeat(5_000)}`).calls).toHaveLength(5_000)
    expect(outlineOf('a.py', `x = a${'["b"]'.repeat(5_000)}`).reads).toHaveLength(5_000)
  })
})

describe('a text that cannot be parsed', () => {
  test('gives its problems with their lines, and the rest of the outline', () => {
    const typescript = outlineOf(
      'a.ts',
      `const a = fetch('/orders')\nfunction ( { ]\nconst b = fetch('/bills')\n`,
    )
    expect(typescript.problems).toEqual([{ problem: 'this part could not be parsed', line: 2 }])
    expect(typescript.calls[0]?.callee).toBe('fetch')
    const python = outlineOf('a.py', `a = get("/orders")\nb = = 1\nc = get("/bills")\n`)
    expect(python.problems.map(({ line }) => line)).toEqual([2])
    expect(python.calls.map(({ line }) => line)).toEqual([1, 3])
    const ruby = outlineOf('a.rb', `a = get '/orders'\nb = = 1\nc = get '/bills'\n`)
    expect(ruby.problems.map(({ line }) => line)).toEqual([2])
    const go = outlineOf('a.go', `package a\nvar a = Get("/orders")\nvar = = 1\nvar c = Get("/bills")\n`)
    expect(go.problems.map(({ line }) => line)).toContain(3)
    expect(go.calls.map(({ line }) => line)).toEqual([2, 4])
  })

  test('that is empty is an empty outline', () => {
    for (const path of ['a.ts', 'a.vue', 'a.py', 'a.rb', 'a.go']) {
      expect(Object.values(outlineOf(path, '')).flat()).toEqual([])
    }
  })
})

test('the same text gives the same outline, whatever was read before', () => {
  const source = `import axios from 'axios'\nexport const get = async (id: string) => (await axios.get(\`/orders/\u0024{id}\`)).data\n`
  const first = outlineOf('a.ts', source)
  outlineOf('b.ts', 'const ( {')
  expect(outlineOf('a.ts', source)).toEqual(first)
})
