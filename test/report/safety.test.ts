import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  codeSpan,
  permalinks,
  placeLink,
  planPublication,
  prose,
  renderMarkdown,
  renderText,
  visible,
} from '../../src/report/index.js'
import { harmsOf } from './harmless.js'
import { hostile, review } from './hostile.js'
import { files } from './scenario.js'

const linkTo = permalinks('https://github.com')

describe('a text of a stranger', () => {
  test.each([
    ['ping @octocat and @acme/team', 'ping `@octocat` and `@acme/team`'],
    ['fixes #12, see acme/web#3', 'fixes `#12`, see `acme/web#3`'],
    ['/recheck dismiss 1 ok', '`/recheck` dismiss 1 ok'],
    ['see https://evil.example.', 'see `https://evil.example`.'],
    ['a <b>bold</b> & [x](y)', 'a &lt;b\\>bold&lt;/b\\> &amp; \\[x\\](y)'],
    ['reads `order.total` twice', 'reads `order.total` twice'],
    ['an odd ` backtick', "an odd ' backtick"],
    ['#`1', "\\#'1"],
    ['#``1', "\\#''1"],
    ['#`1 and @``octocat', "\\#`1 and @`'octocat"],
    ['1. first\n\n# second', '1\\. first \\# second'],
    ['- item', '\\- item'],
    ['right\u202eleft', 'right\\\\u{202e}left'],
  ])('%j is shown as %j', (text, shown) => {
    expect(prose(text)).toBe(shown)
    expect(harmsOf(prose(text))).toEqual([])
  })

  test('does nothing as prose, as code and as a path', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(harmsOf(prose(text))).toEqual([])
        expect(harmsOf(`x ${codeSpan(text)} x`)).toEqual([])
        const place = { repository: 'acme/web', commit: 'c'.repeat(40), path: text, line: 3 }
        expect(harmsOf(`x ${placeLink(place, linkTo)} x`)).toEqual([])
      }),
      { numRuns: 600 },
    )
  })

  test('is one line that hides nothing, and once is enough', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = visible(text)
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u)
        expect(visible(shown)).toBe(shown)
      }),
    )
  })

  test('links only where GitHub would have a page', () => {
    const place = { repository: 'acme/web', commit: 'c'.repeat(40), path: 'a (b)/ç|`x`#?.ts', line: 3 }
    expect(linkTo(place)).toBe(
      `https://github.com/acme/web/blob/${'c'.repeat(40)}/a%20%28b%29/%C3%A7%7C%60x%60%23%3F.ts#L3`,
    )
    expect(linkTo({ ...place, repository: 'acme/web/../../evil' })).toBeNull()
    expect(linkTo({ ...place, commit: 'main' })).toBeNull()
    expect(placeLink(place, () => 'javascript:alert(1)')).toBe('``a (b)/ç|`x`#?.ts:3``')
  })
})

test('whatever a review holds, what is published does nothing but be read', () => {
  fc.assert(
    fc.property(review, (each) => {
      const plan = planPublication(each, files, { linkTo })
      const texts = [
        ...plan.comments.map(({ body }) => body),
        ...plan.checks.map(({ summary }) => summary),
        plan.summary ?? '',
        renderMarkdown(each, linkTo).replaceAll(/^---$/gm, ''),
      ]
      for (const text of texts) expect({ text, harms: harmsOf(text) }).toEqual({ text, harms: [] })
    }),
    { numRuns: 25 },
  )
})

test('whatever a review holds, a terminal gets text and our own colours', () => {
  fc.assert(
    fc.property(review, fc.boolean(), fc.integer({ min: 0, max: 200 }), (each, color, width) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the colours that are taken out
      const text = renderText(each, { color, width }).replace(/\u001b\[\d{1,2}m/g, color ? '' : 'COLOR')
      expect(text).not.toMatch(/(?!\n)\p{Cc}|\p{Cf}|COLOR/u)
    }),
    { numRuns: 25 },
  )
})
