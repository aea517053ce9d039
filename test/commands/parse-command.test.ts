import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { commands, parseCommand } from '../../src/commands/index.js'

const fence = '```'

describe('a command is a line of prose that is nothing else', () => {
  it.each([
    ['alone', '/recheck', 'recheck', ''],
    ['with a verb', '/recheck help', 'help', ''],
    ['with words', '/recheck dismiss F12 it is a mock', 'dismiss', 'F12 it is a mock'],
    ['in capitals, as phones write', '/Recheck Help', 'help', ''],
    ['below other words', 'Rebased on main.\n\n/recheck', 'recheck', ''],
    ['between lines of Windows', 'Thanks!\r\n/recheck  \r\nBye', 'recheck', ''],
    ['after a code block that was closed', `${fence}\n/recheck ai\n${fence}\n/recheck`, 'recheck', ''],
    ['after a quotation and a blank line', '> /recheck ai\n\n/recheck', 'recheck', ''],
    ['after a comment that was closed', '<!-- note -->\n/recheck', 'recheck', ''],
  ])('%s', (_name, text, name, words) => {
    expect(parseCommand(text)).toMatchObject({ name, words })
  })

  it.each([
    ['in a sentence', 'You can write /recheck to try again'],
    ['with words before it', 'please /recheck'],
    ['with a sentence after it', '/recheck, please'],
    ['as a part of a word', '/rechecked'],
    ['as a path', '/recheck/now'],
    ['in a quotation', '> /recheck'],
    ['in a quotation that goes on without its sign', '> Dana wrote:\n/recheck'],
    ['in a quotation of a quotation', '>> /recheck'],
    ['in a fence', `${fence}\n/recheck\n${fence}`],
    ['in a fence with a language', `${fence}sh\n/recheck\n${fence}`],
    ['in a fence of tildes', '~~~\n/recheck\n~~~'],
    ['in a fence that nobody closed', `${fence}\n/recheck`],
    ['in a longer fence with a shorter one in it', `${fence}${fence}\n${fence}\n/recheck\n${fence}${fence}`],
    ['in a fence in a list', `- ${fence}\n  /recheck\n  ${fence}`],
    ['indented as code', '    /recheck'],
    ['indented by a tab', '\t/recheck'],
    ['in a comment', '<!-- /recheck -->'],
    ['in a comment of several lines', '<!--\n/recheck\n-->'],
    ['in a comment that nobody closed', '<!--\n/recheck'],
    ['beside a comment', '<!-- hidden --> /recheck'],
    ['in code', '`/recheck`'],
    ['in preformatted HTML', '<pre>\n/recheck\n</pre>'],
    ['in a folded part', '<details>\n\n/recheck\n\n</details>'],
    ['in a list', '- /recheck'],
    ['with a look-alike slash', '∕recheck'],
    ['with an invisible character', '/re\u200Bcheck'],
    ['in a line that is too long', `/recheck ask ${'a'.repeat(600)}`],
    ['in nothing', ''],
  ])('not %s', (_name, text) => {
    expect(parseCommand(text)).toBeNull()
  })

  it('takes a megabyte of anything in linear time', () => {
    const texts = ['<!--', '> ', '```\n', '/recheck a ', '<pre><code>', '\n'].map((part) =>
      part.repeat(100_000),
    )
    const begun = performance.now()
    for (const text of texts) parseCommand(text)
    expect(performance.now() - begun).toBeLessThan(5_000)
  })

  it('is not taken from a line that hides something', () => {
    expect(parseCommand('/recheck help <!-- and more -->')).toBeNull()
  })

  it('never throws, and what it gives stands in the text', () => {
    const part = fc.constantFrom('/recheck', ' help', '\n', '> ', fence, '<!--', '-->', '    ', 'words ')
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const found = parseCommand(parts.join(''))
        expect(found === null || parts.join('').includes(found.line)).toBe(true)
      }),
    )
  })
})

it('each command is named once, and the help shows it', () => {
  const names = commands.map((each) => each.name)
  expect(new Set(names).size).toBe(names.length)
  const help = commands.find((each) => each.name === 'help')
  const asked = { installation: 1, repositoryId: 1, repository: 'acme/orders', number: 1, comment: 1 }
  const said = help?.decide({ ...asked, author: 'dana', line: '/recheck help' }, '')
  for (const { usage } of commands) expect(JSON.stringify(said)).toContain(usage)
})
