import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { markdown } from '../../src/sandbox/page/markdown.js'

describe('hostile Markdown', () => {
  it.each([
    '[x](javascript:alert(1))',
    '[x](data:text/html,<b>)',
    '![x](javascript:alert(1))',
    '![x](https://a "onerror=alert(1)")',
    '![<sub onclick=x> "onclick=x](https://a)',
    '<a href="javascript:alert(1)">x</a>',
    '[`"onmouseover=alert(1)`](https://a"onmouseover=alert(1))',
    '<details open onclick=alert(1)><summary>x</summary>',
    '<sub onclick=alert(1)>x</sub>',
    '```"><script>alert(1)</script>\nx\n```',
    '```diff\n-</span><script>alert(1)</script>\n```',
    '<!-- --><script>alert(1)</script>',
    '<!--><script>alert(1)</script> -->',
    '<svg/onload=alert(1)//',
  ])('makes nothing dangerous of %j', (source) => {
    const { text } = markdown(source)
    expect(faults(text)).toEqual([])
    expect(text).not.toMatch(/<[^>]*(javascript|data):/i)
  })

  it('becomes known elements that close where they were opened, whatever is put together', () => {
    const part = fc.constantFrom(
      ...[
        '<details>',
        '</details>',
        '<sub>',
        '</sub>',
        '<!--',
        '-->',
        '<b>',
        '> ',
        '- ',
        '\n',
        '\n\n',
        '`',
        '```\n',
      ],
      ...[
        '**',
        '~~',
        '[',
        '](',
        '![',
        ')',
        'http://a.example',
        '"',
        "'",
        '&lt;',
        '|',
        '|-|\n',
        '<summary>',
        '\\',
      ],
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        expect(faults(markdown(parts.join('')).text)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it.each([
    ...[
      '`a ',
      '[a](b',
      '**a',
      '*_~~',
      '<!--',
      '<sub>',
      '<a ',
      '> ',
      '>',
      '- ',
      '1. ',
      '|',
      '|a',
      '\\',
      '](',
      'www.',
    ],
    ...['a\n=\n', '- a\n', '- [ ] a\n', '- a\n    - b\n', '<details>\n\n', '[a]: b\n', '[^a]', 'a@b.', '&#'],
  ])('is written in little time, or shown as it is: %j', (part) => {
    for (const size of [8_000, 65_000, 500_000]) expectBounded(part.repeat(Math.ceil(size / part.length)))
  })

  it('has no tables whose empty cells fill the memory', () => {
    expectBounded(`${'|a'.repeat(2_000)}\n${'|-'.repeat(2_000)}\n${'|\n'.repeat(2_000)}`)
    expectBounded(`${'|a'.repeat(39)}\n${'| --- '.repeat(39)}\n${'|\n'.repeat(2_900)}`)
  })
})

function expectBounded(source: string): void {
  const before = performance.now()
  expect(markdown(source).text.length).toBeLessThan(5_000_000)
  expect(performance.now() - before).toBeLessThan(5_000)
}

/** What is wrong with markup: unknown elements, attributes beyond the renderer's own, ends without beginnings. */
function faults(markup: string): string[] {
  const open: string[] = []
  const found: string[] = []
  for (const [tag, slash, name = ''] of markup.matchAll(/<(\/?)([^\s>/]*)[^>]*>/g)) {
    if (!known.test(tag)) found.push(tag)
    if (/^(?:br|hr|input)$/.test(name)) continue
    if (!slash) open.push(name)
    else if (open.pop() !== name) found.push(`${tag} closes another`)
  }
  return [...found, ...open]
}

const known =
  /^<(?:\/?(?:p|a|ul|ol|li|em|strong|del|code|pre|blockquote|table|thead|tbody|tr|th|td|h[1-6]|details|summary|sub|span|div)|[bh]r ?\/?|ol start="\d+"|a href="[^"]*" rel="noreferrer"|pre class="(?:plain|diff)"|div class="suggestion"|span class="\w+")>$/
