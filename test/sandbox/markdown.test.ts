import { describe, expect, it } from '@jest/globals'
import { markdown } from '../../src/sandbox/page/markdown.js'

/** The markup of a text, without the line endings between its blocks. */
function of(source: string): string {
  return markdown(source).text.replace(/\n(?=<)|(?<=>)\n/g, '')
}

describe('Markdown', () => {
  it.each([
    [
      'a **bold** ~~old~~ `code <b>`',
      '<p>a <strong>bold</strong> <del>old</del> <code>code &lt;b&gt;</code></p>',
    ],
    ['one\ntwo\\\nthree', '<p>one<br />two<br />three</p>'],
    ['- one\n- two\n  more', '<ul><li>one</li><li>two<br />more</li></ul>'],
    ['1. one\n2. two', '<ol><li>one</li><li>two</li></ol>'],
    ['- one\n  - inner', '<ul><li>one<ul><li>inner</li></ul></li></ul>'],
    ['- [x] done', '<ul><li><input type="checkbox" disabled="" checked="" /> done</li></ul>'],
    [
      '| a | b |\n|---|--:|\n| 1 | `x \\| y` |',
      '<table><thead><tr><th>a</th><th align="right">b</th></tr></thead><tbody><tr><td>1</td><td align="right"><code>x | y</code></td></tr></tbody></table>',
    ],
    ['> said', '<blockquote><p>said</p></blockquote>'],
    ['```ts\nif (a < b) {}\n```', '<pre><code>if (a &lt; b) {}</code></pre>'],
    ['\\*not\\* \\<b\\>', '<p>*not* &lt;b&gt;</p>'],
    ['``a ` b``', '<p><code>a ` b</code></p>'],
    [
      '![a `b`](https://a.example/c.png)',
      '<p><a href="https://a.example/c.png" rel="noreferrer">a b</a></p>',
    ],
  ])('%j', (source, expected) => {
    expect(of(source)).toBe(expected)
  })

  it('colours what a fence says of a change', () => {
    expect(markdown('```diff\n-a <b>\n+c\n d\n```').text).toBe(
      '<pre class="diff"><code><span class="removed">-a &lt;b&gt;\n</span><span class="added">+c\n</span><span class="context"> d\n</span></code></pre>',
    )
    expect(markdown('```suggestion\nc\n```').text).toContain('<span class="added">+ c\n</span>')
  })
})

describe('HTML in Markdown', () => {
  it.each([
    ['<!-- hidden -->\nshown', '<p>shown</p>'],
    ['a <!-- hidden --> b', '<p>a  b</p>'],
    ['<!-- never closed\n\nhidden', ''],
    ['<sub>`rule`</sub><br>', '<p><sub><code>rule</code></sub><br></p>'],
    [
      '<details><summary>More</summary>\n\ninside\n\n</details>\n\nafter',
      '<details><summary>More</summary><p>inside</p></details><p>after</p>',
    ],
    ['`<details>`', '<p><code>&lt;details&gt;</code></p>'],
    ['<b>x</b>', '<p>&lt;b&gt;x&lt;/b&gt;</p>'],
  ])('%j', (source, expected) => {
    expect(of(source)).toBe(expected)
  })

  it('ends where its element ends, so that a comment cannot fold or close what surrounds it', () => {
    expect(of('</details></summary>x</sub>')).toBe('x')
    expect(of('a </details> b')).toBe('<p>a  b</p>')
    expect(of('> <details>\n\nafter')).toBe('<blockquote><details></details></blockquote><p>after</p>')
    expect(of('a <sub>b\n\nc')).toBe('<p>a <sub>b</sub></p><p>c</p>')
    expect(of('<details>\n\n- a\n  </details>')).toBe('<details><ul><li>a</li></ul></details>')
  })
})

describe('links in Markdown', () => {
  it.each([
    [
      '[x](https://a.example/?q=1&r=2)',
      '<p><a href="https://a.example/?q=1&amp;r=2" rel="noreferrer">x</a></p>',
    ],
    ['[x](/acme/orders#L1)', '<p><a href="/acme/orders#L1" rel="noreferrer">x</a></p>'],
    [
      'see http://a.example/b.',
      '<p>see <a href="http://a.example/b" rel="noreferrer">http://a.example/b</a>.</p>',
    ],
    ['[x](mailto:a@b.example) <irc://a>', '<p>x irc://a</p>'],
    ['[x](java&#115;cript:alert(1)) [y](vb:z)', '<p>x y</p>'],
  ])('%j', (source, expected) => {
    expect(of(source)).toBe(expected)
  })
})
