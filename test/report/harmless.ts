/**
 * What of a text in GitHub's Markdown would do something besides being read: mentions, references, commands, HTML, links
 * that are not ours, images. Empty for harmless text. Code is taken out first, as CommonMark finds it.
 */
export function harmsOf(markdown: string): readonly string[] {
  const bare = withoutTags(withoutLinks(withoutCode(withoutFences(markdown))))
  const found = [...harms].filter(([, pattern]) => pattern.test(bare)).map(([name]) => name)
  // Raw text as other programs scan it, code or not.
  const raw = /^\s*\/\w/m.test(markdown) ? ['a command at the start of a line'] : []
  return [...found, ...raw, ...(markdown.includes('<!--') ? ['a hidden comment'] : []), ...unseen(markdown)]
}

const harms = new Map<string, RegExp>([
  ['a mention', /@\w/],
  ['a reference', /#\d|\bGH-\d/i],
  ['HTML', /</],
  ['an address', /:\/\/|www\./i],
  ['a link or an image', /(?<!\\)(?:\\\\)*\[/],
  ['a heading', /^ {0,3}#{1,6} (?!Interlock: |C: )/m],
  ['a quotation', /^ {0,3}>/m],
  ['a table', /^ {0,3}\|?[ :]*-+[ :]*\|/m],
  ['an open code span', /`/],
  ['an open fence', /^ {0,3}~~~/m],
])

function unseen(markdown: string): readonly string[] {
  return /[\p{Cf}\p{Cs}\p{Co}]|(?!\n)\p{Cc}/u.test(markdown) ? ['a character that cannot be seen'] : []
}

/** Fenced blocks of ours, all of whose lines are signed. */
function withoutFences(markdown: string): string {
  return markdown.replace(/^(`{3,})diff\n((?:[+-] .*\n|[+-] ?\n)*)\1$/gm, 'FENCED')
}

function withoutCode(text: string): string {
  let shown = ''
  let at = 0
  while (at < text.length) {
    const run = /^`+/.exec(text.slice(at))?.[0]
    if (!run) {
      const isEscape = text[at] === '\\' && /[!-/:-@[-`{-~]/.test(text[at + 1] ?? '')
      shown += text.slice(at, at + (isEscape ? 2 : 1))
      at += isEscape ? 2 : 1
      continue
    }
    const closing = closingRun(text, at + run.length, run.length)
    shown += closing === -1 ? run : 'C'
    at = closing === -1 ? at + run.length : closing + run.length
  }
  return shown
}

/** Where a run of exactly so many backticks begins. */
function closingRun(text: string, from: number, length: number): number {
  for (const match of text.slice(from).matchAll(/`+/g))
    if (match[0].length === length) return from + match.index
  return -1
}

function withoutLinks(text: string): string {
  return text.replace(
    /\[C\]\(https:\/\/github\.com\/[\w.-]+\/[\w.-]+\/blob\/[0-9a-f]{40}\/[\w.~%/-]*#L\d+\)/g,
    'LINK',
  )
}

function withoutTags(text: string): string {
  return text.replace(/<details><summary>[\w ()]+<\/summary>|<\/details>|<\/?sub>/g, '')
}
