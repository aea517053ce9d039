import { type Content, Html, html } from './html.js'
import { inline } from './markdown-inline.js'

type Block = { readonly content: Content; readonly rest: readonly string[] }

/** Blocks, tried in order at the first line that is left; each takes the lines that are its own. */
const blocks: readonly ((lines: readonly string[], depth: number) => Block | null)[] = [
  comment,
  fence,
  heading,
  rule,
  details,
  quote,
  table,
  list,
  paragraph,
]

/** What is nested deeper than this is shown as it was written. */
const deepest = 8

/** The part of GitHub's Markdown that bots and people use in comments, as markup. HTML is shown as text, never run. */
export function markdown(source: string, depth = 0): Html {
  if (depth > deepest) return html`<p>${source}</p>`
  const content: Content[] = []
  let lines: readonly string[] = source.replace(/\r\n?/g, '\n').split('\n')
  while (lines.length > 0) {
    if (lines[0]?.trim() === '') {
      lines = lines.slice(1)
      continue
    }
    const found = firstBlock(lines, depth)
    content.push(found.content)
    lines = found.rest
  }
  return html`${content}`
}

function firstBlock(lines: readonly string[], depth: number): Block {
  for (const block of blocks) {
    const found = block(lines, depth)
    if (found) return found
  }
  return { content: inline(lines[0] ?? ''), rest: lines.slice(1) }
}

/** How many lines from the start satisfy a condition. */
function run(lines: readonly string[], holds: (line: string, at: number) => boolean): number {
  const end = lines.findIndex((line, at) => !holds(line, at))
  return end < 0 ? lines.length : end
}

function comment(lines: readonly string[]): Block | null {
  if (!lines[0]?.startsWith('<!--')) return null
  const end = lines.findIndex((line) => line.includes('-->'))
  return end < 0 ? null : { content: null, rest: lines.slice(end + 1) }
}

function fence(lines: readonly string[]): Block | null {
  const [, mark = '', language = ''] = /^ {0,3}(`{3,}|~{3,})\s*([\w-]*)/.exec(lines[0] ?? '') ?? []
  if (mark === '') return null
  const size = run(
    lines.slice(1),
    (line) => !line.trim().startsWith(mark) || line.trim().replaceAll(mark[0] ?? '`', '') !== '',
  )
  const code = lines.slice(1, size + 1)
  return { content: codeBlock(language, code), rest: lines.slice(size + 2) }
}

function codeBlock(language: string, code: readonly string[]): Html {
  if (language === 'suggestion') {
    const rows = code.map((line) => html`<span class="added">+ ${line}\n</span>`)
    return html`<div class="suggestion"><div>Suggested change</div><pre><code>${rows}</code></pre></div>`
  }
  if (language !== 'diff') return html`<pre><code>${code.join('\n')}</code></pre>`
  const rows = code.map((line) => html`<span class="${rowClass(line)}">${line}\n</span>`)
  return html`<pre class="diff"><code>${rows}</code></pre>`
}

function rowClass(line: string): string {
  if (line.startsWith('+')) return 'added'
  return line.startsWith('-') ? 'removed' : 'context'
}

