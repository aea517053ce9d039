/** A command as somebody wrote it: `/recheck why F12` is the name `why` with the words `F12`; `/recheck` is `recheck`. */
export type WrittenCommand = { readonly line: string; readonly name: string; readonly words: string }

/** Longer lines are prose. */
const longest = 500

/**
 * The first command of a comment; null when there is none. A command is a line of prose that consists of it alone:
 * not in a quotation, a code block, an HTML comment, a list or a longer sentence, so that quoting us, documenting us or
 * pasting a log orders nothing.
 */
export function parseCommand(comment: string): WrittenCommand | null {
  const line = proseLines(comment).find(
    (each) => each.length <= longest && !each.includes(blank) && commandPattern.test(each),
  )
  return line === undefined ? null : parseCommandLine(line)
}

/** The same for one line that is known to hold a command. */
export function parseCommandLine(line: string): WrittenCommand | null {
  const matched = commandPattern.exec(line.trim())
  if (!matched) return null
  const [, name = 'recheck', words = ''] = matched
  return { line: line.trim(), name: name.toLowerCase(), words: words.trim() }
}

// Up to three spaces before it, as Markdown allows a paragraph. Case is forgiven, because phones write capitals.
const commandPattern = /^ {0,3}\/recheck(?:[ \t]+([a-z][a-z-]*)(?:[ \t]+(.*?))?)?[ \t]*$/i

/** The lines of a Markdown text that are plain paragraphs. Errs on the side of leaving a line out. */
function proseLines(text: string): readonly string[] {
  const lines = withoutHtmlComments(text).split(/\r\n|\r|\n/)
  const prose: string[] = []
  let fence: string | null = null
  let quoted = false
  for (const line of lines) {
    const opened = fence
    fence = fenceAfter(fence, line)
    if (opened !== null || fence !== null) continue
    // A quotation goes on over the lines after it that are not blank, even without the sign.
    quoted = line.trim() !== '' && (quoted || /^ {0,3}>/.test(line))
    if (!quoted && !/^(?: {4}|\t| {1,3}\t)/.test(line)) prose.push(line)
  }
  return prose
}

/** The fence that is open after a line. One that nobody closes runs to the end, as it does in Markdown. */
function fenceAfter(fence: string | null, line: string): string | null {
  const [, mark = ''] = /^[ \t>]*(?:[-*+]|\d+[.)])?[ \t]*(`{3,}|~{3,})/.exec(line) ?? []
  if (fence === null) return mark || null
  const closes = mark[0] === fence[0] && mark.length >= fence.length && line.trim() === mark
  return closes ? null : fence
}

/** Comments are blanked; one that nobody closes hides the rest. `<pre>` and `<details>` hide what is in them as well. */
function withoutHtmlComments(text: string): string {
  return text
    .replace(/<!--[\s\S]*?(?:-->|$)/g, hidden)
    .replace(/<(pre|code|details|script|style|textarea)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, hidden)
}

/** What was hidden is no command, and what stands beside it on a line is not one either. */
const blank = '\uE000'

function hidden(block: string): string {
  return block.replace(/[^\n\r]/g, blank)
}