function heading(lines: readonly string[]): Block | null {
  const [, marks, text = ''] = /^(#{1,6}) +(.*?) *#*$/.exec(lines[0] ?? '') ?? []
  if (!marks) return null
  const open = new Html(`<h${marks.length}>`)
  const close = new Html(`</h${marks.length}>`)
  return { content: html`${open}${inline(text)}${close}`, rest: lines.slice(1) }
}

function rule(lines: readonly string[]): Block | null {
  return /^ {0,3}([-*_])( *\1){2,} *$/.test(lines[0] ?? '')
    ? { content: html`<hr>`, rest: lines.slice(1) }
    : null
}

/** `<details>`, which is the one element that folds. */
function details(lines: readonly string[], depth: number): Block | null {
  const [, shown, title] =
    /^<details( open)?>\s*(?:<summary>(.*?)<\/summary>)?\s*$/.exec(lines[0] ?? '') ?? []
  if (!/^<details/.test(lines[0] ?? '') || (title === undefined && !lines[1]?.startsWith('<summary>')))
    return null
  const own = title ?? (lines[1] ?? '').replace(/<\/?summary>/g, '')
  const inside = lines.slice(title === undefined ? 2 : 1)
  let open = 1
  const size = run(inside, (line) => {
    if (line.startsWith('<details')) open += 1
    if (line.trim() === '</details>') open -= 1
    return open > 0
  })
  const body = markdown(inside.slice(0, size).join('\n'), depth + 1)
  const attribute = new Html(shown ? ' open' : '')
  const content = html`<details${attribute}><summary>${inline(own)}</summary>${body}</details>`
  return { content, rest: inside.slice(size + 1) }
}

function quote(lines: readonly string[], depth: number): Block | null {
  const size = run(lines, (line) => line.startsWith('>'))
  if (size === 0) return null
  const inner = lines.slice(0, size).map((line) => line.replace(/^> ?/, ''))
  return {
    content: html`<blockquote>${markdown(inner.join('\n'), depth + 1)}</blockquote>`,
    rest: lines.slice(size),
  }
}

function table(lines: readonly string[]): Block | null {
  if (!lines[0]?.includes('|') || !/^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/.test(lines[1] ?? ''))
    return null
  const size = run(lines.slice(2), (line) => line.includes('|'))
  const head = cells(lines[0]).map((cell) => html`<th>${inline(cell)}</th>`)
  const rows = lines
    .slice(2, size + 2)
    .map((row) => html`<tr>${cells(row).map((cell) => html`<td>${inline(cell)}</td>`)}</tr>`)
  const content = html`<table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`
  return { content, rest: lines.slice(size + 2) }
}

function cells(row: string): string[] {
  const bare = row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
  return bare.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'))
}

const bullet = /^( {0,3})([-*+]|\d{1,9}[.)]) +/

function list(lines: readonly string[], depth: number): Block | null {
  const first = bullet.exec(lines[0] ?? '')
  if (!first) return null
  const ordered = /\d/.test(first[2] ?? '')
  const size = run(
    lines,
    (line, at) =>
      bullet.test(line) || /^ {2,}\S/.test(line) || (line === '' && /^ {2,}\S/.test(lines[at + 1] ?? '')),
  )
  const items = itemsOf(lines.slice(0, size)).map((item) => html`<li>${itemContent(item, depth + 1)}</li>`)
  return { content: ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`, rest: lines.slice(size) }
}

/** Each item's lines, without what marks and indents them; deeper bullets belong to the item they stand in. */
function itemsOf(lines: readonly string[]): string[][] {
  const edge = (bullet.exec(lines[0] ?? '')?.[1] ?? '').length + 1
  const items: string[][] = []
  for (const line of lines) {
    const found = bullet.exec(line)
    if (found && (found[1] ?? '').length <= edge) items.push([line.slice(found[0].length)])
    else items.at(-1)?.push(line.replace(/^ {2,4}/, ''))
  }
  return items
}

/** Its first lines are no paragraph of their own. */
function itemContent(lines: readonly string[], depth: number): Html {
  const isPlain = (line: string): boolean =>
    line !== '' && !bullet.test(line) && !/^([`~]{3}|>|\||#{1,6} )/.test(line)
  const size = run(lines, isPlain)
  return html`${inline(lines.slice(0, size).join('\n'))}${markdown(lines.slice(size).join('\n'), depth)}`
}

function paragraph(lines: readonly string[]): Block | null {
  const size = run(
    lines,
    (line, at) =>
      at === 0 || (line.trim() !== '' && !/^( {0,3}([-*+]|1[.)]) |#{1,6} |```|~~~|>|<details)/.test(line)),
  )
  return { content: html`<p>${inline(lines.slice(0, size).join('\n').trim())}</p>`, rest: lines.slice(size) }
}
